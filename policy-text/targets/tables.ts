import type { Line } from '../lines.ts'
import { type Cell, type Column, cellsOf, columnOf, endsTable, isDash, isTold, isValue } from './cells.ts'
import { UNIT_PATTERN } from './units.ts'

/** One indicator of a flattened table, with the cell that holds what is to be reached. */
export interface TableRow {
  readonly name: string
  readonly unit: string | null
  readonly start: number
  readonly end: number
  readonly value: string
  readonly year: number | null
  readonly kind: 'year' | 'change' | 'cumulative'
  /** As printed in the column 属性. */
  readonly nature: string | null
  /** The first value of the row, where it is another one. */
  readonly baseline: string | null
}

/** A table of indicators: the lines it takes up and what it says. */
export interface FoundTable {
  readonly lines: readonly number[]
  readonly rows: readonly TableRow[]
}

/** Finds tables of indicators that a page, a PDF or a converter has turned into lines of cells. */
export function findTables(lines: readonly Line[]): readonly FoundTable[] {
  const tables: FoundTable[] = []
  for (let at = 0; at < lines.length; at += 1) {
    if (!MAY_BE_HEAD.test(lines[at]?.text ?? '')) continue
    const table = tableAt(lines, at)
    if (!table) continue
    tables.push(table)
    at = Math.max(at, table.lines.at(-1) ?? at)
  }
  return tables
}

// Half of all tables say 指标 in their head, the rest name two years beside each other.
const MAY_BE_HEAD = /指标|目标值|20\d\d ?年.{0,12}20\d\d ?年/
const LONGEST_TABLE = 400
const LONGEST_HEAD = 14

function tableAt(lines: readonly Line[], first: number): FoundTable | null {
  const head = headOf(lines.slice(first, first + LONGEST_HEAD).flatMap((line, at) => lineCells(line, first + at)))
  if (!head) return null
  const inside = cellsUntilEnd(lines, first, head.length)
  const rows = rowsOf(inside, head.columns).map((row) => withUnit(row, captionUnit(lines, first)))
  const last = lastLine(inside, rows)
  if (rows.length < 2 || last === null) return null
  const top = isCaption(lines[first - 1]) ? first - 1 : first
  return { lines: Array.from({ length: last - top + 1 }, (_, at) => top + at), rows }
}

/** The cells after the head, up to the text that follows the table or the head of another one. */
function cellsUntilEnd(lines: readonly Line[], first: number, headLength: number): readonly Cell[] {
  const cells: Cell[] = []
  for (const [at, line] of lines.slice(first, first + LONGEST_TABLE).entries()) {
    for (const cell of lineCells(line, first + at)) {
      const ends = (endsTable(cell.text) && !isNumberedRow(lines, first + at)) || columnOf(cell.text)?.kind === 'label'
      if (cells.length >= headLength && ends) return cells.slice(headLength)
      cells.push(cell)
    }
  }
  return cells.slice(headLength)
}

/** “1.研发投入强度(%) 2.8 3.2” is a row and no heading, and so is the group over it: “(一)创新投入”. */
function isNumberedRow(lines: readonly Line[], at: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]]
  if (!line || line.text.length > 60 || /[。;]/.test(line.text)) return false
  return hasValues(line, at) || (cellsOf(line, at).length === 1 && next !== undefined && next.text.length <= 60 && hasValues(next, at + 1))
}

function hasValues(line: Line, at: number): boolean {
  return (
    cellsOf(line, at)
      .slice(1)
      .filter(({ text }) => isValue(text)).length >= 2
  )
}

/** “表1 主要指标(单位:%、张)”: it belongs to the table; a box is a heading of its own. */
function isCaption(line: Line | undefined): boolean {
  return line !== undefined && line.text.length <= 60 && /^附?表\d|^\(?单位:/.test(line.text) && !/[。;]/.test(line.text)
}

/** “(单位:亿元)” over a table, where it names one unit for all. */
function captionUnit(lines: readonly Line[], first: number): string | null {
  const caption = [lines[first - 1], lines[first - 2]].map((line) => /单位:([^)\s]{1,12})/.exec(line?.text.slice(0, 80) ?? '')?.[1])
  return caption.find((unit) => unit !== undefined) ?? null
}

