import type { Actor } from '#engine/define/actor.ts'
import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import type { Heads, HeadWanted } from '#engine/transfer/heads.ts'
import { sheetStart } from '#engine/transfer/sheet-start.ts'
import { isBlank, type SheetRow } from '#engine/transfer/typed.ts'
import { today } from '#platform/clock/clock.ts'
import { newId } from '#platform/clock/id.ts'
import type { PgClient } from '#platform/db/database.ts'
import { Call } from './call.ts'
import type { NamedCodes } from './codes-check.ts'
import { engineTable, type Store } from './context.ts'
import { countedWith, NONE, recount } from './import-counts.ts'
import type { SeenInSheet } from './import-doubles.ts'
import { fieldsOfPast, type PastLimits, pastLimits } from './import-history.ts'
import { judge, lookUp } from './import-judge.ts'
import { judgedBy, keepJudged } from './import-judged.ts'
import { codeResolvers, columnRefResolvers } from './import-names.ts'
import { forgetReady } from './import-ready.ts'
import { type ImportRow, keepRows, orphanRow } from './import-rows.ts'
import { readTables, type TableSource } from './import-tables.ts'
import { type HiddenTitles, hiddenColumns, typedRows, type UnderHeads, withCells } from './import-typed.ts'
import type { Import } from './imports.ts'
import { kept as memo } from './kept.ts'
import { ask, clientReader, poolReader } from './read.ts'

/** What a sheet is read with: who reads, the heads it may have, and what tells a row of its own from an example. */
export interface Reading {
  readonly store: Store
  readonly register: Register
  readonly actor: Actor
  readonly kept: Import
  readonly wanted: readonly HeadWanted[]
  readonly hidden: HiddenTitles
  /** Whether a row is the example that our templates carry. */
  isExample(row: SheetRow): boolean
  /** The sheets of sub-tables that the workbook has. */
  readonly tables: readonly TableSource[]
  /** What is to be told of the sheet as a whole, once it was read to its end. */
  notes(): readonly Words[]
  /** Prolongs the lease; says whether somebody asked to stop. */
  between(): Promise<'go on' | 'stop'>
}

const AT_ONCE = 250
/** A sheet of Excel ends at 1,048,576 rows; more rows than this with something in them are better handed in by parts. */
export const MOST_ROWS = 200_000

/** Reads a sheet to the end and keeps what each row would do. It is begun anew when a process died: what was kept before is dropped. */
export async function readSheet(reading: Reading, source: AsyncIterable<SheetRow>): Promise<'ready' | 'cancelled' | Words> {
  const { store, kept } = reading
  await ask(poolReader(store), `delete from ${engineTable(store, 'import_row')} where import = $1`, [kept.id])
  await forgetReady(poolReader(store), store, kept.id)
  await recount(poolReader(store), store, kept.id)
  const start = await sheetStart(source, reading.wanted)
  if (start === 'empty') return noRows().words
  if (isRefusal(start)) return start.words
  const { heads, head, body } = start
  await keepHeads(reading, heads)
  const hidden = hiddenColumns(reading.hidden, head)
  const resolvers = await codeResolvers(poolReader(store), store, reading.register, reading.actor)
  const tables = await readTables(reading.tables, {
    resolversFor: async (textsOf) =>
      new Map([...resolvers, ...(await columnRefResolvers(poolReader(store), store, reading.register, textsOf))]),
    isExample: (row) => reading.isExample(row),
    most: MOST_ROWS,
  })
  if ('zh' in tables) return tables
  const past = kept.history ? await pastLimits(poolReader(store), store, reading.register) : undefined
  const keep = keeping(reading)
  try {
    const fields = past ? fieldsOfPast(reading.register) : reading.register.fields
    return await readBody({ reading, fields, heads, hidden, resolvers, tables, keep, past, named: { codes: [] } }, body)
  } finally {
    await keep([], 0)
  }
}

interface Body extends UnderHeads {
  readonly reading: Reading
  readonly keep: Step<ImportRow>
  readonly past: PastLimits | undefined
  readonly named: { codes: NamedCodes }
}

async function readBody(body: Body, rows: AsyncIterable<SheetRow>): Promise<'ready' | 'cancelled' | Words> {
  const judge = judging(body)
  let read = 0
  let waiting: SheetRow[] = []
  const judgeWaiting = async () => {
    read += waiting.length
    if (read <= MOST_ROWS) await judge(waiting, read)
    waiting = []
  }
  try {
    for await (const row of rows) {
      if (isBlank(row) || body.reading.isExample(row)) continue
      if (waiting.push(row) < AT_ONCE) continue
      await judgeWaiting()
      if (read > MOST_ROWS) return tooMany().words
      if ((await body.reading.between()) === 'stop') return 'cancelled'
    }
    await judgeWaiting()
  } finally {
    await judge([], read)
  }
  if (read > MOST_ROWS) return tooMany().words
  return read === 0 ? noRows().words : await ended(body, read)
}

