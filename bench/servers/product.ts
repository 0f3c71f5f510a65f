import { type AddressInfo } from 'node:net'
import { buildServer } from '#apps/api/server.ts'
import { openHome } from '#apps/cli/open.ts'
import { serverParts } from '#apps/cli/serve.ts'
import { startWorker } from '#apps/worker/worker.ts'
import { readSettings } from '#platform/settings/settings.ts'
import { givenSettings, serveUntilReleased } from './child.ts'

/** The product as `lantu serve` puts it together, on the bench's database; only the rate limit is lifted. */
export interface ProductSettings {
  readonly home: string
  readonly databaseUrl: string
  /** With the timed work beside it, which reads and applies imports. */
  readonly works?: true
}

const { home, databaseUrl, works } = givenSettings<ProductSettings>()
const settings = readSettings({ PORT: '0', LANTU_HOST: '127.0.0.1', LANTU_HOME: home, DATABASE_URL: databaseUrl, LANTU_LOG: 'error' })
const { installation, database } = await openHome(settings)
const app = await buildServer({ ...serverParts(installation, settings), limits: { requestsPerMinute: 1e9 } })
const worker = works && startWorker(installation)
await app.listen({ port: 0, host: '127.0.0.1' })
await serveUntilReleased((app.server.address() as AddressInfo).port, async () => {
  await app.close()
  await worker?.stop()
  await database.leave()
})
