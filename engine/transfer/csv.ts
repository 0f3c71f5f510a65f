import { type CellContent, cellText } from '#engine/kinds/cell.ts'

/** The mark by which Excel and WPS know UTF-8. */
export const BOM = '\ufeff'

/** One line of a file that Excel and WPS open as it is meant: RFC 4180, ended by CRLF. */
export function csvLine(cells: readonly CellContent[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** One cell of such a line. Most texts need neither help nor quotation marks, so that is asked first and once. */
export function csvCell(cell: CellContent): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return quoted(cellText(cell))
  return WANTS_CARE.test(cell) ? quoted(safeText(cell)) : cell
}

/** Wide enough for all three patterns below. */
const WANTS_CARE = /^[\s\u3000=+\-@＝＋－＠\d]|[",\r\n\t]|\s$/

/** What spreadsheet programs would run, also behind blanks. */
const FORMULA = /^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r]/
const PLAIN_NUMBER = /^[+-]?\d{1,11}(\.\d+)?$/
/** What they would turn into a rounded number, another number or a day: 320500199001011234, 0512, 2024E12, 3-1. */
const MISREAD = /^(\d{12,}|0\d+|\d+(\.\d+)?[Ee]\d+|\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?)$/

/** A text that nobody's spreadsheet program runs or rewrites; negative numbers stay as they are. */
export function safeText(text: string): string {
  if (FORMULA.test(text) && !PLAIN_NUMBER.test(text)) return `'${text}`
  // A tab behind it keeps it a text; it is not seen, and the import trims it.
  return MISREAD.test(text) ? `${text}\t` : text
}

function quoted(text: string): string {
  return /[",\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