/**
 * Judges and keeps rows; answers as soon as the rows before are judged. What the database knows of rows is asked meanwhile, and more of them read.
 * Without rows it waits for the last ones.
 */
function judging(body: Body): Step<SheetRow> {
  const seen: SeenInSheet = new Map()
  let judged: Promise<readonly ImportRow[]> = Promise.resolve([])
  let before: Promise<void> = Promise.resolve()
  return async (rows, read) => {
    if (rows.length > 0) {
      judged = judgedChunk(body, rows, seen, judged)
      judged.catch(() => {}) // told to who judges the next rows
    }
    await before
    if (rows.length === 0) return
    before = judged.then((own) => body.keep(own, read))
    before.catch(() => {}) // as above
  }
}

async function ended({ reading, tables, keep, named }: Body, read: number): Promise<'ready'> {
  const { store, kept } = reading
  const orphans = tables.left().map(orphanRow)
  for (let at = 0; at < orphans.length; at += AT_ONCE) await keep(orphans.slice(at, at + AT_ONCE), read)
  await keep([], read)
  const notes = reading.notes()
  const text = `update ${engineTable(store, 'import')} set notes = notes || $2::jsonb where id = $1`
  if (notes.length > 0) await ask(poolReader(store), text, [kept.id, JSON.stringify(notes)])
  await keepJudged(poolReader(store), store, kept.id, { by: judgedBy(store, reading.register, reading.actor), codes: named.codes })
  return 'ready'
}

/** What the rows would do, in the light of those before. Nothing is written here, so that the next rows can be judged while the database still keeps these. */
async function judgedChunk(
  body: Body,
  rows: readonly SheetRow[],
  seen: SeenInSheet,
  before: Promise<unknown>,
): Promise<readonly ImportRow[]> {
  const { store, register } = body.reading
  return await store.database.transaction(async (client) => {
    const call = callFor(client, body.reading)
    const typed = await typedRows(clientReader(client), store, register, body, rows)
    const known = await lookUp(call, register, typed)
    await before
    const judged = await judge(call, register, known, { seen, past: body.past, secrets: store.secrets, named: body.named })
    return judged.map((row, at) => withCells(register, body.heads, row, typed[at]!))
  })
}

/** Does something with rows, and how many were read with them. */
type Step<Each> = (rows: readonly Each[], read: number) => Promise<void>

/** Keeps rows; answers as soon as the rows before are kept. Without rows it waits for the last ones. */
function keeping({ store, kept }: Reading): Step<ImportRow> {
  let counts = NONE
  let before: Promise<void> = Promise.resolve()
  return async (rows, read) => {
    await before
    if (rows.length === 0) return
    counts = countedWith(counts, rows)
    const text = `update ${engineTable(store, 'import')} set rows_read = $2, counts = $3 where id = $1`
    const values = [kept.id, read, JSON.stringify(counts)]
    before = store.database.transaction(async (client) => {
      const reader = clientReader(client)
      // Not waited for on the disk: that the sheet is read is, and comes behind these rows in the log; until then it would be read anew.
      const unhurried = ask(reader, 'set local synchronous_commit = off', [])
      await Promise.all([unhurried, keepRows(reader, store, kept.id, rows), ask(reader, text, values)])
    })
    before.catch(() => {}) // told to who keeps the next rows
  }
}

/** Where nothing is saved nothing needs to be sealed: half the time of judging a row with a phone number. */
const unsealing = memo((store: Store): Store => ({ ...store, secrets: { ...store.secrets, seal: (text) => Buffer.from(text) } }))

/** A call that judges and never saves. */
function callFor(client: PgClient, { store, actor, kept }: Reading): Call {
  return new Call({
    store: unsealing(store),
    client,
    actor,
    command: 'entry.import-set',
    now: store.clock.now(),
    today: today(store.clock, store.timeZone),
    event: newId(store.clock),
    request: kept.request,
  })
}

async function keepHeads({ store, kept }: Reading, { row, columns, notes }: Heads): Promise<void> {
  const places = Object.fromEntries(columns.map(({ field, at }) => [field, at]))
  const text = `update ${engineTable(store, 'import')} set heads = $2, notes = $3 where id = $1`
  await ask(poolReader(store), text, [kept.id, JSON.stringify({ row, columns: places }), JSON.stringify(notes)])
}

function tooMany(): Refusal {
  return refuse(
    'too_large',
    'import.too-many-rows',
    `表中有内容的行超过 ${MOST_ROWS.toLocaleString('en')} 行，请分成几个文件上传`,
    `more than ${MOST_ROWS.toLocaleString('en')} rows hold something; upload the sheet in parts`,
  )
}

function noRows(): Refusal {
  return refuse(
    'invalid',
    'import.no-rows',
    '表头以下没有数据行，请从表头的下一行填起，保存后重新上传',
    'there are no rows of data below the heads; fill in from the row under them, save and upload again',
  )
}
