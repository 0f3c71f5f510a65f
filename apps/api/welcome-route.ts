import { type DemonstrationAccount, demonstrationAccounts, jurisdictions } from '#modules/directory/index.ts'
import type { Installation } from './installation.ts'
import type { RoutePlugin } from './parts.ts'

/** GET /welcome, open to everybody: what the sign-in page shows. Accounts and their password only of a demonstration. */
export function welcomeRoute(installation: Installation, password: string): RoutePlugin {
  return (app) => {
    app.get('/welcome', { schema: { hide: true }, config: { open: true } }, async () => {
      const [first] = await jurisdictions(installation.database)
      const accounts = await accountsOf(installation)
      return {
        jurisdiction: first ? { title: first.title, demonstration: first.demonstration } : null,
        accounts: accounts.map((account) => ({ ...account, password })),
      }
    })
  }
}

export async function accountsOf(installation: Installation): Promise<readonly DemonstrationAccount[]> {
  const all = await Promise.all(
    (await jurisdictions(installation.database)).map((each) => demonstrationAccounts(installation.database, each)),
  )
  return all.flat()
}
