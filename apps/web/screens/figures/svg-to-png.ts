import type { chartColours } from '../../theme/theme.ts'

const SCALE = 2
const TITLE_HEIGHT = 40

type ChartColours = ReturnType<typeof chartColours>

/** An SVG drawing under its title as PNG, twice the size for print. */
export async function svgToPng(svg: SVGElement, title: string, colour: ChartColours): Promise<Blob> {
  const { width, height } = svg.getBoundingClientRect()
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`
  await picture.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: width * SCALE, height: (height + TITLE_HEIGHT) * SCALE })
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas')
  pen.scale(SCALE, SCALE)
  pen.fillStyle = colour.paper
  pen.fillRect(0, 0, width, height + TITLE_HEIGHT)
  pen.fillStyle = colour.ink
  pen.font = `600 16px ${colour.font}`
  pen.fillText(title, 8, TITLE_HEIGHT - 14)
  pen.drawImage(picture, 0, TITLE_HEIGHT, width, height)
  return await new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  )
}
