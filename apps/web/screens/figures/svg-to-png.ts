import type { chartColours } from '../../theme/theme.ts'

const SCALE = 2
const TITLE_HEIGHT = 40
const FOOT_HEIGHT = 28

type ChartColours = ReturnType<typeof chartColours>

/** What a picture says when it has left its page. */
interface PictureWords {
  readonly title: string
  /** Where the numbers come from and as of when. */
  readonly source: string
}

/** An SVG drawing between its title and its source as PNG, twice the size for print. */
export async function svgToPng(svg: SVGElement, { title, source }: PictureWords, colour: ChartColours): Promise<Blob> {
  const { width, height } = svg.getBoundingClientRect()
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`
  await picture.decode()
  const whole = TITLE_HEIGHT + height + FOOT_HEIGHT
  const canvas = Object.assign(document.createElement('canvas'), { width: width * SCALE, height: whole * SCALE })
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas')
  pen.scale(SCALE, SCALE)
  pen.fillStyle = colour.paper
  pen.fillRect(0, 0, width, whole)
  pen.fillStyle = colour.ink
  pen.font = `600 16px ${colour.font}`
  pen.fillText(title, 8, TITLE_HEIGHT - 14)
  pen.drawImage(picture, 0, TITLE_HEIGHT, width, height)
  pen.fillStyle = colour.note
  pen.font = `12px ${colour.font}`
  pen.fillText(source, 8, whole - 10)
  return await new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  )
}
