import type { Words } from '#engine/define/words.ts'

/** What a cell of a sheet holds; a day is midnight in UTC. */
export type CellContent = string | number | boolean | Date | null

/** What a cell says: a value as the API takes it, that the entry keeps what it has, or why it cannot be read. */
export type CellReading = { readonly value: unknown } | { readonly kept: true } | { readonly fault: Words }

/** Codes and ids by the names that people write; a name that several share is not among them. */
export type CellNames = ReadonlyMap<string, string>

/** What a sheet must know to offer a column for a kind of value. */
export interface SheetFacts {
  /** Stands in the column's head: 投入经费（万元）. */
  readonly unit?: string
  /** How the cells are kept: `text` saves long numbers from being counted. */
  readonly format: 'text' | 'whole' | 'number' | 'day' | 'year'
  /** In characters of the sheet. */
  readonly width: number
  /** Where the cell's drop-down comes from. */
  readonly pick?: Pick
  /** Columns of the sub-sheet that stands for the value. */
  readonly rows?: Readonly<Record<string, unknown>>
  /** Absent for what no example can be made up for. */
  readonly example?: CellContent
  /** Why people cannot give the value in a sheet. */
  readonly closed?: Words
}

/** A drop-down: words of the definition, titles of codes that registers name, or the entries of a register. */
export type Pick =
  | { readonly from: 'words'; readonly words: readonly string[] }
  | { readonly from: 'codes'; readonly by: NamesBy; readonly nested?: true }
  | { readonly from: 'entries'; readonly register: string }

/** A register whose entries have a `code`, a `title` and the days from and until which the code is valid. */
export interface NamesBy {
  readonly register: string
  /** The classification, for registers that keep several. */
  readonly scheme?: string
  /** Codes that are no longer valid are taken as well. */
  readonly past?: true
  /** The column of a sub-table in which the codes stand. */
  readonly column?: string
}

/** A cell that holds nothing. */
export const EMPTY: CellReading = { value: null }

/** A cell as the text that a person sees in it. */
export function cellText(cell: CellContent): string {
  if (typeof cell === 'string') return cell.trim()
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell).trim()
}

/** Reads the text of a cell that holds any. */
export function fromText(cell: CellContent, read: (text: string) => CellReading): CellReading {
  const text = cellText(cell)
  return text === '' ? EMPTY : read(text)
}

/** A cell that cannot be read, and why, in both languages. */
export function wrong(zh: string, en: string): CellReading {
  return { fault: { zh, en } }
}

/** Sheets count with 15 digits; a longer number stays text, so that none of its digits is lost. */
export function numberCell(digits: string): CellContent {
  return digits.replaceAll(/^-?0*|\D/g, '').length > 15 ? digits : Number(digits)
}
