import { readFile } from 'node:fs/promises'
import { renderAsync } from '@resvg/resvg-js'
import type { ChartFacts } from '#contract/paper.ts'
import { drawChart, type Letters } from './chart.ts'
import { chartFonts } from './fonts.ts'
import { type Face, openFace } from './outlines.ts'

/** 1,560 units are 156 mm of paper: one to one is 254 dots an inch. */
const PIXELS = 1560

/**
 * A chart as a picture that every Word shows; many do not draw SVG. Its words are drawn as lines: the library opens a face of 10 MB for every
 * text of a drawing (450 ms a chart, 60 ms with lines).
 */
export async function pngOf(chart: ChartFacts): Promise<{ readonly png: Uint8Array; readonly height: number }> {
  const [plain, strong] = await (faces ??= openFaces())
  const { svg, height } = drawChart(chart, (text, look) => lettersAsLines(text, look, (look.weight ?? 400) > 400 ? strong : plain))
  const image = await renderAsync(svg, { fitTo: { mode: 'width', value: PIXELS }, font: { loadSystemFonts: false } })
  return { png: image.asPng(), height }
}

let faces: Promise<readonly [Face, Face]> | undefined

async function openFaces(): Promise<readonly [Face, Face]> {
  const [plain, strong] = await Promise.all(chartFonts().map((path) => readFile(path)))
  return [openFace(plain!), openFace(strong!)]
}

function lettersAsLines(text: string, { x, y, size, anchor, colour }: Letters, face: Face): string {
  const scale = size / face.unitsPerEm
  const outlines = [...text].map((sign) => face.outline(sign.codePointAt(0)!))
  const width = outlines.reduce((sum, { advance }) => sum + advance, 0)
  let at = anchor === 'end' ? -width : anchor === 'middle' ? -width / 2 : 0
  const signs = outlines.map(({ path, advance }) => {
    const from = at
    at += advance
    return path === '' ? '' : `<path transform="translate(${from} 0)" d="${path}"/>`
  })
  return `<g transform="translate(${x} ${y}) scale(${scale})" fill="${colour}">${signs.join('')}</g>`
}
