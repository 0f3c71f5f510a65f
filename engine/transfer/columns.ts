import type { Register } from '#engine/define/register.ts'
import type { CellContent, SheetFacts } from '#engine/kinds/cell.ts'
import { type FieldDefinition, kindOf } from '#engine/kinds/index.ts'

/** One column of a register's sheet. The import finds it again by its title or, where that was changed, by its field. */
export interface SheetColumn {
  readonly field: string
  readonly definition: FieldDefinition
  /** 投入经费（万元） */
  readonly title: string
  readonly facts: SheetFacts
  /** `always` from the first save on, `in time` before the entry is handed in. */
  readonly required: 'always' | 'in time' | 'never'
  readonly note?: string
  readonly example: CellContent
}

/** The sheet of one `rows` field: its columns belong to the row of the main sheet that `ROW_KEY` names. */
export interface SubSheet {
  readonly field: string
  readonly definition: FieldDefinition
  readonly title: string
  readonly required: SheetColumn['required']
  readonly note?: string
  readonly columns: readonly SheetColumn[]
}

/** A register as a workbook: its main sheet, and one for each of its sub-tables. */
export interface RegisterSheet {
  readonly title: string
  readonly columns: readonly SheetColumn[]
  readonly subSheets: readonly SubSheet[]
}

/** A column as a province wants it: its own title for the definition's, and whether the template does without it. */
export interface LayoutColumn {
  readonly field: string
  readonly title?: string | null | undefined
  readonly leftOut?: boolean | undefined
}

/** The order and titles of columns that a province keeps for a register; fields it does not name follow in the definition's order. */
export interface SheetLayout {
  readonly columns: readonly LayoutColumn[]
}

/** Hidden columns at the left of a main sheet: which entry a row is, and as of which version it was taken. */
export const ROW_ID = '行标识'
/** The other of the hidden columns. */
export const ROW_VERSION = '版本'
/** The first column that people see: a number of their own, by which rows of sub-sheets name the row they belong to. */
export const ROW_KEY = '行号'
/** In the column `ROW_KEY`: rows that are no data. */
export const RULES_MARK = '填写要求'
/** In the column `ROW_KEY`: a row that shows how it is done. */
export const EXAMPLE_MARK = '示例（导入时忽略）'
/** A hidden sheet of two columns, name and value, that says what the workbook was made from. */
export const STAMP_SHEET = '_蓝图'
/** Names in the hidden sheet: the register, and the version of its definition. */
export const STAMP_REGISTER = '台账'
export const STAMP_VERSION = '定义版本'
/** The version of the province's layout; absent for the definition's own. */
export const STAMP_LAYOUT = '版式版本'
export const STAMP_MADE_ON = '生成日期'
/** A hidden sheet with the lists behind drop-downs. */
export const LISTS_SHEET = '_选项'
/** The sheet that says how to fill the others in. */
export const INSTRUCTIONS_SHEET = '填写说明'

/** Ends the head of a column that only narrows the drop-down beside it. */
const HELPER_MARK = '（仅供筛选）'
const HELPER_END = `：设区市${HELPER_MARK}`
/** The head of the column that narrows the drop-down of another. */
export function helperTitle({ title }: Pick<SheetColumn, 'title'>): string {
  return `${title}${HELPER_END}`
}

/** The title of the column whose drop-down a head narrows; undefined for every other head. */
export function helpedBy(head: string): string | undefined {
  return head.endsWith(HELPER_END) ? head.slice(0, -HELPER_END.length) : undefined
}

/** The column of an export that tells where each entry stands; never imported. */
export const STATE_TITLE = '办理状态'

/** Columns of a list that are no fields, by the names the list has for them; an export of what it shows has them, the import passes them over. */
export const SHOWN_ONLY = { no: '编号', changedAt: '更新时间' } as const

/** The last column of a workbook of wrong rows: what is wrong in which cell, why, and what to do. */
export const ISSUES_TITLE = '问题（导入时忽略）'

/** Columns of our own sheets that are read as something else than values, or not at all. */
export function isOwnColumn(title: string): boolean {
  return OWN_COLUMNS.has(title) || title.endsWith(HELPER_MARK)
}

const OWN_COLUMNS: ReadonlySet<string> = new Set([ROW_ID, ROW_VERSION, ROW_KEY, STATE_TITLE, ISSUES_TITLE])