/** A row without a unit takes that of the caption; of several it takes “%” where its name is that of a rate. */
function withUnit(row: TableRow, caption: string | null): TableRow {
  if (row.unit !== null || caption === null || /[%‰万亿家个项]/.test(row.value)) return row
  if (!/[、,]/.test(caption)) return { ...row, unit: caption }
  return caption.includes('%') && /(?:率|比重|占比|比例)[*①-⑩]*$/.test(row.name) ? { ...row, unit: '%' } : row
}

// A line this long is text, not a row.
function lineCells(line: Line, index: number): readonly Cell[] {
  return line.text.length > 200 ? [longCell(line, index)] : cellsOf(line, index)
}

function longCell(line: Line, index: number): Cell {
  return { text: line.text, start: line.start, end: line.end, line: index }
}

function lastLine(cells: readonly Cell[], rows: readonly TableRow[]): number | null {
  const end = rows.at(-1)?.end
  return end === undefined ? null : (cells.findLast((cell) => cell.start < end)?.line ?? null)
}

/** The run of head cells at the start: a name column and at least one value column make a table. */
function headOf(cells: readonly Cell[]): { readonly columns: readonly Column[]; readonly length: number } | null {
  const columns: Column[] = []
  for (const cell of cells.slice(0, 14)) {
    const column = columnOf(cell.text)
    if (!column) break
    columns.push(column)
  }
  const values = columns.filter(isValueColumn)
  return columns.length >= 3 && values.length >= 1 && columns.some((column) => column.kind === 'label')
    ? { columns, length: columns.length }
    : null
}

function isValueColumn(column: Column): boolean {
  return column.kind === 'year' || column.kind === 'change' || column.kind === 'cumulative'
}

const NATURE = /^(预期性?|约束性?|指导性?|引导性?)$/

function rowsOf(cells: readonly Cell[], columns: readonly Column[]): readonly TableRow[] {
  const valueColumns = columns.filter(isValueColumn)
  const rows: TableRow[] = []
  let names: Cell[] = []
  let values: Cell[] = []
  const flush = (nature: string | null = null): void => {
    const row = rowFrom(names, values, valueColumns)
    const last = rows.at(-1)
    if (row) rows.push({ ...row, nature })
    else if (nature !== null && last?.nature === null) rows[rows.length - 1] = { ...last, nature }
    names = []
    values = []
  }
  for (const [at, cell] of cells.entries()) {
    if (NATURE.test(cell.text)) flush(cell.text)
    else if (opensRow(cell, cells[at + 1], { names, values, done: rows.length })) names = []
    else if ((isValue(cell.text) && !isRowNumber(cell, names, rows.length)) || (values.length > 0 && isTold(cell.text))) {
      if (names.length > 0) values.push(cell)
      if (values.length === valueColumns.length) flush()
    } else {
      if (values.length > 0) flush()
      names.push(cell)
    }
  }
  flush()
  return rows
}

/** “创新投入 / 1 / 研发强度”: after the name of a group of rows the number opens the first of them. */
function opensRow(
  cell: Cell,
  next: Cell | undefined,
  so: { readonly names: readonly Cell[]; readonly values: readonly Cell[]; readonly done: number },
): boolean {
  if (so.names.length !== 1 || so.values.length > 0 || cell.text !== String(so.done + 1)) return false
  return next !== undefined && !isValue(next.text) && !NATURE.test(next.text) && !isUnit(next.text)
}

// Rows are numbered 1, 2, 3 …; such a number opens a row and is no value.
function isRowNumber(cell: Cell, names: readonly Cell[], done: number): boolean {
  return names.length === 0 && /^\d{1,2}$/.test(cell.text) && Math.abs(Number(cell.text) - done - 1) <= 3
}

