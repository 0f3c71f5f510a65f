import {
  AlignmentType,
  Document,
  DocumentGridType,
  type FileChild,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  type Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import type { Paper } from '#contract/paper.ts'
import { drawnBlocks, type Pictures, picturesOf } from './docx-blocks.ts'
import { imprintFrames, line, redRule } from './docx-lines.ts'
import {
  A4,
  BODY_INDENT,
  CHARACTER,
  DATE_INDENT,
  FONTS,
  HALF_POINTS,
  LINE,
  MARGINS,
  mm,
  signatureIndent,
  TEXT_WIDTH,
} from './official-layout.ts'
import { titleLines } from './title-lines.ts'
import { placeOfImprint } from './to-pdf.ts'

/** The document as .docx by GB/T 9704-2012; it names the official faces, which the reader's machine brings or replaces. */
export async function paperToDocx(paper: Paper): Promise<Uint8Array> {
  const pictures = await picturesOf([...paper.blocks, ...paper.attachments.flatMap(({ blocks }) => blocks)])
  const document = new Document({
    creator: '',
    title: paper.title,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: FACE },
        heading1: { run: FACE },
        heading2: { run: FACE },
        heading3: { run: FACE },
        heading4: { run: FACE },
      },
    },
    sections: await sectionsOf(paper, pictures),
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** Word's own headings are blue and partly slanted. */
const FACE = {
  size: HALF_POINTS.body,
  bold: false,
  italics: false,
  color: '000000',
  font: { ascii: FONTS.digits, hAnsi: FONTS.digits, eastAsia: FONTS.body },
}

/**
 * 版记 belongs on an even page (7.4). Word cannot ask on which page a text ends, so our own setting of the same paper tells: where 版记 needs a page of
 * its own, it is a section that begins on the next even one, whatever the reader's faces make of the pages before.
 */
async function sectionsOf(paper: Paper, pictures: Pictures): Promise<readonly ISectionOptions[]> {
  const { foot = '' } = paper
  const place = await placeOfImprint(paper)
  const look = (type: (typeof SectionType)[keyof typeof SectionType]) => ({
    // Every line has the exact pitch; LibreOffice would snap the rows of tables to a grid too, each as high as a line and a half.
    properties: { type, page: { size: A4, margin: MARGINS }, grid: { type: DocumentGridType.DEFAULT, linePitch: LINE } },
    footers: { default: footer(foot, 'right'), even: footer(foot, 'left') },
  })
  const text = {
    ...look(SectionType.NEXT_PAGE),
    children: [
      ...headOf(paper),
      ...titleOf(paper.title),
      ...(paper.addressee === undefined ? [] : [line(paper.addressee)]),
      ...drawnBlocks(paper.blocks, pictures),
      ...namedAttachments(paper),
      ...signed(paper),
      ...attached(paper, pictures),
      ...(place === 'under' ? imprinted(paper) : []),
    ],
  }
  if (place === 'under') return [text]
  // After a blank page 版记's own is not numbered either (7.5).
  const unnumbered = { default: new Footer({ children: [] }), even: new Footer({ children: [] }) }
  return [text, { ...look(SectionType.EVEN_PAGE), ...(place === 'after_blank' && { footers: unnumbered }), children: imprinted(paper) }]
}

/** 发文机关标志 begins 35 mm below the edge of the text, 发文字号 two lines below it, the red rule 4 mm below that (7.2). */
function headOf({ head }: Paper): readonly Paragraph[] {
  if (!head) return []
  const marks = [head.copyNo, head.secrecy, head.urgency].filter((mark) => mark !== undefined)
  const before = mm(35) - marks.length * LINE
  return [
    ...marks.map((mark) => line(mark, { font: FONTS.mark })),
    line(head.issuer, { font: FONTS.title, size: HALF_POINTS.issuer, alignment: AlignmentType.CENTER, colour: RED, line: 900, before }),
    line(''),
    redRule(head.number ?? '', RED),
    line(''),
  ]
}

const RED = 'C8102E'

function titleOf(title: string): readonly Paragraph[] {
  const look = { font: FONTS.title, size: HALF_POINTS.title, alignment: AlignmentType.CENTER, line: 660 }
  return [...titleLines(title).map((each) => line(each, look)), line('')]
}

function namedAttachments({ attachments }: Paper): readonly Paragraph[] {
  if (attachments.length === 0) return []
  const number = (at: number) => (attachments.length > 1 ? `${at + 1}. ` : '')
  return [
    line(''),
    ...attachments.map(({ title }, at) => line(`${at === 0 ? '附件：' : '　　　'}${number(at)}${title}`, { indent: BODY_INDENT })),
  ]
}

/** The date four characters from the right, the signature centred over it (7.3.5.1). */
function signed({ signature }: Paper): readonly Paragraph[] {
  if (!signature) return []
  return [
    line(''),
    line(''),
    line(signature.by, { alignment: AlignmentType.RIGHT, right: signatureIndent(signature) * CHARACTER, keepNext: true }),
    line(signature.on, { alignment: AlignmentType.RIGHT, right: DATE_INDENT }),
  ]
}

function attached({ attachments }: Paper, pictures: Pictures): readonly FileChild[] {
  return attachments.flatMap(({ title, blocks }, at) => [
    line(`附件${attachments.length > 1 ? at + 1 : ''}`, { font: FONTS.mark, newPage: true }),
    line(''),
    ...titleOf(title),
    ...drawnBlocks(blocks, pictures),
  ])
}

/** 版记 at the foot of the last page: rules above, between and below (7.4). */
function imprinted({ imprint }: Paper): readonly Paragraph[] {
  if (!imprint) return []
  return [
    ...imprintFrames(
      [...(imprint.copiesTo === undefined ? [] : [[`抄送：${imprint.copiesTo}`]]), [imprint.issuer, `${imprint.on}印发`]],
      TEXT_WIDTH,
    ),
    line('', { size: 2, line: 20 }),
  ]
}

const FOOT_LINE = 400

/** 4号, a dash at each side; odd pages at the right, even at the left, one character from the edge (7.5). */
function footer(foot: string, side: 'left' | 'right'): Footer {
  const face = { size: HALF_POINTS.foot, font: { ascii: FONTS.digits, hAnsi: FONTS.digits, eastAsia: '宋体', cs: FONTS.digits } }
  const mark = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], ...face })
  const note = new TextRun({ text: foot, ...face, size: 18 })
  const gap = new TextRun({ text: foot === '' ? '' : '　　', ...face })
  return new Footer({
    children: [
      line('', {
        // Higher than the foot of the page it would push the text up and take its last line.
        line: FOOT_LINE,
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        ...(side === 'left' ? { left: 280 } : { right: 280 }),
        runs: side === 'left' ? [mark, gap, note] : [note, gap, mark],
      }),
    ],
  })
}
