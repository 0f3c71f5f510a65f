import { createReadStream, createWriteStream } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { againstImport } from '#apps/api/import-rights.ts'
import { examinedSheet } from '#apps/api/import-routes.ts'
import { LARGEST_FILE } from '#contract/files.ts'
import type { ImportState } from '#contract/imports.ts'
import type { Actor } from '#engine/define/actor.ts'
import { isRefusal, type Refusal } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import type { Store } from '#engine/store/context.ts'
import { applyImport, startImport } from '#engine/store/import-acts.ts'
import { errorWorkbook } from '#engine/store/import-errors.ts'
import { readImport } from '#engine/store/import-file.ts'
import { presentImport } from '#engine/store/import-present.ts'
import { workOnImport } from '#engine/store/import-work.ts'
import { type Import, type ImportMode, importOf } from '#engine/store/imports.ts'
import { recordUpload } from '#engine/store/uploads.ts'
import { actorsOf, holderOf, jurisdictions, peopleOfLogin } from '#modules/directory/index.ts'
import { isFileProblem } from '#platform/files/problem.ts'
import { readSettings } from '#platform/settings/settings.ts'
import { type Opened, openHome } from './open.ts'
import type { Terminal } from './terminal.ts'

const USAGE = `用法 / usage: lantu import FILE.xlsx|csv --register REGISTER --as USERNAME [--all-or-nothing] [--history] [--preview-only]
  退出码 / exit code: 0 全部无误 all is well · 3 有行未导入 some rows are not in · 1 失败 failed · 2 用法 usage
`

/** What a sheet is imported as. */
export interface ImportWanted {
  readonly file: string
  readonly register: string
  readonly account: string
  readonly mode: ImportMode
  readonly history: boolean
  readonly isPreview: boolean
}

/** `lantu import FILE --register REGISTER --as USERNAME`: shows what a sheet would do, and does it; wrong rows come back beside the file. */
export async function importCommand(args: readonly string[], io: Terminal): Promise<number> {
  const wanted = wantedFrom(args)
  if (!wanted) {
    io.err(USAGE)
    return 2
  }
  const opened = await openHome(readSettings())
  try {
    return await importFile(opened.installation, wanted, io)
  } finally {
    await opened.database.leave()
  }
}

/** The same in an installation that is open. */
export async function importFile(installation: Opened['installation'], wanted: ImportWanted, io: Terminal): Promise<number> {
  const who = await holderNamed(installation, wanted.account)
  const register = installation.shipped.catalogue.get(wanted.register)
  if (!who) return failed(io, { zh: `“${wanted.account}”今日不在任何岗位`, en: `"${wanted.account}" holds no post today` })
  if (!register) return failed(io, { zh: `没有名为 ${wanted.register} 的台账`, en: `no register is named ${wanted.register}` })
  const handedIn = await handIn(installation, who, register, wanted)
  if (isRefusal(handedIn)) return failed(io, handedIn.words)
  return await carriedOut({ ...who, io, wanted, id: handedIn })
}

interface Who {
  readonly store: Store
  readonly actor: Actor
}

async function holderNamed(installation: Opened['installation'], account: string): Promise<Who | undefined> {
  const [first] = await peopleOfLogin(installation.database, account)
  const own = first && (await jurisdictions(installation.database)).find(({ code }) => code === first.jurisdiction)
  if (!first || !own) return undefined
  const store = installation.storeOf(own.schema)
  const [actor] = await actorsOf(store, first.person)
  return actor && { store, actor }
}

async function handIn(
  { files }: Opened['installation'],
  { store, actor }: Who,
  register: Register,
  { file, history }: ImportWanted,
): Promise<string | Refusal> {
  const against = againstImport(register, actor, history ? 'history' : 'entries')
  if (against) return against
  const name = basename(file).normalize('NFC')
  const kept = await files.put(createReadStream(file), { limitBytes: LARGEST_FILE, examine: examinedSheet(name) })
  if (isFileProblem(kept)) return { ok: false, code: kept.problem, kind: 'invalid', words: kept.words }
  await recordUpload(store, actor, { ...kept, name, type: 'application/octet-stream' })
  const started = await startImport(store, { actor, request: 'lantu import' }, register, { sha256: kept.sha256, name, history })
  return started.ok ? started.answer : started
}