/** The columns that people can fill in. */
export function sheetColumns(register: Register, layout?: SheetLayout): RegisterSheet {
  return sheetOf(register, layout, ({ system }, { closed }) => !system && !closed)
}

/** Those, and the ones that are only shown: what commands filled in, and names of files. What a template leaves out stands at the end. */
export function exportColumns(register: Register, layout?: SheetLayout): RegisterSheet {
  return sheetOf(register, layout, (field) => kindOf(field).control !== 'none')
}

/** The columns of a template: those that people can fill in, without what the province leaves out; of `opened` fields, those as well. */
export function templateColumns(register: Register, layout?: SheetLayout, opened: ReadonlySet<string> = new Set()): RegisterSheet {
  const leftOut = new Set(layout?.columns.flatMap(({ field, leftOut: out }) => (out ? [field] : [])))
  const whole = sheetOf(register, layout, ({ system }, { closed }, field) => opened.has(field) || (!system && !closed))
  return {
    title: whole.title,
    columns: whole.columns.filter(({ field }) => !leftOut.has(field)),
    subSheets: whole.subSheets.filter(({ field }) => !leftOut.has(field)),
  }
}

type Wanted = (definition: FieldDefinition, facts: SheetFacts, field: string) => boolean

function sheetOf(register: Register, layout: SheetLayout = { columns: [] }, wanted: Wanted): RegisterSheet {
  const fields = ordered(register, layout).filter(([name, field]) => wanted(field, kindOf(field).sheet(field), name))
  const titles = new Map(layout.columns.map(({ field, title }) => [field, title || undefined]))
  const all = unlike(fields.map(([name, field]) => columnOf(name, field, titles.get(name))))
  return {
    title: sheetName(register.title.zh),
    columns: all.filter(({ facts }) => !facts.rows),
    subSheets: all.filter(({ facts }) => facts.rows).map((column) => subSheet(column, wanted)),
  }
}

function ordered(register: Register, { columns }: SheetLayout): readonly (readonly [string, FieldDefinition])[] {
  const leftOut = new Set(columns.flatMap(({ field, leftOut: out }) => (out ? [field] : [])))
  const all = [...columns.map(({ field }) => field), ...inSections(register), ...Object.keys(register.fields)]
  const names = new Set([...all.filter((field) => !leftOut.has(field)), ...leftOut])
  return [...names].flatMap((name) => (Object.hasOwn(register.fields, name) ? [[name, register.fields[name]!] as const] : []))
}

/** People know the order of the form. */
function inSections({ sections = [] }: Register): readonly string[] {
  return sections.flatMap(({ fields }) => fields)
}

function columnOf(field: string, definition: FieldDefinition, title?: string): SheetColumn {
  const facts = kindOf(definition).sheet(definition)
  return {
    field,
    definition,
    title: withUnit(title ?? definition.label.zh, facts.unit),
    facts,
    required: definition.required ? 'always' : definition.needed ? 'in time' : 'never',
    ...(definition.note && { note: definition.note.zh }),
    example: facts.example ?? null,
  }
}

/** A title of the province's own carries the unit as well, whether it was written into it or not. */
function withUnit(title: string, unit: string | undefined): string {
  return unit === undefined || title.includes(unit) ? title : `${title}（${unit}）`
}

function subSheet({ field, definition, title, facts, required, note }: SheetColumn, wanted: Wanted): SubSheet {
  const columns = Object.entries(facts.rows ?? {})
    .map(([name, column]) => [name, column as FieldDefinition] as const) // a column of a sub-table is a field of one of the kinds
    .filter(([name, column]) => wanted(column, kindOf(column).sheet(column), `${field}.${name}`))
  return {
    field,
    definition,
    title: sheetName(title),
    required,
    ...(note !== undefined && { note }),
    columns: unlike(columns.map(([name, column]) => columnOf(name, column))),
  }
}

/** Two columns never share a title, nor take one of ours. */
function unlike(columns: readonly SheetColumn[]): readonly SheetColumn[] {
  const seen = new Set(OWN_COLUMNS)
  return columns.map((column) => {
    const title = seen.has(column.title) ? `${column.title}［${column.field}］` : column.title
    seen.add(title)
    return { ...column, title }
  })
}

/** Excel takes 31 characters and none of these signs. */
export function sheetName(title: string): string {
  return title.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, 31)
}
