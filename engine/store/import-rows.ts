import type { Row } from '#engine/access/holds.ts'
import type { FieldFault } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import type { FieldChange } from '#engine/transfer/merge.ts'
import { engineTable, type Store } from './context.ts'
import { addCounts, type RowOutcome, recount, settledCounts } from './import-counts.ts'
import { FIELD_OF_FAULT } from './import-fault-fields.ts'
import type { RowRange } from './import-range.ts'
import { givenAgain, keepReady, ofReady, type ReadyRow } from './import-ready.ts'
import { ask, type Reader } from './read.ts'

/** A row of a sheet and what became of it. */
export interface ImportRow {
  /** As the sheet counts, from 1. */
  readonly row: number
  readonly outcome: RowOutcome
  readonly title: string
  readonly entry: string | null
  readonly version: number | null
  /** Personal data is sealed. Of a row that was made ready it is not kept apart, and null where rows are read to be shown. */
  readonly given: Row
  readonly changes: readonly FieldChange[]
  readonly faults: readonly CellFault[]
  /** What is doubtful; the row can go in all the same. */
  readonly warnings: readonly CellFault[]
  readonly content: string
  /** The sheet of a sub-table in which the row stands, belonging to no row of the main sheet; see `orphanRow`. */
  readonly sheet: string | null
  /** Of a new row: as it will stand in its register. */
  readonly ready?: ReadyRow | undefined
}

/** A row of a sub-sheet whose number no row of the main sheet bears. */
export interface Orphan {
  /** The place of its sheet among the sub-sheets, from 1. */
  readonly table: number
  readonly sheet: string
  readonly row: number
  readonly fault: CellFault
}

/** Rows of sub-sheets stand behind all rows of the main sheet: no sheet has as many (Excel: 1,048,576). */
const SHEET_OF_ROWS = 1 << 24

/** A row of a sub-sheet that belongs to no row, as it is kept: wrong, and under a number of its own. */
export function orphanRow({ table, sheet, row, fault }: Orphan): ImportRow {
  return {
    row: table * SHEET_OF_ROWS + row,
    sheet,
    outcome: 'wrong',
    title: '',
    entry: null,
    version: null,
    given: {},
    changes: [],
    faults: [fault],
    warnings: [],
    content: '',
  }
}

/** The number of a row in its own sheet. */
export function rowInSheet({ row }: Pick<ImportRow, 'row'>): number {
  return row % SHEET_OF_ROWS
}

/** What is wrong with a row, and in which cell; `path` is the field. */
export interface CellFault extends FieldFault {
  readonly cell?: string
}

const RECORD =
  'row integer, outcome text, title text, entry uuid, version integer, given jsonb, changes jsonb, faults jsonb, warnings jsonb, content text, sheet text'
const SETTLED = 'row integer, outcome text, entry uuid, version integer, faults jsonb, applied boolean'
const NAMES = 'row, outcome, title, entry, version, given, changes, faults, warnings, content, sheet'

export async function keepRows(reader: Reader, store: Store, id: string, rows: readonly ImportRow[]): Promise<void> {
  const text = `insert into ${engineTable(store, 'import_row')} (import, ${NAMES}) select $1, ${NAMES} from json_to_recordset($2::json) as given(${RECORD})`
  const own = rows.map((row) => (row.ready ? { ...row, given: null, ready: undefined } : row))
  await Promise.all([ask(reader, text, [id, JSON.stringify(own)]), keepReady(reader, store, id, rows)])
}

/** What became of a row that was to be put in. */
export interface Settled {
  readonly row: number
  readonly outcome: RowOutcome
  readonly entry: string | null
  readonly version: number | null
  readonly faults: readonly CellFault[]
  readonly applied: boolean
}

/** Rows that were to be put in. */
interface Done {
  /** What the preview said of them. */
  readonly was: readonly Pick<ImportRow, 'row' | 'outcome'>[]
  readonly rows: readonly Settled[]
  /** How many others went in by a statement that wrote down itself what became of them. */
  readonly entered?: number
}

