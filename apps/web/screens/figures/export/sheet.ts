import { csvOf } from '../arithmetic.ts'

/** One cell of a display: what is printed, and what a sheet program gets where that is another (1,024 → 1024). */
export interface SheetCell {
  readonly text: string
  readonly raw?: string
  /** The class of its ground, see `shadeClass`. */
  readonly shade?: string
  /** Stands under the row above as a part of it. */
  readonly within?: boolean
  /** Between 0 and 1: a bar before the number, as a ranking draws it. */
  readonly bar?: number
}

/** A display of figures as rows, ready to be written as data or drawn as a picture; the first column names the rows, numbers follow. */
export interface Sheet {
  readonly head: readonly string[]
  readonly rows: readonly (readonly SheetCell[])[]
  readonly foot?: readonly SheetCell[]
}

/** The display as data for sheet programs, with what it is about under it. */
export function csvOfSheet({ head, rows, foot }: Sheet, about: readonly string[]): string {
  const cells = [...rows, ...(foot ? [foot] : [])].map((row) => row.map(({ text, raw }) => raw ?? text))
  return csvOf([head, ...cells, [], ...about.map((line) => [line])])
}
