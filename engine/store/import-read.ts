import type { Actor } from '#engine/define/actor.ts'
import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { cellText } from '#engine/kinds/cell.ts'
import { cellAddress, type Heads, type HeadWanted } from '#engine/transfer/heads.ts'
import { sheetStart } from '#engine/transfer/sheet-start.ts'
import { cellReader, isBlank, type SheetRow } from '#engine/transfer/typed.ts'
import { today } from '#platform/clock/clock.ts'
import { newId } from '#platform/clock/id.ts'
import type { PgClient } from '#platform/db/database.ts'
import { Call } from './call.ts'
import type { NamedCodes } from './codes-check.ts'
import { engineTable, type Store } from './context.ts'
import { countedWith, NONE, recount } from './import-counts.ts'
import type { SeenInSheet } from './import-doubles.ts'
import { fieldsOfPast, type PastLimits, pastLimits } from './import-history.ts'
import { judge, type TypedRow } from './import-judge.ts'
import { judgedBy, keepJudged } from './import-judged.ts'
import { codeResolvers, columnRefResolvers, type Resolvers, refResolvers } from './import-names.ts'
import { forgetReady } from './import-ready.ts'
import { type CellFault, type ImportRow, keepRows, orphanRow } from './import-rows.ts'
import { readTables, type TableSource, type Tables } from './import-tables.ts'
import type { Import } from './imports.ts'
import { kept as memo } from './kept.ts'
import { ask, clientReader, poolReader, refsOf } from './read.ts'

/** What a sheet is read with: who reads, the heads it may have, and what tells a row of its own from an example. */
export interface Reading {
  readonly store: Store
  readonly register: Register
  readonly actor: Actor
  readonly kept: Import
  readonly wanted: readonly HeadWanted[]
  /** The titles of the columns of our own sheets: the entry's number and version, and the row's number, by which sub-tables know it. */
  readonly hidden: { readonly id: string; readonly version: string; readonly key: string }
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
  const hidden = hiddenColumns(reading, head)
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
    return await readBody({ reading, heads, hidden, resolvers, tables, keep, past, named: { codes: [] } }, body)
  } finally {
    await keep([], 0)
  }
}

interface Hidden {
  readonly id: number
  readonly version: number
  readonly key: number
}

function hiddenColumns({ hidden }: Reading, { cells }: SheetRow): Hidden {
  const at = (title: string) => cells.findIndex((cell) => cellText(cell) === title)
  return { id: at(hidden.id), version: at(hidden.version), key: at(hidden.key) }
}

