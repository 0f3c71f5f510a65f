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
import { CLOSER, FONTS, HALF_POINTS, LINE, TEXT_HEIGHT } from './official-layout.ts'

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

/** Room between a rule of 版记 and its words, in points. */
const RULE_SPACE = 4
/** What a frame needs beside its lines: LibreOffice 7.4 gives 17 pt, measured; where less is given the words stand a little higher. */
const RULE_ROOM = 340
/** 14 pt, one at each edge. */
const IMPRINT_CHARACTER = 280

/**
 * The lines of 版记 at the foot of their page: rules above, between and below, as wide as the text (7.4). Each is a frame of its own, the upper
 * put where the lower begins: frames of one place become one in LibreOffice, which then draws no rule and leaves the foot of the page.
 */
export function imprintFrames(lines: readonly (readonly string[])[], width: number): readonly Paragraph[] {
  const heights = lines.map(([left = '', right]) => (right === undefined ? linesOf(left, width) : 1) * LINE + RULE_ROOM)
  return lines.map((each, at) => {
    const below = heights.slice(at + 1).reduce((sum, height) => sum + height, 0)
    return frameLine(each, width, below === 0 ? undefined : TEXT_HEIGHT - below - heights[at]!)
  })
}

function linesOf(text: string, width: number): number {
  return Math.max(1, Math.ceil((text.length * IMPRINT_CHARACTER) / (width - 2 * IMPRINT_CHARACTER)))
}

/** `top`: from the upper edge of the text; without it the frame stands on the lower edge. */
function frameLine([left = '', right]: readonly string[], width: number, top: number | undefined): Paragraph {
  const border = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: RULE_SPACE }
  const place = {
    width,
    height: 0,
    wrap: FrameWrap.AROUND,
    anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
  }
  return new Paragraph({
    frame:
      top === undefined
        ? { ...place, type: 'alignment', alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM } }
        : { ...place, type: 'absolute', position: { x: 0, y: top } },
    autoSpaceEastAsianText: false,
    border: top === undefined ? { top: border, bottom: border } : { top: border },
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
    indent: { left: IMPRINT_CHARACTER, right: IMPRINT_CHARACTER },
    tabStops: [{ type: TabStopType.RIGHT, position: width - IMPRINT_CHARACTER }],
    children: [run(right === undefined ? left : `${left}\t${right}`, { ...BODY, size: HALF_POINTS.foot })],
  })
}
