import { createHash } from 'node:crypto'
import type { Row } from '#engine/access/holds.ts'
import type { Call } from './call.ts'
import { engineTable, type Store } from './context.ts'
import { ask, clientReader, poolReader, type Reader } from './read.ts'

/** The same value always as the same text: keys in order, nothing between (RFC 8785 for what reports hold: strings, whole numbers, lists). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
  return `{${parts.join(',')}}`
}

/** SHA-256 in hexadecimal; texts as UTF-8. */
export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Keeps a value by the hash of its canonical text and answers the hash; what is there already is the same. */
export async function keepFrozen(call: Call, value: unknown): Promise<string> {
  const { store, client, now } = call.facts
  const content = canonical(value)
  const sha256 = sha256Of(content)
  const text = `insert into ${engineTable(store, 'frozen_content')} (sha256, content, made_at) values ($1, $2, $3) on conflict do nothing`
  await ask(clientReader(client), text, [sha256, content, now])
  return sha256
}

/** The kept text as it stands; undefined when there is none. */
export async function readFrozen(reader: Reader, store: Store, sha256: string): Promise<string | undefined> {
  const [row] = await ask(reader, `select content from ${engineTable(store, 'frozen_content')} where sha256 = $1`, [sha256])
  return row && String(row['content'])
}

/** A published edition, without its files. */
export interface Edition {
  readonly id: string
  readonly report: string
  readonly template: string
  readonly title: string
  readonly period: string
  readonly asOf: string
  readonly sha256: string
  readonly documentNo: string
  readonly documentDate: string
  readonly publishedAt: string
  readonly publishedBy: string
}

/** A file of an edition, with its own hash. */
export interface EditionFile {
  readonly format: 'docx' | 'pdf'
  readonly sha256: string
  readonly bytes: Uint8Array
}

/** Writes an edition with its files, in the command's own transaction. */
export async function keepEdition(
  call: Call,
  edition: Omit<Edition, 'publishedAt' | 'publishedBy'>,
  files: Readonly<Record<EditionFile['format'], Uint8Array>>,
): Promise<void> {
  const { store, client, now, actor } = call.facts
  const { id, report, template, title, period, asOf, sha256, documentNo, documentDate } = edition
  await ask(
    clientReader(client),
    `insert into ${engineTable(store, 'edition')} (id, report, template, title, period, as_of, sha256, document_no, document_date, published_at, published_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, report, template, title, period, asOf, sha256, documentNo, documentDate, now, actor.person],
  )
  for (const [format, bytes] of Object.entries(files))
    await ask(
      clientReader(client),
      `insert into ${engineTable(store, 'edition_file')} (edition, format, sha256, bytes) values ($1, $2, $3, $4)`,
      [id, format, sha256Of(bytes), Buffer.from(bytes)],
    )
}

const COLUMNS = `id, report, template, title, period, as_of::text as "asOf", sha256, document_no as "documentNo", document_date::text as "documentDate",
  published_at as "publishedAt", published_by as "publishedBy"`

/** One edition by its id. */
export async function readEdition(store: Store, id: string): Promise<Edition | undefined> {
  const [row] = await ask(poolReader(store), `select ${COLUMNS} from ${engineTable(store, 'edition')} where id = $1`, [id])
  return row && asEdition(row)
}

/** All editions, newest first. */
export async function editions(store: Store): Promise<readonly Edition[]> {
  const rows = await ask(
    poolReader(store),
    `select ${COLUMNS} from ${engineTable(store, 'edition')} order by published_at desc, id desc`,
    [],
  )
  return rows.map(asEdition)
}

/** The files of an edition as they lie. */
export async function editionFiles(store: Store, edition: string): Promise<readonly EditionFile[]> {
  const text = `select format, sha256, bytes from ${engineTable(store, 'edition_file')} where edition = $1 order by format`
  return (await ask(poolReader(store), text, [edition])) as unknown as readonly EditionFile[] // the columns named above
}

function asEdition(row: Row): Edition {
  return { ...(row as unknown as Edition), publishedAt: String(row['publishedAt']) } // the columns named above
}
