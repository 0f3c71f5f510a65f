import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  HeadingLevel,
  HorizontalPositionAlign,
  LineRuleType,
  Paragraph,
  TabStopType,
  TextRun,
  VerticalPositionAlign,
} from 'docx'
import { CLOSER, FONTS, HALF_POINTS, LINE } from './official-layout.ts'

/** How a line of an official document looks; body text unless said otherwise. Measures in twentieths of a point. */
export interface Look {
  readonly font?: string
  /** Half points. */
  readonly size?: number
  readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]
  readonly indent?: number
  readonly left?: number
  readonly right?: number
  readonly line?: number
  readonly before?: number
  readonly colour?: string
  readonly bold?: true
  readonly keepNext?: true
  readonly newPage?: true
  readonly level?: 1 | 2 | 3 | 4
  /** In place of plain words. */
  readonly runs?: readonly TextRun[]
}

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const

/** One paragraph on the exact line pitch of the standard. */
export function line(text: string, look: Look = {}): Paragraph {
  const { font = FONTS.body, size = HALF_POINTS.body, alignment, indent, left, right, line: pitch = LINE, before, level } = look
  return new Paragraph({
    ...(alignment && { alignment }),
    ...(level && { heading: LEVELS[level] }),
    ...(look.keepNext && { keepNext: true }),
    ...(look.newPage && { pageBreakBefore: true }),
    // No room of Word's own making between 2026 and 年: it would push a line past its 28 characters.
    autoSpaceEastAsianText: false,
    spacing: { line: pitch, lineRule: LineRuleType.EXACT, before: before ?? 0, after: 0 },
    indent: { ...(indent && { firstLine: indent }), ...(left && { left }), ...(right && { right }) },
    children: look.runs ? [...look.runs] : [run(text, { font, size, colour: look.colour ?? '000000', bold: look.bold ?? false })],
  })
}

export interface Face {
  readonly font: string
  readonly size: number
  readonly colour: string
  readonly bold: boolean
}

export const BODY: Face = { font: FONTS.body, size: HALF_POINTS.body, colour: '000000', bold: false }

export function run(text: string, { font, size, colour, bold }: Face): TextRun {
  return new TextRun({
    text,
    size,
    color: colour,
    bold,
    ...(size === HALF_POINTS.body && { characterSpacing: CLOSER }),
    font: { ascii: FONTS.digits, hAnsi: FONTS.digits, eastAsia: font, cs: FONTS.digits },
  })
}

/** 发文字号 with the red rule 4 mm (11.3 pt) below it. */
export function redRule(number: string, colour: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
    border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: colour, space: 11 } },
    children: [run(number, BODY)],
  })
}

/** A line of 版记, in a frame at the foot of the page; lines of one frame follow each other. */
export function frameLine([left = '', right]: readonly string[], width: number): Paragraph {
  const border = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 4 }
  const face = { ...BODY, size: HALF_POINTS.foot }
  return new Paragraph({
    frame: {
      type: 'alignment',
      width,
      height: 0,
      wrap: FrameWrap.AROUND,
      anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
      alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
    },
    border: { top: border, between: border, bottom: border },
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
    indent: { left: 280, right: 280 },
    tabStops: [{ type: TabStopType.RIGHT, position: width - 280 }],
    children: [run(right === undefined ? left : `${left}\t${right}`, face)],
  })
}
