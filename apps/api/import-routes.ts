import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { LARGEST_FILE } from '#contract/files.ts'
import { applyInput, choiceInput, type ImportRights, importOutcome } from '#contract/imports.ts'
import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import { applyImport, cancelImport, startImport } from '#engine/store/import-acts.ts'
import { errorWorkbook } from '#engine/store/import-errors.ts'
import { faultFields } from '#engine/store/import-fault-fields.ts'
import { presentImport, presentRows } from '#engine/store/import-present.ts'
import { keepChoice } from '#engine/store/import-rows.ts'
import { type Import, importOf, importsOf, notReady } from '#engine/store/imports.ts'
import { poolReader } from '#engine/store/read.ts'
import { recordUpload } from '#engine/store/uploads.ts'
import { examineEvidence } from '#platform/files/evidence.ts'
import { type FileProblem, fileProblem, isFileProblem } from '#platform/files/problem.ts'
import { examineSecrecy } from '#platform/secrecy/file-marks.ts'
import { bodyOf } from './body.ts'
import { ask, givenBy } from './entry-routes.ts'
import { againstImport, againstPast, mayImport } from './import-rights.ts'
import type { Installation } from './installation.ts'
import type { RoutePlugin } from './parts.ts'
import { sendRefusal } from './refusals.ts'
import { signedIn } from './session.ts'
import { download, XLSX } from './transfer-routes.ts'

const HIDDEN = { schema: { hide: true } }

/** A sheet is uploaded, shown as it would change the register, and put in; every import belongs to who started it. */
export function importRoutes(installation: Installation): RoutePlugin {
  return (app) => {
    uploadRoute(app, installation)
    readRoutes(app, installation)
    actRoutes(app, installation)
  }
}

