import type { FigureMatrix } from '#contract/figures.ts'
import { addDecimals } from '#engine/define/decimals.ts'
import { parsePeriod } from '#engine/define/period.ts'
import type { Words } from '#engine/define/words.ts'

/** How the columns of a comparison divide the time. */
export type ColumnsBy = 'year' | 'half' | 'quarter' | 'month'

/** An amount of one row in one column. */
export interface MatrixCell {
  readonly row: string
  readonly column: string
  readonly amount: string
}

export interface MatrixHead {
  readonly code: string
  readonly title: Words
}

/** Rows and columns with the sums at both edges. */
export interface Matrix extends Pick<FigureMatrix, 'columns' | 'total'> {
  readonly rows: Omit<FigureMatrix['rows'][number], 'overlaps'>[]
}

/** The stretch of time a month lies in: 2026-08 by quarter → 2026Q3. */
export function columnOf(month: string, by: ColumnsBy): string {
  const [year = '', at = ''] = month.split('-')
  if (by === 'year') return year
  if (by === 'half') return `${year}H${Number(at) <= 6 ? 1 : 2}`
  return by === 'quarter' ? `${year}Q${Math.ceil(Number(at) / 3)}` : month
}

/** All stretches from the first to the last month, none left out, so that a gap is seen as one. */
export function columnsBetween(months: readonly string[], by: ColumnsBy): readonly MatrixHead[] {
  const [first, last] = [months.toSorted()[0], months.toSorted().at(-1)]
  if (first === undefined || last === undefined) return []
  const codes = new Set<string>()
  for (let at = numberOf(first); at <= numberOf(last); at += 1) codes.add(columnOf(monthOf(at), by))
  return [...codes].map((code) => ({ code, title: parsePeriod(code)?.title ?? { zh: code, en: code } }))
}

/** Rows against columns with sums at both edges; a cell that nothing fills is 0. */
export function matrixOf(cells: readonly MatrixCell[], rows: readonly MatrixHead[], columns: readonly MatrixHead[]): Matrix {
  const sums = Map.groupBy(cells, ({ row, column }) => `${row}\n${column}`)
  const at = (row: string, column: string) => addDecimals((sums.get(`${row}\n${column}`) ?? []).map(({ amount }) => amount))
  const filled = rows.map((row) => {
    const values = columns.map(({ code }) => at(row.code, code))
    return { ...row, values, total: addDecimals(values) }
  })
  return {
    columns: [...columns],
    rows: filled,
    total: {
      values: columns.map((_column, index) => addDecimals(filled.map(({ values }) => values[index]!))),
      total: addDecimals(filled.map(({ total }) => total)),
    },
  }
}

function numberOf(month: string): number {
  const [year = 0, at = 1] = month.split('-').map(Number)
  return year * 12 + at - 1
}

function monthOf(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
}
