import type { Database } from '#platform/db/database.ts'
import type { Jurisdiction } from './accounts-jurisdictions.ts'
import { SHARED_SCHEMA, schemaText } from './sessions-schema.ts'

export interface DemonstrationAccount {
  readonly loginName: string
  readonly title: string
}

/** The accounts of a demonstration jurisdiction with the post each holds, in the order they were made; of a real one, none. */
export async function demonstrationAccounts(
  database: Database,
  { code, schema, demonstration }: Jurisdiction,
): Promise<readonly DemonstrationAccount[]> {
  if (!demonstration) return []
  const own = schemaText(schema)
  const { rows } = await database.query<DemonstrationAccount>(
    `select account.login_name as "loginName", concat_ws(' ', unit.title, post.title) as title
     from ${SHARED_SCHEMA}.account account join ${SHARED_SCHEMA}.account_person link on link.account = account.id and link.jurisdiction = $1
     join ${own}.tenure tenure on tenure.person = link.person join ${own}.post post on post.id = tenure.post join ${own}.org_unit unit on unit.id = post.unit
     where account.disabled_at is null order by account.id`,
    [code],
  )
  return rows
}