function uploadRoute(app: FastifyInstance, installation: Installation): void {
  app.post('/registers/:register/imports', HIDDEN, async (request, reply) => {
    const asking = ask(installation, request)
    if (isRefusal(asking)) return sendRefusal(reply, asking)
    const { store, register, actor } = asking
    const history = (request.query as { history?: string }).history === 'true'
    const part = request.isMultipart() ? await request.file({ limits: { fileSize: LARGEST_FILE + 1, files: 1 } }) : undefined
    const against = part === undefined ? noFile() : againstImport(register, actor, history ? 'history' : 'entries')
    if (against || !part) {
      request.raw.resume()
      return sendRefusal(reply, against ?? noFile())
    }
    const name = part.filename
      .normalize('NFC')
      .replaceAll(/.*[/\\]|\p{Cc}/gu, '')
      .slice(-LONGEST_NAME)
    const kept = await installation.files.put(part.file, { limitBytes: LARGEST_FILE, examine: examinedSheet(name) })
    if (isFileProblem(kept)) return sendRefusal(reply, asRefusal(kept))
    await recordUpload(store, actor, { ...kept, name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
    const started = await startImport(store, asking.given, register, { sha256: kept.sha256, name, history })
    if (!started.ok) return sendRefusal(reply, started)
    reply.code(201)
    return answered(reply, await importOf(store, actor, started.answer))
  })
}

const LONGEST_NAME = 200

/** For `FileStore.put`: whether a file may be kept as a sheet to import. */
export function examinedSheet(name: string): (path: string) => Promise<FileProblem | undefined> {
  if (/\.csv$/i.test(name)) return examineEvidence(name.replace(/\.csv$/i, '.txt'))
  if (/\.xlsx$/i.test(name)) return async (path) => (await examineEvidence(name)(path)) ?? (await examineSecrecy(name)(path))
  return async () =>
    fileProblem(
      'file.type-not-allowed',
      `“${name}”不能导入；请另存为 .xlsx（不含宏）或 .csv 后上传`,
      `“${name}” cannot be imported; save it as .xlsx (without macros) or .csv and upload that`,
    )
}

function asRefusal({ problem, words }: FileProblem): Refusal {
  return refuse(problem === 'file.too-large' ? 'too_large' : 'invalid', problem, words.zh, words.en)
}

function noFile(): Refusal {
  return refuse('invalid', 'file.missing', '没有收到文件', 'no file arrived')
}

const rowsQuery = z.object({
  outcome: importOutcome.optional().catch(undefined),
  warned: z
    .literal('true')
    .transform(() => true)
    .optional()
    .catch(undefined),
  field: z.string().max(60).optional().catch(undefined),
  after: z.coerce.number().int().min(0).catch(0),
})

function readRoutes(app: FastifyInstance, installation: Installation): void {
  app.get('/registers/:register/imports', HIDDEN, async (request, reply) => {
    const asking = ask(installation, request)
    if (isRefusal(asking)) return sendRefusal(reply, asking)
    const { register, actor } = asking
    return { import: mayImport(register, actor), history: againstPast(register, actor) === undefined } satisfies ImportRights
  })
  app.get('/imports', HIDDEN, async (request) => {
    const { actor, jurisdiction } = signedIn(request)
    const found = await importsOf(installation.storeOf(jurisdiction.schema), actor)
    return { imports: found.map(presentImport) }
  })
  app.get('/imports/:import', HIDDEN, async (request, reply) => {
    const { found } = await own(installation, request)
    return answered(reply, found)
  })
  app.get('/imports/:import/rows', HIDDEN, async (request, reply) => {
    const { store, found } = await own(installation, request)
    return isRefusal(found) ? sendRefusal(reply, found) : await presentRows(store, found, rowsQuery.parse(request.query))
  })
  app.get('/imports/:import/faults', HIDDEN, async (request, reply) => {
    const { store, found } = await own(installation, request)
    return isRefusal(found) ? sendRefusal(reply, found) : await faultFields(store, found.id)
  })
  app.get('/imports/:import/errors.xlsx', HIDDEN, async (request, reply) => {
    const { store, found } = await own(installation, request)
    if (isRefusal(found)) return sendRefusal(reply, found)
    const workbook = await errorWorkbook(store, found)
    if (isRefusal(workbook)) return sendRefusal(reply, workbook)
    return download(reply, `${found.fileName.replace(/\.[^.]*$/, '')}-待改正.xlsx`, XLSX).send(Readable.from(workbook))
  })
}

function actRoutes(app: FastifyInstance, installation: Installation): void {
  app.post('/imports/:import/apply', HIDDEN, async (request, reply) => {
    const { store, given, id } = asked(installation, request)
    const body = bodyOf(applyInput, request)
    return answered(reply, isRefusal(body) ? body : await applyImport(store, given, id, body.mode))
  })
  app.post('/imports/:import/cancel', HIDDEN, async (request, reply) => {
    const { store, given, id } = asked(installation, request)
    return answered(reply, await cancelImport(store, given, id))
  })
  app.post('/imports/:import/choices', HIDDEN, async (request, reply) => {
    const { store, actor, found } = await own(installation, request)
    if (isRefusal(found)) return sendRefusal(reply, found)
    const body = bodyOf(choiceInput, request)
    if (isRefusal(body)) return sendRefusal(reply, body)
    if (found.state !== 'ready') return sendRefusal(reply, notReady(found))
    await keepChoice(poolReader(store), store, found.id, body)
    return answered(reply, await importOf(store, actor, found.id))
  })
}

function answered(reply: FastifyReply, found: Import | Refusal) {
  return isRefusal(found) ? sendRefusal(reply, found) : presentImport(found)
}

function asked(installation: Installation, request: FastifyRequest) {
  const { actor, jurisdiction } = signedIn(request)
  const { import: given } = request.params as { import: string }
  const id = z.uuid().safeParse(given).success ? given : '00000000-0000-0000-0000-000000000000'
  return { store: installation.storeOf(jurisdiction.schema), actor, given: givenBy(request), id }
}

async function own(installation: Installation, request: FastifyRequest) {
  const { store, actor, id } = asked(installation, request)
  return { store, actor, found: await importOf(store, actor, id) }
}
