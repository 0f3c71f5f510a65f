import { hash } from 'node:crypto'
import { isFilled, type Row } from '#engine/access/holds.ts'
import type { FieldFault } from '#engine/define/refusal.ts'
import type { Register, RowOf, ValuesOf } from '#engine/define/register.ts'
import { faultsFrom } from '#engine/derive/faults.ts'
import { createSchema, editSchema } from '#engine/derive/schema.ts'
import { exportColumns } from '#engine/transfer/columns.ts'
import { canonical, isOpen, merge } from '#engine/transfer/merge.ts'
import type { Secrets } from '#platform/secrets/secrets.ts'
import type { Call } from './call.ts'
import { type NamedCodes, unknownCodes, withCodesOf } from './codes-check.ts'
import { doubleIn, type SeenInSheet, titledAlike } from './import-doubles.ts'
import { faultsOf } from './import-faults.ts'
import { makePast, type PastLimits } from './import-history.ts'
import { entriesKnownBy, identitiesOf, pastVersions } from './import-identity.ts'
import { readyRow } from './import-ready.ts'
import type { CellFault, ImportRow } from './import-rows.ts'
import { entriesOfContent } from './import-rows.ts'
import { sealedRow } from './import-sealing.ts'
import { type SubRow, withFiles } from './import-tables.ts'
import { kept } from './kept.ts'
import { clientReader, readEntries } from './read.ts'
import { opened } from './rows.ts'
import { refuseMarksIn } from './secrecy-gate.ts'

/** A row of a sheet, its cells read as values. */
export interface TypedRow {
  readonly row: number
  /** The hidden number of the entry and the version it had when the sheet was made. */
  readonly id?: string | undefined
  readonly version?: number | undefined
  readonly given: Row
  /** The rows of the sub-sheets that the workbook has, by field. */
  readonly tables: ReadonlyMap<string, readonly SubRow[]>
  readonly faults: readonly CellFault[]
  readonly warnings: readonly CellFault[]
}

/** What the rows of a sheet are judged with. */
interface Judging {
  readonly seen: SeenInSheet
  /** Set where old entries come in. */
  readonly past: PastLimits | undefined
  /** Seals the rows that are kept; what is only tried is not sealed. */
  readonly secrets: Secrets
  /** The codes of the rows that were made ready, those of earlier rows among them. */
  readonly named: { codes: NamedCodes }
}

interface Match {
  readonly entry?: string
  /** A row of the same content was put in before: there is nothing to do. */
  readonly done?: true
  readonly fault?: FieldFault
}

/** Rows with what the database knows of them. */
interface LookedUp {
  readonly rows: readonly KnownRow[]
  readonly matches: ReadonlyMap<number, Match>
  /** The entries they are matched with, by id. */
  readonly now: ReadonlyMap<string, Row>
  /** Versions of them that were overtaken since the sheet was made, by `id version`. */
  readonly earlier: ReadonlyMap<string, Row>
}

/** Asks what is there already of what the rows name; the rows before need not be judged for that. */
export async function lookUp(call: Call, register: Register, typed: readonly TypedRow[]): Promise<LookedUp> {
  const { client, store } = call.facts
  const rows = typed.map((row) => known(register, withTables(row)))
  const matches = await matchesOf(call, register, rows)
  const ids = [...new Set([...matches.values()].flatMap(({ entry }) => (entry ? [entry] : [])))]
  const now = new Map((await readEntries(clientReader(client), store, register, ids)).map((row) => [String(row['id']), row]))
  const older = rows.flatMap(({ row, version }) => {
    const entry = now.get(matches.get(row)?.entry ?? '')
    return entry && version && version < Number(entry['version']) ? [{ id: String(entry['id']), version }] : []
  })
  return { rows, matches, now, earlier: await pastVersions(clientReader(client), store, register, older) }
}

/** Says of each row what it would do, by the very rules that will be asked when it does it; nothing is written. */
export async function judge(
  call: Call,
  register: Register,
  { rows, matches, now, earlier }: LookedUp,
  { seen, past, secrets, named }: Judging,
): Promise<readonly ImportRow[]> {
  const tried = new Map<number, string>()
  const judged = rows.map((row) => {
    const match = matches.get(row.row) ?? {}
    const entry = now.get(match.entry ?? '')
    const was = entry && earlier.get(`${String(entry['id'])} ${row.version ?? 0}`)
    return judgeRow({ call, register, row: withOwnFiles(register, row, entry), match, entry, was, seen, past, tried })
  })
  const codes = await unknownCodes(call)
  const kept = judged.map((row) => withCodes(row, codes.get(tried.get(row.row) ?? '') ?? []))
  const made = new Map(call.touched.map(({ after }) => [String(after['id']), after]))
  const ready = kept.map((row, at) => {
    const after = row.outcome === 'new' && !past ? made.get(tried.get(row.row) ?? '') : undefined
    return after && readyRow({ register, secrets }, after, rows[at]!.identities)
  })
  named.codes = withCodesOf(call, new Set(ready.flatMap((each) => each?.entry ?? [])), named.codes)
  return kept.map((row, at) => (ready[at] ? { ...row, ready: ready[at] } : sealedRow(secrets, register, row)))
}

