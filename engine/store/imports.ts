import type { Actor } from '#engine/define/actor.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Words } from '#engine/define/words.ts'
import { engineTable, type Store } from './context.ts'
import type { ImportCounts } from './import-counts.ts'
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
  /** Whether old entries come in with the days of their documents (历史导入). */
  readonly history: boolean
  readonly cancelAsked: boolean
  readonly notes: readonly Words[]
  readonly heads: KeptHeads | null
  readonly rowsRead: number
  readonly counts: ImportCounts
  readonly fault: Words | null
  readonly createdAt: string
  readonly changedAt: string
}

/** Where the fields stand in the sheet, so that its wrong cells can be marked. */
export interface KeptHeads {
  readonly row: number
  readonly columns: Readonly<Record<string, number>>
}

export const COLUMNS = `id, register, file_sha256 as "fileSha256", file_name as "fileName", person, post, request, state, mode, history, cancel_asked as "cancelAsked",
  notes, heads, rows_read as "rowsRead", counts, fault, created_at as "createdAt", changed_at as "changedAt"`

/** An import belongs to the person and the post that started it: its rows were read with their rights. */
export async function importOf(store: Store, actor: Actor, id: string, reader: Reader = poolReader(store)): Promise<Import | Refusal> {
  const text = `select ${COLUMNS} from ${engineTable(store, 'import')} where id = $1 and person = $2 and post = $3`
  const [found] = await ask(reader, text, [id, actor.person, actor.post])
  return found
    ? (found as unknown as Import) // the columns of the statement are those of the type
    : refuse('not_found', 'import.unknown', '没有这次导入，或不是以当前岗位发起的', 'there is no such import, or another post started it')
}

const MOST_LISTED = 50

export async function importsOf(store: Store, actor: Actor): Promise<readonly Import[]> {
  const text = `select ${COLUMNS} from ${engineTable(store, 'import')} where person = $1 and post = $2 order by created_at desc limit ${MOST_LISTED}`
  return (await ask(poolReader(store), text, [actor.person, actor.post])) as unknown as readonly Import[] // the columns of the statement are those of the type
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