const UNIT_CELL =
  /^(%|‰|天|分|微克.*|[万亿]?(元|美元|家|个|项|件|人|名|人年|平方米|公里|吨|岁|台|套|所|件\/万人|人年\/万人)|[万亿]元\/人|[^\d\s]{1,6}\/[^\d\s]{1,6}|(吨|千克)标准煤.*|级|位|亩|次|户|兆瓦|千瓦|万千瓦|标台)$/

const UNIT_WHOLE = new RegExp(`^(?:${UNIT_PATTERN})$`)

function isUnit(cell: string): boolean {
  return UNIT_CELL.test(cell) || (cell.length <= 8 && UNIT_WHOLE.test(cell))
}

function rowFrom(names: readonly Cell[], values: readonly Cell[], columns: readonly Column[]): TableRow | null {
  const chosen = chosenValue(values, columns)
  const unitCell = names.findLast((cell) => isUnit(cell.text))
  const labels = names.filter((cell) => cell !== unitCell && !/^\d{1,2}[.、]?$/.test(cell.text))
  const own = ownLabels(labels)
  const first = own[0]
  if (!chosen || !first) return null
  const printed = own.map((cell) => cell.text).join('')
  const inName = /\(([^()]{1,12})\)$/.exec(printed)?.[1]
  return {
    name: printed
      .replace(/^\d{1,2}[.、]/, '')
      .replace(/[*①-⑩]+$/, '')
      .replace(/\([^()]{1,12}\)$/, ''),
    unit:
      unitCell?.text ??
      (inName !== undefined && (isUnit(inName) || /[%‰]|[家个项件人名元里米吨岁台套次户亩天年]|\//.test(inName)) ? inName : null),
    start: first.start,
    end: chosen.cell.end,
    value: chosen.cell.text,
    nature: null,
    baseline: values[0] && values[0] !== chosen.cell && columns[0]?.kind === 'year' && !isDash(values[0].text) ? values[0].text : null,
    year: chosen.column.year ?? columns.findLast((column) => column.kind === 'year')?.year ?? null,
    kind: chosen.cell.text.startsWith('[')
      ? 'cumulative'
      : chosen.column.kind === 'year'
        ? 'year'
        : chosen.column.kind === 'cumulative'
          ? 'cumulative'
          : 'change',
  }
}

/** Of the labels before the values the first may be the category of several rows: “创新驱动”. */
function ownLabels(labels: readonly Cell[]): readonly Cell[] {
  const numbered = labels.findLastIndex((cell) => /^\d{1,2}[.、]/.test(cell.text))
  if (numbered >= 0) return labels.slice(numbered)
  const [first, second] = labels
  const isCategory = first && second && labels.length >= 2 && first.text.length <= 6 && !/[(率比数]$/.test(first.text)
  return isCategory ? labels.slice(1) : labels
}

interface Chosen {
  readonly cell: Cell
  readonly column: Column
}

/** The latest year's value; where there is none, the sum over the years 〔n〕, then the growth. */
function chosenValue(values: readonly Cell[], columns: readonly Column[]): Chosen | null {
  const aligned = values.length === columns.length ? columns : columns.slice(columns.length - values.length)
  const pairs = values.flatMap((cell, at): Chosen[] => {
    const column = aligned[at]
    return column && !isDash(cell.text) && !isTold(cell.text) ? [{ cell, column }] : []
  })
  const years = columns.filter((column) => column.kind === 'year')
  const goal = years.at(-1)
  // “完成国家下达任务” is an aim without a figure; the figure beside it is what there is.
  if (values.some(({ text }) => isTold(text))) return pairs.findLast((pair) => pair.column.kind === 'cumulative') ?? null
  return pairs.find((pair) => pair.column === goal) ?? pairs.findLast((pair) => pair.column.kind !== 'year') ?? null
}
