import { box, type Colours, type Drawing, letters, linesOf, widthOf } from './drawing.ts'

const SCALE = 2
const EDGE = 16
const TITLE = 17
const SMALL = 12
const LINE = 20
const NARROWEST = 520

/** What a picture says when it has left its page. */
export interface PictureWords {
  readonly title: string
  /** Unit, period and day, each a piece that is not broken if it need not be. */
  readonly facts: string
  /** Where the numbers come from and when they were read. */
  readonly source: string
  /** “演示数据”, where they are. */
  readonly demonstration: string | undefined
}

/** A drawing under its title and facts and over its source, as one SVG of its own. */
export function framed(drawing: Drawing, { title, facts, source, demonstration }: PictureWords, colour: Colours): Drawing {
  const width = Math.max(drawing.width, NARROWEST) + 2 * EDGE
  const badge = demonstration === undefined ? 0 : widthOf(demonstration, SMALL) + 20
  const titles = linesOf(title, width - 2 * EDGE - badge, TITLE)
  const heads = linesOf(facts, width - 2 * EDGE, SMALL)
  const foots = linesOf(source, width - 2 * EDGE, SMALL)
  const small = (line: string, y: number) => letters(line, { x: EDGE, y, size: SMALL, fill: colour.note })
  const top = EDGE + titles.length * (TITLE + 7) + heads.length * LINE + 8
  const under = top + drawing.height + LINE
  const height = under + foots.length * LINE - LINE / 2 + EDGE / 2
  const body = [
    `<rect width="${width}" height="${height}" fill="${colour.paper}"/>`,
    ...titles.map((line, at) =>
      letters(line, { x: EDGE, y: EDGE + TITLE + at * (TITLE + 7), size: TITLE, fill: colour.ink, strong: true }),
    ),
    ...(demonstration === undefined ? [] : demonstrationMark(demonstration, { right: width - EDGE, colour })),
    ...heads.map((line, at) => small(line, EDGE + titles.length * (TITLE + 7) + 14 + at * LINE)),
    `<g transform="translate(${EDGE} ${top})">${drawing.body}</g>`,
    ...foots.map((line, at) => small(line, under + at * LINE)),
  ].join('')
  return { width, height, body }
}

function demonstrationMark(text: string, { right, colour }: { readonly right: number; readonly colour: Colours }): string[] {
  const width = widthOf(text, SMALL) + 16
  return [
    box({ x: right - width, y: EDGE, width, height: 22 }, colour.paper, colour.warning),
    letters(text, { x: right - width / 2, y: EDGE + 15, size: SMALL, fill: colour.warning, anchor: 'middle' }),
  ]
}

/** What a chart library drew on the page. */
export function drawingOf(svg: SVGElement): Drawing {
  const { width, height } = svg.getBoundingClientRect()
  return { width, height, body: new XMLSerializer().serializeToString(svg) }
}

/** The drawing in its frame as PNG, twice the size for print. */
export async function pngOf(drawing: Drawing, words: PictureWords, colour: Colours): Promise<Blob> {
  const { width, height, body } = framed(drawing, words, colour)
  const font = colour.font.replaceAll('"', "'")
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${font}">${body}</svg>`
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await picture.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: width * SCALE, height: height * SCALE })
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas')
  pen.scale(SCALE, SCALE)
  pen.drawImage(picture, 0, 0, width, height)
  return await new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  )
}
