import { type CellValue, type ColumnLook, columnLetters, type DropDown, type Note, type SheetLine, type SheetLook } from './sheet.ts'
import type { XmlBytes } from './xml-bytes.ts'

/** Places in `STYLES` (styles.ts). */
const STYLE_OF = { text: 1, whole: 2, number: 3, day: 4, year: 2, lines: 7 } as const
const HEAD_STYLE = 5
const MUTED_STYLE = 6
/** The same looks, standing out. */
const MARKED_STYLE_OF = { text: 8, whole: 9, number: 10, day: 11, year: 9, lines: 8 } as const

const DAY_MS = 86_400_000
/** The day that sheets count from, with their leap day of 1900 that never was. */
const DAY_ZERO = Date.UTC(1899, 11, 30)

const OPEN =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'

export function sheetStart(sheet: SheetLook): string {
  const columns = sheet.columns.map(columnXml).join('')
  return `${OPEN}<sheetViews>${viewXml(sheet)}</sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns}</cols><sheetData>`
}

export function sheetEnd({ dropDowns = [], notes = [] }: SheetLook): string {
  const lists =
    dropDowns.length > 0 ? `<dataValidations count="${dropDowns.length}">${dropDowns.map(dropDownXml).join('')}</dataValidations>` : ''
  return `</sheetData>${lists}${notes.length > 0 ? '<legacyDrawing r:id="rId1"/>' : ''}</worksheet>`
}

function viewXml({ frozenRows = 0, frozenColumns = 0 }: SheetLook): string {
  if (frozenRows + frozenColumns === 0) return '<sheetView workbookViewId="0"/>'
  const split = `${frozenColumns ? ` xSplit="${frozenColumns}"` : ''}${frozenRows ? ` ySplit="${frozenRows}"` : ''}`
  const pane = frozenRows && frozenColumns ? 'bottomRight' : frozenRows ? 'bottomLeft' : 'topRight'
  const corner = `${columnLetters(frozenColumns)}${frozenRows + 1}`
  return `<sheetView workbookViewId="0"><pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/></sheetView>`
}

function columnXml({ width, hidden, format }: ColumnLook, at: number): string {
  return `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${STYLE_OF[format]}" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`
}

function dropDownXml({ column, fromRow, toRow, list, wrong }: DropDown): string {
  const letters = columnLetters(column)
  // A warning and not a stop: an old file may hold words that the list no longer has, and the import tells which.
  return `<dataValidation type="list" errorStyle="warning" allowBlank="1" showInputMessage="1" showErrorMessage="1" error="${escaped(wrong)}" sqref="${letters}${fromRow + 1}:${letters}${toRow + 1}"><formula1>${escaped(list)}</formula1></dataValidation>`
}

/** Writes one row of a sheet, whose place is counted from 0. */
export type RowWriter = (xml: XmlBytes, line: SheetLine, at: number) => void

const bytesOf = (text: string): Uint8Array => Buffer.from(text)

/** How a cell of one style goes on behind its place, and how it ends. */
interface StyledCell {
  readonly empty: Uint8Array
  readonly text: Uint8Array
  readonly preserved: Uint8Array
  readonly number: Uint8Array
  readonly truth: Uint8Array
}

const styled: readonly StyledCell[] = Array.from({ length: 12 }, (_each, style) => ({
  empty: bytesOf(`" s="${style}"/>`),
  text: bytesOf(`" s="${style}" t="inlineStr"><is><t>`),
  preserved: bytesOf(`" s="${style}" t="inlineStr"><is><t xml:space="preserve">`),
  number: bytesOf(`" s="${style}"><v>`),
  truth: bytesOf(`" s="${style}" t="b"><v>`),
}))

const ROW_OPENS = bytesOf('<row r="')
const CELLS_BEGIN = bytesOf('">')
const ROW_ENDS = bytesOf('</row>')
const TEXT_ENDS = bytesOf('</t></is></c>')
const VALUE_ENDS = bytesOf('</v></c>')