/** Writes down what became of rows, and counts them. */
export async function settleRows(reader: Reader, store: Store, id: string, { was, rows, entered = 0 }: Done): Promise<void> {
  const text = `update ${engineTable(store, 'import_row')} own set outcome = given.outcome, entry = given.entry, version = given.version, faults = given.faults,
      applied_at = case when given.applied then $3::timestamptz end
    from json_to_recordset($2::json) as given(${SETTLED}) where own.import = $1 and own.row = given.row and own.row = any($4::integer[])`
  const counts = settledCounts(new Map(was.map(({ row, outcome }) => [row, outcome])), rows)
  await Promise.all([
    rows.length > 0 && ask(reader, text, [id, JSON.stringify(rows), store.clock.now(), rows.map(({ row }) => row)]),
    addCounts(reader, store, id, { ...counts, applied: counts.applied + entered }),
  ])
}

const SELECTED = NAMES
/** The rows of an import, `$1`, that are to be put in and are not in yet. */
export const WAITING = "import = $1 and outcome in ('new', 'changed') and applied_at is null"

/** The rows of a range that are to be put in and are not in yet, but for those that are ready. */
export async function waitingRows(reader: Reader, store: Store, id: string, { after, upTo }: RowRange): Promise<readonly ImportRow[]> {
  const text = `select ${SELECTED} from ${engineTable(store, 'import_row')} where ${WAITING} and given is not null and row > $2 and row <= $3 order by row`
  return (await ask(reader, text, [id, after, upTo])) as unknown as readonly ImportRow[] // the columns are those of the type
}

/** All of them, the ready ones as the sheet gave them. */
export async function waitingRowsAnew(
  reader: Reader,
  store: Store,
  register: Register,
  id: string,
  { after, upTo }: RowRange,
): Promise<readonly ImportRow[]> {
  const text = `select ${SELECTED}, ${ofReady(store, 'columns')} as columns
    from ${engineTable(store, 'import_row')} own where ${WAITING} and row > $2 and row <= $3 order by row`
  const rows = (await ask(reader, text, [id, after, upTo])) as unknown as readonly (ImportRow & { readonly columns: Row | null })[] // as above
  return rows.map(({ columns, ...row }) => (columns ? { ...row, given: givenAgain(register, columns) } : row))
}

/** Which of these rows are still to be put in, without what they hold. */
export async function waitingNumbers(
  reader: Reader,
  store: Store,
  id: string,
  { after, upTo }: RowRange,
): Promise<readonly Pick<ImportRow, 'row' | 'outcome'>[]> {
  const text = `select row, outcome from ${engineTable(store, 'import_row')} where ${WAITING} and row > $2 and row <= $3 order by row`
  return (await ask(reader, text, [id, after, upTo])) as unknown as readonly Pick<ImportRow, 'row' | 'outcome'>[] // as above
}

/** All rows that are to be put in, in ranges of so many. */
export async function waitingRanges(reader: Reader, store: Store, id: string, size: number): Promise<readonly RowRange[]> {
  const text = `select min(row) - 1 as after, max(row) as "upTo" from (
      select row, (row_number() over (order by row) - 1) / $2 as part from ${engineTable(store, 'import_row')} where ${WAITING}) each
    group by part order by part`
  return (await ask(reader, text, [id, size])) as unknown as readonly RowRange[] // as above
}

/** Which rows of the preview: of one outcome or of all, those with something doubtful alone or not. */
export interface PreviewQuestion {
  readonly outcome?: RowOutcome | undefined
  readonly warned?: boolean | undefined
  /** Only rows in which something is wrong with this column. */
  readonly field?: string | undefined
  readonly after: number
  readonly limit: number | null
}

