import type { Actor } from '#engine/define/actor.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { newId } from '#platform/clock/id.ts'
import { engineTable, type Store } from './context.ts'
import { ask, poolReader, type Reader } from './read.ts'

/** What is done with rows that are wrong: the good ones go in without them, or nothing goes in. */
export type ImportMode = 'good' | 'all'
export type ImportState = 'reading' | 'ready' | 'applying' | 'done' | 'cancelled' | 'failed'

/** An import as it is kept. */
export interface Import {
  readonly id: string
  readonly register: string
  readonly fileSha256: string
  readonly fileName: string
  readonly person: string
  readonly post: string
  readonly request: string
  readonly state: ImportState
  readonly mode: ImportMode | null
  readonly cancelAsked: boolean
  readonly notes: readonly Words[]
  readonly heads: KeptHeads | null
  readonly rowsRead: number
  readonly fault: Words | null
  readonly createdAt: string
  readonly changedAt: string
}

/** Where the fields stand in the sheet, so that its wrong cells can be marked. */
export interface KeptHeads {
  readonly row: number
  readonly columns: Readonly<Record<string, number>>
}

/** How many rows came out how, how many of them are in, and in how many something is doubtful. */
export type ImportCounts = Readonly<Record<'new' | 'changed' | 'unchanged' | 'wrong' | 'conflict' | 'applied' | 'warned', number>>

export const COLUMNS = `id, register, file_sha256 as "fileSha256", file_name as "fileName", person, post, request, state, mode, cancel_asked as "cancelAsked",
  notes, heads, rows_read as "rowsRead", fault, created_at as "createdAt", changed_at as "changedAt"`

/** Keeps a new import, to be read by the worker. */
export async function startImport(
  store: Store,
  { actor, request }: { readonly actor: Actor; readonly request: string },
  register: Register,
  file: { readonly sha256: string; readonly name: string },
): Promise<string> {
  const id = newId(store.clock)
  const text = `insert into ${engineTable(store, 'import')} (id, register, file_sha256, file_name, person, post, request, state, created_at, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, 'reading', $8, $8)`
  await ask(poolReader(store), text, [id, register.name, file.sha256, file.name, actor.person, actor.post, request, store.clock.now()])
  ring(store)
  return id
}

/** An import belongs to the person and the post that started it: its rows were read with their rights. */
export async function importOf(store: Store, actor: Actor, id: string): Promise<Import | Refusal> {
  const text = `select ${COLUMNS} from ${engineTable(store, 'import')} where id = $1 and person = $2 and post = $3`
  const [found] = await ask(poolReader(store), text, [id, actor.person, actor.post])
  return found
    ? (found as unknown as Import) // the columns of the statement are those of the type
    : refuse('not_found', 'import.unknown', '没有这次导入，或不是以当前岗位发起的', 'there is no such import, or another post started it')
}

const MOST_LISTED = 50

export async function importsOf(store: Store, actor: Actor): Promise<readonly (Import & { readonly counts: ImportCounts })[]> {
  const text = `select ${COLUMNS} from ${engineTable(store, 'import')} where person = $1 and post = $2 order by created_at desc limit ${MOST_LISTED}`
  const found = (await ask(poolReader(store), text, [actor.person, actor.post])) as unknown as readonly Import[]
  const counts = await countsOf(
    poolReader(store),
    store,
    found.map(({ id }) => id),
  )
  return found.map((each) => ({ ...each, counts: counts.get(each.id) ?? NONE }))
}

export const NONE: ImportCounts = { new: 0, changed: 0, unchanged: 0, wrong: 0, conflict: 0, applied: 0, warned: 0 }

/** The counts of imports, by id. */
export async function countsOf(reader: Reader, store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, ImportCounts>> {
  const text = `select import, outcome, count(*)::int as count, count(applied_at)::int as applied, (count(*) filter (where warnings <> '[]'))::int as warned from ${engineTable(store, 'import_row')}
    where import = any($1) group by import, outcome`
  const counts = new Map<string, Record<string, number>>()
  for (const { import: id, outcome, count, applied, warned } of await ask(reader, text, [ids])) {
    const own = counts.get(String(id)) ?? { ...NONE }
    const sums = { applied: own['applied']! + Number(applied), warned: own['warned']! + Number(warned) }
    counts.set(String(id), { ...own, ...sums, [String(outcome)]: Number(count) })
  }
  return counts as ReadonlyMap<string, Record<string, number>> as ReadonlyMap<string, ImportCounts> // starts as NONE, outcomes are those of the table
}

/** Asks for the rows of the preview to be put in. */
export async function applyImport(store: Store, actor: Actor, id: string, mode: ImportMode): Promise<Import | Refusal> {
  const found = await importOf(store, actor, id)
  if ('ok' in found) return found
  if (found.state !== 'ready') return notReady(found)
  const counts = (await countsOf(poolReader(store), store, [id])).get(id) ?? NONE
  if (counts.new + counts.changed === 0)
    return refuse('state', 'import.nothing-to-do', '没有可导入的行：都未变化或都有问题', 'no row can be put in: all are unchanged or wrong')
  if (mode === 'all' && counts.wrong + counts.conflict > 0) return notAll(counts)
  const text = `update ${engineTable(store, 'import')} set state = 'applying', mode = $2, cancel_asked = false, changed_at = $3 where id = $1 and state = 'ready'`
  await ask(poolReader(store), text, [id, mode, store.clock.now()])
  ring(store)
  return importOf(store, actor, id)
}

/** Choices and applying are for a preview that stands. */
export function notReady({ state }: Import): Refusal {
  return refuse(
    'state',
    'import.not-ready',
    state === 'reading' ? '文件还在读取，请稍候' : '这次导入已经办理过，请重新上传文件',
    state === 'reading' ? 'the file is still being read; wait a moment' : 'this import was dealt with already; upload the file again',
  )
}

function notAll({ wrong, conflict }: ImportCounts): Refusal {
  return refuse(
    'state',
    'import.not-all-good',
    `有 ${wrong} 行有误、${conflict} 行待选择，不能全部导入；请改正后重新上传，或选择只导入无误的行`,
    `${wrong} rows are wrong and ${conflict} wait for a choice, so not all can go in; mend and upload again, or put in the good ones only`,
  )
}

/** Stops an import: at once while nothing is put in, else between two sets; what is in stays in. */
export async function cancelImport(store: Store, actor: Actor, id: string): Promise<Import | Refusal> {
  const found = await importOf(store, actor, id)
  if ('ok' in found) return found
  const text = `update ${engineTable(store, 'import')} set cancel_asked = true, state = case when state in ('ready') then 'cancelled' else state end, changed_at = $2
    where id = $1 and state in ('reading', 'ready', 'applying')`
  await ask(poolReader(store), text, [id, store.clock.now()])
  return importOf(store, actor, id)
}

const bells = new WeakMap<object, Set<() => void>>()

/** Told at once of imports that wait, by requests of this very process; other processes look every few seconds. */
export function onImport(database: object, listener: () => void): () => void {
  const listeners = bells.get(database) ?? new Set()
  bells.set(database, listeners.add(listener))
  return () => void listeners.delete(listener)
}

function ring({ database }: Store): void {
  for (const listener of bells.get(database) ?? []) listener()
}