/** Writes the rows of a sheet; what is the same for every row is worked out once. */
export function rowWriter({ columns, mutedRows = 0 }: SheetLook): RowWriter {
  const opens = columns.map((_column, at) => bytesOf(`<c r="${columnLetters(at)}`))
  const styles = columns.map(({ format }) => STYLE_OF[format])
  const markedStyles = columns.map(({ format }) => MARKED_STYLE_OF[format])
  return (xml, line, at) => {
    const style = at === 0 ? HEAD_STYLE : at <= mutedRows ? MUTED_STYLE : undefined
    const [row, marked] = 'cells' in line ? [line.cells, line.marked] : [line, undefined]
    const number = String(at + 1)
    xml.part(ROW_OPENS)
    xml.digits(number)
    xml.part(CELLS_BEGIN)
    for (let column = 0; column < row.length; column++) {
      const value = row[column]!
      const stands = marked?.has(column) ?? false
      if (value === null && !stands) continue
      xml.part(opens[column]!)
      xml.digits(number)
      if (stands) writeMarked(xml, value, markedStyles[column]!)
      else writeCell(xml, value, style ?? styles[column]!)
    }
    xml.part(ROW_ENDS)
  }
}

/** A cell in which something is missing stands out as well; a day in a column of texts stays a day. */
function writeMarked(xml: XmlBytes, value: CellValue, style: number): void {
  writeCell(xml, value === '' ? null : value, style, MARKED_STYLE_OF.day)
}

/** A cell behind its place: `<c r="A1` stands before it. */
function writeCell(xml: XmlBytes, value: CellValue, style: number, dayStyle: number = STYLE_OF.day): void {
  const cell = styled[style]!
  if (typeof value === 'string') {
    xml.part(isPreserved(value) ? cell.preserved : cell.text)
    xml.text(value)
    xml.part(TEXT_ENDS)
  } else if (value === null || (typeof value === 'number' && !Number.isFinite(value))) {
    xml.part(cell.empty)
  } else {
    xml.part(typeof value === 'object' ? styled[dayStyle]!.number : typeof value === 'boolean' ? cell.truth : cell.number)
    xml.digits(String(typeof value === 'object' ? (value.getTime() - DAY_ZERO) / DAY_MS : Number(value)))
    xml.part(VALUE_ENDS)
  }
}

/** Blanks at the ends and new lines are kept only where the text says so. */
function isPreserved(text: string): boolean {
  return text.charCodeAt(0) <= BLANK || text.charCodeAt(text.length - 1) <= BLANK || text.includes('\n')
}

const BLANK = 0x20

/** The text of notes, and the boxes they are shown in, which Excel wants drawn. */
export function notesXml(notes: readonly Note[]): { readonly comments: string; readonly drawing: string } {
  const texts = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${columnLetters(column)}${row + 1}" authorId="0"><text><r><t xml:space="preserve">${escaped(text)}</t></r></text></comment>`,
  )
  const boxes = notes.map(
    ({ row, column }, at) =>
      `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" style="position:absolute;width:180pt;height:70pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1},10,${row},5,${column + 4},10,${row + 5},5</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  )
  return {
    comments: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author></author></authors><commentList>${texts.join('')}</commentList></comments>`,
    drawing: `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${boxes.join('')}</xml>`,
  }
}

/** XML 1.0 has no place for control characters, not even written as numbers. */
const CONTROL = String.raw`\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff`
const FORBIDDEN = new RegExp(`[${CONTROL}]`, 'g')
const SPECIAL = new RegExp(`[&<>"\r${CONTROL}]`)

/** Most texts have nothing to escape, so that is asked first. */
export function escaped(text: string): string {
  return SPECIAL.test(text)
    ? text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll('\r', '&#13;')
        .replaceAll(FORBIDDEN, '')
    : text
}
