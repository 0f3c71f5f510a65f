import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { line } from './docx-lines.ts'
import { A4, BODY_INDENT, CHARACTER, DATE_INDENT, FONTS, HALF_POINTS, LINE, MARGINS, mm, signatureIndent } from './official-layout.ts'
import { titleLines } from './title-lines.ts'

/** A letter or notice with one annexed table, in the words it is printed with. */
export interface OfficialDocument {
  readonly title: string
  readonly addressee: string
  readonly paragraphs: readonly string[]
  /** Names of the annexes, listed under the text. */
  readonly annexes: readonly string[]
  readonly signature: string
  readonly date: string
  /** Stands on the foot of every page, beside its number. */
  readonly foot: string
  readonly table: AnnexTable
}

export interface AnnexTable {
  readonly mark: string
  readonly title: string
  readonly note: string
  /** Widths are shares of the whole. */
  readonly columns: readonly { readonly title: string; readonly width: number; readonly align?: 'center' }[]
  readonly rows: readonly (readonly string[])[]
}

/** The document as .docx. */
export async function officialDocument(given: OfficialDocument): Promise<Uint8Array> {
  const document = new Document({
    creator: '',
    title: given.title,
    sections: [letterOf(given), annexOf(given)],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function letterOf({ title, addressee, paragraphs, annexes, signature, date, foot }: OfficialDocument): ISectionOptions {
  return {
    properties: { page: { size: A4, margin: MARGINS }, grid: { type: DocumentGridType.LINES, linePitch: LINE } },
    footers: { default: footer(foot) },
    children: [
      ...titleLines(title).map((part) => line(part, { font: FONTS.title, size: HALF_POINTS.title, alignment: AlignmentType.CENTER })),
      line(''),
      line(addressee),
      ...paragraphs.map((text) => line(text, { indent: BODY_INDENT })),
      line(''),
      ...annexes.map((name, at) =>
        line(`${at === 0 ? '附件：' : '   '}${annexes.length > 1 ? `${at + 1}. ` : ''}${name}`, { indent: BODY_INDENT }),
      ),
      line(''),
      line(''),
      // The date four characters from the right, the signature centred over it (7.3.5.1).
      line(signature, {
        alignment: AlignmentType.RIGHT,
        right: signatureIndent({ by: signature, on: date }) * CHARACTER,
      }),
      line(date, { alignment: AlignmentType.RIGHT, right: DATE_INDENT }),
    ],
  }
}

/** Wide tables lie across the page, the head of the page at the binding (GB/T 9704-2012, 10.6). */
function annexOf({ table, foot }: OfficialDocument): ISectionOptions {
  return {
    properties: {
      page: {
        size: { ...A4, orientation: PageOrientation.LANDSCAPE },
        margin: { top: mm(28), bottom: mm(26), left: mm(37), right: mm(35), footer: mm(16) },
      },
    },
    footers: { default: footer(foot) },
    children: [
      line(table.mark, { font: FONTS.mark }),
      line(table.title, { font: FONTS.title, size: HALF_POINTS.title, alignment: AlignmentType.CENTER }),
      line(table.note, { size: HALF_POINTS.foot }),
      tableOf(table),
    ],
  }
}

function footer(foot: string): Footer {
  const face = { size: HALF_POINTS.foot, font: { ascii: FONTS.digits, hAnsi: FONTS.digits, eastAsia: '宋体', cs: FONTS.digits } }
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ text: `${foot}        `, ...face, size: HALF_POINTS.table }),
          new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], ...face }),
        ],
      }),
    ],
  })
}

function tableOf({ columns, rows }: AnnexTable): Table {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.round((mm(225) * width) / whole))
  const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, at) =>
          new TableCell({
            verticalAlign: VerticalAlign.CENTER,
            width: { size: widths[at]!, type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 80, right: 80 },
            children: [
              line(text, {
                font: isHead ? FONTS.mark : FONTS.body,
                size: HALF_POINTS.table,
                line: 360,
                ...((isHead || columns[at]?.align) && { alignment: AlignmentType.CENTER }),
              }),
            ],
          }),
      ),
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(225), type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border },
    rows: [
      row(
        columns.map(({ title }) => title),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  })
}
