import { join } from 'node:path'
import { assistantRoutes } from '#apps/api/assistant-routes.ts'
import { commandRoutes } from '#apps/api/command-routes.ts'
import { comparisonRoutes } from '#apps/api/comparison-routes.ts'
import { documentRoutes } from '#apps/api/document-routes.ts'
import { entryFileRoutes } from '#apps/api/entry-file-routes.ts'
import { entryRoutes } from '#apps/api/entry-routes.ts'
import { importRoutes } from '#apps/api/import-routes.ts'
import type { Installation } from '#apps/api/installation.ts'
import { extendOpenApi } from '#apps/api/openapi-registers.ts'
import { readingRoutes } from '#apps/api/reading-routes.ts'
import { receiptRoutes } from '#apps/api/receipt-routes.ts'
import { type ApiParts, buildServer } from '#apps/api/server.ts'
import { setRoutes } from '#apps/api/set-routes.ts'
import { templateRoutes } from '#apps/api/template-routes.ts'
import { transferRoutes } from '#apps/api/transfer-routes.ts'
import { accountsOf, welcomeRoute } from '#apps/api/welcome-route.ts'
import { startWorker } from '#apps/worker/worker.ts'
import { recordUpload } from '#engine/store/uploads.ts'
import { localAddress, readSettings, type Settings } from '#platform/settings/settings.ts'
import { buildWebIfStale } from '#tools/build-web.ts'
import { mustBeAbleToStart } from './before-start.ts'
import { setChannelsFrom } from './channels-file.ts'
import { type Opened, openHome } from './open.ts'
import { seedDemonstration } from './seed/demonstration.ts'
import { DEMONSTRATION_PASSWORD } from './seed/directory.ts'
import type { Terminal } from './terminal.ts'

/** lantu serve: everything a newcomer needs, from the database to the address that is printed. */
export async function serveCommand(_args: readonly string[], io: Terminal): Promise<number> {
  const settings = readSettings()
  await mustBeAbleToStart(settings)
  const { installation, database } = await prepared(settings)
  if (installation.stores.size === 0) {
    io.out('正在生成演示数据（只在第一次启动时） / making the demonstration data （first start only）…\n')
    await seedDemonstration(installation, settings.demonstration)
  }
  if (settings.channelsFile !== undefined) await setChannelsFrom(settings.channelsFile, installation)
  const app = await buildServer(serverParts(installation, settings))
  const worker = startWorker(installation)
  await app.listen({ port: settings.port, host: settings.host })
  await greet(installation, settings, io)

  await stopSignal()
  await app.close()
  await worker.stop()
  await database.leave()
  return 0
}

/** Database and web app at the same time; when the web app cannot be built, the database is not left running. */
async function prepared(settings: Settings): Promise<Opened> {
  const [opened, built] = await Promise.allSettled([openHome(settings), buildWebIfStale(settings.root)])
  if (opened.status === 'rejected') throw opened.reason
  if (built.status === 'fulfilled') return opened.value
  await opened.value.database.leave()
  throw built.reason
}

/** The parts of the server; the tests put the same ones together. */
export function serverParts(installation: Installation, settings: Settings): ApiParts {
  return {
    database: installation.database,
    clock: installation.clock,
    files: installation.files,
    secrets: installation.secrets,
    settings,
    webFolder: join(settings.root, 'dist/web'),
    routes: [
      welcomeRoute(installation, DEMONSTRATION_PASSWORD),
      entryRoutes(installation),
      setRoutes(installation),
      entryFileRoutes(installation),
      commandRoutes(installation),
      documentRoutes(installation),
      readingRoutes(installation),
      comparisonRoutes(installation),
      templateRoutes(installation),
      assistantRoutes(installation),
      transferRoutes(installation),
      importRoutes(installation),
      receiptRoutes(installation),
    ],
    extendOpenApi: extendOpenApi(installation),
    onUpload: (session, file, notLookedInto) =>
      recordUpload(installation.storeOf(session.jurisdiction.schema), session.actor, file, notLookedInto),
    onMark: async ({ actor, jurisdiction }, request, found) =>
      await installation.storeOf(jurisdiction.schema).noteMark?.({ actor, request }, found),
  }
}

async function greet(installation: Installation, settings: Settings, io: Terminal): Promise<void> {
  const accounts = await accountsOf(installation)
  const lines = accounts.map(({ loginName, title }) => `    ${loginName.padEnd(18)} ${title}`)
  io.out(`\n  蓝图 Lantu  ${localAddress(settings)}\n\n`)
  if (lines.length > 0) io.out(`  演示帐号（密码均为 ${DEMONSTRATION_PASSWORD}） / demonstration accounts:\n${lines.join('\n')}\n\n`)
  io.out('  Ctrl-C 停止 / stops\n')
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    // `on` and not `once`: a signal to the whole group arrives twice, and the second must not kill us half-way.
    process.on('SIGINT', () => resolve())
    process.on('SIGTERM', () => resolve())
  })
}
