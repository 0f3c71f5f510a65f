/** What a cell holds; a day is midnight in UTC. Nothing else ever leaves or enters a workbook: no formula, no link. */
export type CellValue = string | number | boolean | Date | null

/** One column as a reader of the sheet sees it. */
export interface ColumnLook {
  readonly width: number
  readonly hidden?: boolean
  /** `lines` is text that breaks. */
  readonly format: 'text' | 'whole' | 'number' | 'day' | 'year' | 'lines'
}

/** A row in which some cells, counted from 0, stand out because something is wrong with them. */
export interface MarkedRow {
  readonly cells: readonly CellValue[]
  readonly marked: ReadonlySet<number>
}

/** One row of a sheet. */
export type SheetLine = readonly CellValue[] | MarkedRow

/** A sheet without its rows. */
export interface SheetLook {
  readonly name: string
  readonly columns: readonly ColumnLook[]
  readonly hidden?: boolean
  /** Rows at the top that do not scroll. */
  readonly frozenRows?: number
  /** Rows below the head that explain and are no data. */
  readonly mutedRows?: number
  readonly frozenColumns?: number
  readonly dropDowns?: readonly DropDown[]
  /** Shown when the pointer rests on a cell: by row and column, counted from 0. */
  readonly notes?: readonly Note[]
}

/** A sheet that is written row by row, or some rows at a time; the first row is its head. */
export interface SheetSource extends SheetLook {
  readonly rows: AsyncIterable<SheetLine> | Iterable<SheetLine> | Pages
}

/** Rows that come some at a time: a promise for each of a million costs more than writing it. */
export interface Pages {
  pages(): AsyncIterator<readonly SheetLine[]>
}

export interface DropDown {
  /** Counted from 0. */
  readonly column: number
  readonly fromRow: number
  readonly toRow: number
  /** What the list is: a range such as '_选项'!$A$1:$A$9, or an expression that finds one. */
  readonly list: string
  readonly wrong: string
}

export interface Note {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** A name for a range, for lists that depend on another cell. */
export interface NamedRange {
  readonly name: string
  readonly range: string
}

/** 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26)
}
