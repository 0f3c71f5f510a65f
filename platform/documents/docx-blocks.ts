import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Block, ChartFacts, PictureBlock, TableBlock, TableColumn, TableRowFacts } from '#contract/paper.ts'
import { BODY, line, run } from './docx-lines.ts'
import { BODY_INDENT, FONTS, HALF_POINTS, LINE, TEXT_WIDTH } from './official-layout.ts'
import { pngOf } from './svg-to-png.ts'

/** The drawn charts of a document. */
export type Pictures = ReadonlyMap<ChartFacts, { readonly png: Uint8Array; readonly height: number }>

/** Every picture of these blocks. */
export async function picturesOf(blocks: readonly Block[]): Promise<Pictures> {
  const charts = blocks.flatMap((block) => (block.is === 'picture' ? [block.chart] : []))
  return new Map(await Promise.all(charts.map(async (chart) => [chart, await pngOf(chart)] as const)))
}

/** The blocks of a document as Word has them, in order. */
export function drawnBlocks(blocks: readonly Block[], pictures: Pictures): readonly FileChild[] {
  return blocks.flatMap((block) => drawn(block, pictures))
}

const HEADING_FONTS = { 1: FONTS.mark, 2: FONTS.kai, 3: FONTS.body, 4: FONTS.body } as const

function drawn(block: Block, pictures: Pictures): readonly FileChild[] {
  switch (block.is) {
    case 'heading':
      return [line(block.text, { font: HEADING_FONTS[block.level], indent: BODY_INDENT, level: block.level, keepNext: true })]
    case 'text':
      return [line('', { indent: BODY_INDENT, alignment: AlignmentType.BOTH, runs: block.runs.map(({ text }) => run(text, BODY)) })]
    case 'table':
      return tableOf(block)
    case 'picture':
      return [pictureOf(block, pictures)]
  }
}

/** The line of a picture is as high as the picture: on the exact pitch of the text it would be cut. */
function pictureOf({ chart }: PictureBlock, pictures: Pictures): Paragraph {
  const { png, height } = pictures.get(chart)!
  const width = Math.round((156 / 25.4) * 96)
  const image = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width, height: Math.round((width * height) / 1560) },
    altText: { name: chart.title, title: chart.title, description: `${chart.subtitle}（${chart.unit}）` },
  })
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 120, after: 120 }, children: [image] })
}

function tableOf({ title, note, columns, rows }: TableBlock): readonly FileChild[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.round((TEXT_WIDTH * width) / whole))
  const head = { kind: 'plain', cells: columns.map(({ title: text }) => ({ text })) } satisfies TableRowFacts
  return [
    ...(title === '' ? [] : [line(title, { font: FONTS.mark, size: HALF_POINTS.foot, alignment: AlignmentType.CENTER, keepNext: true })]),
    ...(note === undefined ? [] : [line(note, { size: 21, alignment: AlignmentType.RIGHT, line: 400, keepNext: true })]),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      borders: BORDERS,
      rows: [
        rowOf(head, columns, widths, 'head', rows.length <= UNTORN),
        ...rows.map((row, at) => rowOf(row, columns, widths, row.kind, rows.length <= UNTORN && at < rows.length - 1)),
      ],
    }),
    line('', { line: LINE / 2 }),
  ]
}

/** A table of so few rows is not torn by the end of a page. */
const UNTORN = 12
const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER, insideHorizontal: BORDER, insideVertical: BORDER }
/** Of the 12 pt of a table. */
const HALF_CHARACTER = 120
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

/** Heads come again on every page; a row is never torn. */
function rowOf(
  { cells }: TableRowFacts,
  columns: readonly TableColumn[],
  widths: readonly number[],
  kind: 'head' | TableRowFacts['kind'],
  keepNext: boolean,
): TableRow {
  return new TableRow({
    tableHeader: kind === 'head',
    cantSplit: true,
    children: cells.map(
      ({ text }, at) =>
        new TableCell({
          verticalAlign: VerticalAlign.CENTER,
          width: { size: widths[at]!, type: WidthType.DXA },
          margins: { top: 50, bottom: 50, ...(kind === 'head' ? { left: 15, right: 15 } : { left: 50, right: 50 }) },
          children: [
            line(text, {
              font: kind === 'head' ? FONTS.mark : FONTS.body,
              size: HALF_POINTS.table,
              line: 340,
              alignment: kind === 'head' ? AlignmentType.CENTER : ALIGN[columns[at]?.align ?? 'left'],
              ...(kind === 'part' && at === 0 && { left: HALF_CHARACTER }),
              ...(keepNext && { keepNext: true as const }),
              ...(kind === 'sum' && { bold: true as const }),
            }),
          ],
        }),
    ),
  })
}
