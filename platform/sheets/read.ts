import { type OpenSheet, openWorkbook } from './read-parts.ts'
import { rowReader, type SheetRow } from './read-rows.ts'

/** What stands behind the last row of a sheet. */
export interface SheetEnd {
  /** Ranges such as A3:A7 of which only the first cell holds the value; some of them. */
  readonly merged: readonly string[]
}

/** A workbook that is open for reading. */
export interface Book {
  /** The names of its sheets in their order, hidden ones too. */
  readonly names: readonly string[]
  /**
   * The rows of one sheet, by name or place, one after the other; rows that hold nothing are passed over. Reads no further than
   * rows are taken, so that memory does not grow with the sheet. Throws when there is no such sheet or it cannot be read.
   */
  rows(sheet: string | number, onEnd?: (end: SheetEnd) => void): AsyncIterable<SheetRow>
}

/**
 * Opens a workbook; throws when it is none. Written by us: the library that reads csv tells nothing of formulas and merged
 * cells, and reads ahead without an end.
 */
export function openBook(workbook: Uint8Array): Book {
  const { names, open } = openWorkbook(workbook)
  return {
    names,
    async *rows(sheet, onEnd) {
      const opened = await open(typeof sheet === 'number' ? sheet : names.indexOf(sheet))
      if (!opened) throw new Error(`the workbook has no sheet ${sheet}`)
      yield* rowsOf(opened, onEnd)
    },
  }
}

/** Longer than any row that a person fills in; what claims to be one is no row. */
const LONGEST_ROW = 2_000_000
const LONGEST_END = 1_000_000
const END_OF_ROWS = /<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*\/>/

async function* rowsOf({ text, ...parts }: OpenSheet, onEnd: ((end: SheetEnd) => void) | undefined): AsyncIterable<SheetRow> {
  const read = rowReader(parts)
  let [waiting, isBehind] = ['', false]
  for await (const piece of text) {
    if (isBehind && waiting.length > LONGEST_END) break
    waiting += piece
    if (isBehind) continue
    const { rows, rest } = read(waiting)
    yield* rows
    waiting = rest
    isBehind = END_OF_ROWS.test(rest)
    if (!isBehind && waiting.length > LONGEST_ROW) throw new Error('a row that has no end')
  }
  onEnd?.({ merged: mergedIn(waiting) })
}

const MOST_MERGED = 5

function mergedIn(end: string): readonly string[] {
  const found = [...end.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]+)"/g)].map(([, range = '']) => range)
  return found.slice(0, MOST_MERGED)
}
