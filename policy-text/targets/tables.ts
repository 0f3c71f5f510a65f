import type { Line } from '../lines.ts'
import { type Cell, type Column, cellsOf, columnOf, endsTable, isDash, isValue } from './cells.ts'

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
    if (!/指标|目标值/.test(lines[at]?.text ?? '')) continue
    const table = tableAt(lines, at)
    if (!table) continue
    tables.push(table)
    at = Math.max(at, table.lines.at(-1) ?? at)
  }
  return tables
}

const LONGEST_TABLE = 400
const LONGEST_HEAD = 14

function tableAt(lines: readonly Line[], first: number): FoundTable | null {
  const head = headOf(lines.slice(first, first + LONGEST_HEAD).flatMap((line, at) => lineCells(line, first + at)))
  if (!head) return null
  const inside = cellsUntilEnd(lines, first, head.length)
  const rows = rowsOf(inside, head.columns)
  const last = lastLine(inside, rows)
  if (rows.length < 2 || last === null) return null
  return { lines: Array.from({ length: last - first + 1 }, (_, at) => first + at), rows }
}

/** The cells after the head, up to the text that follows the table or the head of another one. */
function cellsUntilEnd(lines: readonly Line[], first: number, headLength: number): readonly Cell[] {
  const cells: Cell[] = []
  for (const [at, line] of lines.slice(first, first + LONGEST_TABLE).entries()) {
    for (const cell of lineCells(line, first + at)) {
      if (cells.length >= headLength && (endsTable(cell.text) || columnOf(cell.text)?.kind === 'label')) return cells.slice(headLength)
      cells.push(cell)
    }
  }
  return cells.slice(headLength)
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
    else if (isValue(cell.text) && !isRowNumber(cell, names, rows.length)) {
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
  return next !== undefined && !isValue(next.text) && !NATURE.test(next.text) && !UNIT_CELL.test(next.text)
}

// Rows are numbered 1, 2, 3 …; such a number opens a row and is no value.
function isRowNumber(cell: Cell, names: readonly Cell[], done: number): boolean {
  return names.length === 0 && /^\d{1,2}$/.test(cell.text) && Math.abs(Number(cell.text) - done - 1) <= 3
}

const UNIT_CELL =
  /^(%|‰|[万亿]?(元|美元|家|个|项|件|人|名|人年|平方米|公里|吨|岁|台|套|所|件\/万人|人年\/万人)|[万亿]元\/人|[^\d\s]{1,6}\/[^\d\s]{1,6}|(吨|千克)标准煤.*|级|位|亩|次|户|兆瓦|千瓦|万千瓦|分)$/

function rowFrom(names: readonly Cell[], values: readonly Cell[], columns: readonly Column[]): TableRow | null {
  const chosen = chosenValue(values, columns)
  const unitCell = names.findLast((cell) => UNIT_CELL.test(cell.text))
  const labels = names.filter((cell) => cell !== unitCell && !/^\d{1,2}[.、]?$/.test(cell.text))
  const own = ownLabels(labels)
  const first = own[0]
  if (!chosen || !first) return null
  const printed = own.map((cell) => cell.text).join('')
  const inName = /\(([^()]{1,12})\)$/.exec(printed)?.[1]
  return {
    name: printed.replace(/^\d{1,2}[.、]/, '').replace(/\([^()]{1,12}\)$/, ''),
    unit: unitCell?.text ?? (inName !== undefined && /[%‰]|[家个项件人名元里米吨岁台套次户亩天年]|\//.test(inName) ? inName : null),
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
    return column && !isDash(cell.text) ? [{ cell, column }] : []
  })
  const years = columns.filter((column) => column.kind === 'year')
  const goal = years.at(-1)
  return pairs.find((pair) => pair.column === goal) ?? pairs.findLast((pair) => pair.column.kind !== 'year') ?? null
}