/** A page of the preview. */
export async function previewRows(
  reader: Reader,
  store: Store,
  id: string,
  { outcome, warned = false, field, after, limit }: PreviewQuestion,
): Promise<readonly (ImportRow & { readonly applied: boolean })[]> {
  const text = `select ${SELECTED}, applied_at is not null as applied from ${engineTable(store, 'import_row')}
    where import = $1 and ($2::text is null or outcome = $2) and (not $5::boolean or warnings <> '[]') and row > $3
      and ($6::text is null or exists (select from jsonb_array_elements(faults) fault where ${FIELD_OF_FAULT} = $6)) order by row limit $4`
  return (await ask(reader, text, [id, outcome ?? null, after, limit, warned, field ?? null])) as unknown as readonly (ImportRow & {
    applied: boolean
  })[] // as above
}

/** The rows that wait for a person: wrong ones, and those in which somebody else has changed the same. */
export async function* rowsToMend(reader: Reader, store: Store, id: string): AsyncGenerator<ImportRow> {
  const text = `select ${SELECTED} from ${engineTable(store, 'import_row')}
    where import = $1 and outcome in ('wrong', 'conflict') and row > $2 order by row limit ${ON_A_PAGE}`
  let after = 0
  for (;;) {
    const page = (await ask(reader, text, [id, after])) as unknown as readonly ImportRow[] // as above
    yield* page
    if (page.length < ON_A_PAGE) return
    after = page.at(-1)!.row
  }
}

const ON_A_PAGE = 1_000

/** The entries that were made or changed by rows of the same content, by content. */
export async function entriesOfContent(
  reader: Reader,
  store: Store,
  register: string,
  contents: readonly string[],
): Promise<ReadonlyMap<string, { readonly entry: string; readonly version: number }>> {
  // Looked up one by one: PostgreSQL knows nothing of a first import while it runs, and held each of its rows against each content (0.2 s a set).
  const text = `select given.content, own.entry, own.version from unnest($1::text[]) as given(content), lateral
    (select entry, version from ${engineTable(store, 'import_row')} kept
      where kept.content = given.content and kept.outcome in ('new', 'changed') and kept.applied_at is not null
        and exists (select from ${engineTable(store, 'import')} import where import.id = kept.import and import.register = $2)
      order by kept.applied_at desc limit 1) own`
  const found = await ask(reader, text, [contents, register])
  return new Map(found.map(({ content, entry, version }) => [String(content), { entry: String(entry), version: Number(version) }]))
}

/** In which clashes a person chose: of one field, of one row, or of all. */
export interface Choice {
  readonly row?: number | undefined
  readonly field?: string | undefined
  readonly choice: 'sheet' | 'system'
}

/**
 * Keeps a choice, for however many rows in one statement. A row whose clashes are all decided can go in, or has nothing left to do;
 * one that is named may be decided otherwise until it is in, all rows together only while they are open.
 */
export async function keepChoice(reader: Reader, store: Store, id: string, { row, field, choice }: Choice): Promise<void> {
  const table = engineTable(store, 'import_row')
  const text = `with decided as (
      select own.row, (select jsonb_agg(case when each ? 'clash' and ($3::text is null or each ->> 'field' = $3) then each || jsonb_build_object('choice', $4::text) else each end order by place)
        from jsonb_array_elements(own.changes) with ordinality as of_row(each, place)) as changes
      from ${table} own where own.import = $1 and own.applied_at is null
        and case when $2::integer is null then own.outcome = 'conflict' else own.row = $2 and own.outcome <> 'wrong' end
        and exists (select from jsonb_array_elements(own.changes) each where each ? 'clash'))
    update ${table} own set changes = decided.changes, outcome = case
        when exists (select from jsonb_array_elements(decided.changes) each where each ? 'clash' and not each ? 'choice') then 'conflict'
        when exists (select from jsonb_array_elements(decided.changes) each where not each ? 'clash' or each ->> 'choice' = 'sheet') then 'changed'
        else 'unchanged' end
      from decided where own.import = $1 and own.row = decided.row`
  await ask(reader, text, [id, row ?? null, field ?? null, choice])
  await recount(reader, store, id)
}
