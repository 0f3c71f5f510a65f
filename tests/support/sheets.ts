import exceljs from 'exceljs'
import { type CellValue, writeXlsx } from 'hucre/xlsx'

/** A workbook of one sheet, its first row the heads. */
export const bookOf = (heads: CellValue[], rows: CellValue[][], name = '表') => writeXlsx({ sheets: [{ name, rows: [heads, ...rows] }] })

/** A workbook as another program reads it. */
export async function judged(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  return book
}
