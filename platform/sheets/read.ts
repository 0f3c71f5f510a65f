import { readXlsx, streamXlsxRows } from 'hucre/xlsx'
import type { CellValue } from './sheet.ts'

/** A row as it stands in the file. */
export interface SheetRow {
  /** As Excel counts it, from 1. */
  readonly number: number
  readonly cells: readonly CellValue[]
}

/** The rows of one sheet, by name or place, one after the other. Throws what the reader of the file throws when it is no workbook. */
export async function* readRows(workbook: Uint8Array, sheet: string | number): AsyncIterable<SheetRow> {
  for await (const { index, values } of streamXlsxRows(workbook, { sheet })) yield { number: index + 1, cells: values }
}

/** The names of the sheets of a workbook in their order, hidden ones too, read without their rows. */
export async function sheetNames(workbook: Uint8Array): Promise<readonly string[]> {
  const { sheets } = await readXlsx(workbook, { maxRows: 1 })
  return sheets.map(({ name }) => name)
}