/** A table without rows empties the one of an entry that the sheet names; of a row that may be new, or known by its key only, it says nothing. */
function withTables(row: TypedRow): TypedRow {
  const tables = [...row.tables].filter(([, rows]) => rows.length > 0 || row.id !== undefined)
  if (tables.length === 0) return row
  const given = Object.fromEntries(tables.map(([field, rows]) => [field, rows.map(({ values }) => values)]))
  const inner = tables.flatMap(([, rows]) => rows)
  return {
    ...row,
    tables: new Map(tables),
    given: { ...row.given, ...given },
    faults: [...row.faults, ...inner.flatMap(({ faults }) => faults)],
    warnings: [...row.warnings, ...inner.flatMap(({ warnings }) => warnings)],
  }
}

function withOwnFiles(register: Register, row: KnownRow, entry: Row | undefined): KnownRow {
  const subs = subSheetsOf(register).filter(({ field }) => Object.hasOwn(row.given, field))
  if (subs.length === 0) return row
  const found = subs.map((sub) => ({ field: sub.field, ...withFiles(sub, row.tables.get(sub.field) ?? [], entry?.[sub.field]) }))
  return {
    ...row,
    given: { ...row.given, ...Object.fromEntries(found.map(({ field, value }) => [field, value])) },
    faults: [...row.faults, ...found.flatMap(({ faults }) => faults)],
  }
}

const subSheetsOf = kept((register: Register) => exportColumns(register).subSheets)

/** A code that is known and not valid on the day is found by the database, for all rows at once. */
function withCodes(row: ImportRow, faults: readonly FieldFault[]): ImportRow {
  return faults.length === 0 ? row : { ...row, outcome: 'wrong', faults: [...row.faults, ...faults] }
}

/** A row with what it is known by: worked out once, files of the entry do not belong to it. */
interface KnownRow extends TypedRow {
  /** The same for rows that give the same. */
  readonly content: string
  readonly identities: readonly string[]
}

function known(register: Register, row: TypedRow): KnownRow {
  return { ...row, content: contentOf(register, row.given), identities: identitiesOf(register, row.given) }
}

async function matchesOf(call: Call, register: Register, rows: readonly KnownRow[]): Promise<ReadonlyMap<number, Match>> {
  const { client, store, actor } = call.facts
  const unnamed = rows.filter(({ id }) => id === undefined)
  const reader = clientReader(client)
  const contents = unnamed.map(({ content }) => content)
  const marks = unnamed.flatMap(({ identities }) => identities)
  const [done, here] = await Promise.all([
    entriesOfContent(reader, store, register.name, contents),
    entriesKnownBy(reader, { store, register, actor }, marks),
  ])
  return new Map(
    rows.map(({ row, id, content, identities }): [number, Match] => {
      if (id !== undefined) return [row, { entry: id }]
      const same = done.get(content)
      if (same) return [row, { entry: same.entry, done: true }]
      const found = [...new Set(identities.flatMap((each) => here.get(each) ?? []))]
      if (found.length > 1) return [row, { fault: manyAlike(found.length) }]
      return [row, found[0] === undefined ? {} : { entry: found[0] }]
    }),
  )
}

interface Judged {
  readonly call: Call
  readonly register: Register
  readonly row: KnownRow
  readonly match: Match
  readonly entry: Row | undefined
  readonly was: Row | undefined
  readonly seen: SeenInSheet
  /** Set where old entries come in. */
  readonly past: PastLimits | undefined
  /** The entries that rows have made or changed, in thought, by row. */
  readonly tried: Map<number, string>
}

function judgeRow(judged: Judged): ImportRow {
  const { register, row, match, entry } = judged
  const { given, content } = row
  const double = doubleIn(register, judged)
  const alike = double === undefined ? titledAlike(register, judged) : []
  const base = {
    row: row.row,
    title: String(given[register.titleField ?? 'title'] ?? entry?.[register.titleField ?? 'title'] ?? ''),
    entry: match.entry ?? null,
    version: entry ? Number(entry['version']) : null,
    given,
    changes: [],
    warnings: [...row.warnings, ...alike],
    content,
    sheet: null,
  }
  const wrong = (faults: readonly CellFault[]): ImportRow => ({ ...base, outcome: 'wrong', faults })
  const before = [...row.faults, ...(match.fault ? [match.fault] : []), ...(double ? [double] : [])]
  if (match.done && before.length === 0) return { ...base, outcome: 'unchanged', faults: [] }
  if (judged.past && match.entry !== undefined) return wrong([...before, IS_HERE])
  if (match.entry !== undefined) return entry ? judgeChange(judged, base, before) : wrong([...before, NO_SUCH_ENTRY])
  const faults = before.length > 0 ? [...before, ...missingIn(register, given)] : faultsOfNew(judged)
  return faults.length > 0 ? wrong(faults) : { ...base, outcome: 'new', faults: [] }
}