interface Body {
  readonly reading: Reading
  readonly heads: Heads
  readonly hidden: Hidden
  readonly resolvers: Resolvers
  readonly tables: Tables
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

/** Judges and keeps rows; answers as soon as the rows before are judged, so that more are read while the database is asked. Without rows it waits for the last ones. */
function judging(body: Body): Step<SheetRow> {
  const seen: SeenInSheet = new Map()
  let before: Promise<void> = Promise.resolve()
  return async (rows, read) => {
    await before
    if (rows.length === 0) return
    before = judgedChunk(body, rows, seen).then((judged) => body.keep(judged, read))
    before.catch(() => {}) // told to who judges the next rows
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

/** What the rows would do. Nothing is written here, so that the next rows can be judged while the database still keeps these. */
async function judgedChunk(body: Body, rows: readonly SheetRow[], seen: SeenInSheet): Promise<readonly ImportRow[]> {
  const { store, register } = body.reading
  return await store.database.transaction(async (client) => {
    const typed = await typedRows(client, body, rows)
    const judged = await judge(callFor(client, body.reading), register, typed, {
      seen,
      past: body.past,
      secrets: store.secrets,
      named: body.named,
    })
    return judged.map((row, at) => withCells(body, row, typed[at]!))
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

async function typedRows(
  client: PgClient,
  { reading, heads, hidden, resolvers, tables, past }: Body,
  rows: readonly SheetRow[],
): Promise<readonly TypedRow[]> {
  const { store, register } = reading
  const columns = new Map(heads.columns.map(({ field, at }) => [field, at]))
  const textsOf = (field: string) =>
    rows.map(({ cells }) => cellText(cells[columns.get(field) ?? -1] ?? null)).filter((text) => text !== '')
  const fields = past ? fieldsOfPast(register) : register.fields
  const refs = refsOf(register).length === 0 ? new Map() : await refResolvers(clientReader(client), store, register, textsOf)
  const read = cellReader(fields, heads)
  return rows.map((row) => {
    const { given, faults, warnings } = read(row, (field) => resolvers.get(field) ?? refs.get(field))
    const own = tables.take(cellText(row.cells[hidden.key] ?? null))
    const against = [...idFault(row, hidden), ...(own ? [] : [keyTwice(row, hidden)])]
    return { row: row.row, given, tables: own ?? new Map(), faults: [...faults, ...against], warnings, ...named(row, hidden) }
  })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function named({ cells }: SheetRow, { id, version }: Hidden): Pick<TypedRow, 'id' | 'version'> {
  const entry = cellText(cells[id] ?? null)
  if (!UUID.test(entry)) return {}
  const seen = Number(cellText(cells[version] ?? null))
  return { id: entry, ...(Number.isInteger(seen) && seen > 0 && { version: seen }) }
}

/** A hidden number that somebody has written over must not make a second entry of the same thing. */
function idFault({ row, cells }: SheetRow, { id }: Hidden): readonly CellFault[] {
  const entry = cellText(cells[id] ?? null)
  if (entry === '' || UUID.test(entry)) return []
  return [
    {
      path: '',
      cell: cellAddress(row, id),
      message: { zh: '隐藏的记录编号被改动，请从系统重新导出', en: 'the hidden number was altered; export the sheet again' },
    },
  ]
}

function keyTwice({ row, cells }: SheetRow, { key }: Hidden): CellFault {
  const number = cellText(cells[key] ?? null)
  return {
    path: '',
    cell: cellAddress(row, key),
    message: {
      zh: `行号“${number}”与上面的行重复，不知道各子表的行属于哪一条；请改成不重复的行号`,
      en: `the number “${number}” stands further up as well, so nobody knows which row the sub-tables belong to; use another number`,
    },
  }
}

/** Each fault with the cell it stands in; one of the whole row with the cell of its title. */
function withCells({ reading: { register }, heads }: Body, row: ImportRow, { tables }: TypedRow): ImportRow {
  if (row.faults.length === 0 && row.warnings.length === 0) return row
  const at = (field: string) => heads.columns.find((head) => head.field === field)?.at
  const placed = (fault: CellFault): CellFault => {
    if (fault.cell !== undefined) return fault
    const [field = '', place = '', inner = ''] = fault.path.split('.')
    // keyFigures.0.name is a cell of a row; rights.type, of a code that is not known, of some row.
    const [inTable, named] = [tables.get(field)?.[Number(place)] ?? tables.get(field)?.[0], inner || place]
    if (inTable) return { ...fault, cell: inTable.cellOf(named) }
    const column = at(field)
    if (column !== undefined) return { ...fault, cell: cellAddress(row.row, column) }
    const cell = cellAddress(row.row, at(register.titleField ?? 'title') ?? heads.columns[0]!.at)
    return { ...fault, cell, message: withoutColumn(fault, register) }
  }
  return { ...row, faults: row.faults.map(placed), warnings: row.warnings.map(placed) }
}

/** A cell that is not there cannot be filled in. */
function withoutColumn({ path, label, message: { zh, en } }: CellFault, { fields }: Register): Words {
  if (label === undefined || fields[path]?.required !== true) return { zh, en }
  return {
    zh: `${zh}；表中没有“${label.zh}”这一列，请补上列名和内容`,
    en: `${en}; there is no column “${label.en}”: add its head and what belongs under it`,
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