interface Running extends Who {
  readonly io: Terminal
  readonly wanted: ImportWanted
  readonly id: string
}

async function carriedOut(running: Running): Promise<number> {
  const { store, actor, io, wanted, id } = running
  const preview = await settled(running)
  if (preview.state !== 'ready') return failed(io, preview.fault ?? STOPPED)
  told(io, '预览 | preview', preview)
  for (const { zh } of preview.notes) io.out(`  ${zh}\n`)
  const given = { actor, request: 'lantu import' }
  const asked = wanted.isPreview ? undefined : await applyImport(store, given, id, wanted.mode)
  if (asked && isRefusal(asked)) io.err(`${asked.words.zh} | ${asked.words.en}\n`)
  const end = asked && !isRefusal(asked) ? await settled(running) : preview
  if (end.state === 'failed') return failed(io, end.fault ?? STOPPED)
  if (end.state === 'done') told(io, '已导入 | imported', end)
  return await wrongRows(running, end)
}

const STOPPED: Words = { zh: '导入已停止', en: 'the import was stopped' }

/** Works until the import waits for a person or is over; a server on the same data may do a part of it. */
async function settled({ store, actor, io, id }: Running): Promise<ImportState> {
  let said = ''
  for (;;) {
    await workOnImport({
      store,
      isStopped: () => false,
      actorOf: (person, post) => holderOf(store, person, post),
      read: (kept, who, between) => readImport(store, kept, who, between),
    })
    const state = presentImport(await own(store, actor, id))
    if (state.state !== 'reading' && state.state !== 'applying') return state
    const line = `${state.rowsRead} 行 rows, ${state.counts.applied} 已导入 in\n`
    if (line !== said) io.err(line)
    said = line
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

async function own(store: Store, actor: Actor, id: string): Promise<Import> {
  const found = await importOf(store, actor, id)
  if (isRefusal(found)) throw new Error(found.words.en)
  return found
}

function told(io: Terminal, title: string, { counts }: ImportState): void {
  const { new: added, changed, unchanged, wrong, conflict, applied, warned } = counts
  io.out(
    `${title}：新增 new ${added} · 修改 changed ${changed} · 未变 unchanged ${unchanged} · 有误 wrong ${wrong} · 待选择 to decide ${conflict} · 存疑 doubtful ${warned} · 已导入 in ${applied}\n`,
  )
}

async function wrongRows({ store, actor, io, wanted, id }: Running, { counts }: ImportState): Promise<number> {
  if (counts.wrong + counts.conflict === 0) return 0
  const workbook = await errorWorkbook(store, await own(store, actor, id))
  if (isRefusal(workbook)) return failed(io, workbook.words)
  const file = `${wanted.file.replace(/\.[^.]*$/, '')}-待改正.xlsx`
  await pipeline(Readable.from(workbook), createWriteStream(file))
  io.out(`${file}：${counts.wrong + counts.conflict} 行待改正 | rows to mend\n`)
  return 3
}

function failed(io: Terminal, { zh, en }: Words): number {
  io.err(`${zh} | ${en}\n`)
  return 1
}

function wantedFrom(args: readonly string[]): ImportWanted | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        register: { type: 'string' },
        as: { type: 'string' },
        'all-or-nothing': { type: 'boolean' },
        'good-ones': { type: 'boolean' },
        history: { type: 'boolean', default: false },
        'preview-only': { type: 'boolean', default: false },
      },
    })
    const [file, ...more] = positionals
    const isTorn = values['all-or-nothing'] === true && values['good-ones'] === true
    if (file === undefined || more.length > 0 || values.register === undefined || values.as === undefined || isTorn) return undefined
    const mode = values['all-or-nothing'] === true ? 'all' : 'good'
    return { file, register: values.register, account: values.as, mode, history: values.history, isPreview: values['preview-only'] }
  } catch {
    return undefined
  }
}