function judgeChange(
  { call, register, row, entry, was, tried }: Judged,
  base: Omit<ImportRow, 'outcome' | 'faults'>,
  before: readonly CellFault[],
): ImportRow {
  const { secrets } = call.facts.store
  const now = opened(register, entry!, secrets)
  const changes = merge(register, { given: row.given, now, was: was ? opened(register, was, secrets) : now })
  const kept = { ...base, changes }
  if (before.length > 0) return { ...kept, outcome: 'wrong', faults: before }
  if (changes.length === 0) return { ...kept, outcome: 'unchanged', faults: [] }
  tried.set(row.row, String(entry!['id']))
  const faults = faultsOfChange(call, register, entry!, Object.fromEntries(changes.map(({ field, after }) => [field, after])))
  if (faults.length > 0) return { ...kept, outcome: 'wrong', faults }
  return { ...kept, outcome: isOpen(changes) ? 'conflict' : 'changed', faults: [] }
}

const IS_HERE: FieldFault = {
  path: '',
  message: {
    zh: '系统中已有这条记录，历史导入只补录没有的；如需更正请在该记录上办理',
    en: 'this entry is there already; history only adds what is not: correct it on the entry itself',
  },
}

const schemas = kept((register: Register) => ({ create: createSchema(register), edit: editSchema(register) }))

function faultsOfNew({ call, register, row, tried, past }: Judged): readonly CellFault[] {
  if (past) return makePast(call, register, past, row.given, (id) => tried.set(row.row, id))
  const { data, error } = schemas(register).create.safeParse(row.given, { reportInput: true })
  if (error) return faultsFrom(error, register)
  return faultsOf(register, () => {
    tried.set(row.row, String(call.create(register, [data as ValuesOf<Register>])[0]))
    refuseMarksIn(register, undefined, row.given)
  })
}

/** What would stand against a change of an entry; the same for a preview and when it is made. */
export function faultsOfChange(call: Call, register: Register, entry: Row, changes: Row): readonly CellFault[] {
  const { data, error } = schemas(register).edit.safeParse(changes, { reportInput: true })
  if (error) return faultsFrom(error, register)
  return faultsOf(register, () => {
    call.change(register, entry as RowOf<Register>, data)
    refuseMarksIn(register, entry, { ...entry, ...changes })
  })
}

/** With a cell that cannot be read, the fields that are wanting are told all the same: all faults at once. */
function missingIn(register: Register, given: Row): readonly FieldFault[] {
  const own = Object.entries(register.fields)
    .filter(([name, field]) => field.required && Object.hasOwn(given, name) && !isFilled(given[name]))
    .map(([path, { label }]) => ({ path, label }))
  const inTables = subSheetsOf(register).flatMap(({ field, columns }) => {
    const rows = Array.isArray(given[field]) ? (given[field] as readonly Row[]) : []
    const needed = columns.filter(({ definition, facts }) => definition.needed && !facts.closed)
    return rows.flatMap((row, at) =>
      needed
        .filter((column) => !isFilled(row[column.field]))
        .map((column) => ({ path: `${field}.${at}.${column.field}`, label: column.definition.label })),
    )
  })
  return [...own, ...inTables].map((where) => ({ ...where, message: { zh: '必须填写', en: 'must be filled in' } }))
}

const NO_SUCH_ENTRY: FieldFault = {
  path: '',
  message: {
    zh: '表中隐藏的记录编号在系统中找不到，或您无权查看；如为新增，请清空该行的隐藏编号列后重新填写',
    en: 'the hidden number of this row names no entry that you may read; for a new one, empty the hidden columns of the row',
  },
}

function manyAlike(count: number): FieldFault {
  return {
    path: '',
    message: {
      zh: `系统中有 ${count} 条记录与本行关键信息相同，无法判断更新哪一条；请从导出的表中修改`,
      en: `${count} entries have the same key as this row, so it is not clear which is meant; change them in an exported sheet`,
    },
  }
}

/** The same for what gives the same, whatever stands empty. */
export function contentOf(register: Register, given: Row): string {
  return hash('sha256', `${register.name} ${canonical(given)}`, 'base64url')
}
