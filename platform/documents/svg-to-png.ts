import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'
import { renderAsync } from '@resvg/resvg-js'
import { CHART_FONT, type Drawn, drawnTogether } from './chart.ts'
import { chartFonts } from './fonts.ts'

/** 1,170 points for 156 mm: 190 dots an inch. */
const PIXELS = 1170
const packed = promisify(deflate)

/**
 * Charts as pictures that every Word shows; many do not draw SVG. They are drawn as one and cut apart: opening the two faces takes the
 * library a second each time (0.9-1.3 s), drawing a chart some 50 ms.
 */
export async function pngsOf(drawn: readonly Drawn[]): Promise<readonly Uint8Array[]> {
  if (drawn.length === 0) return []
  const font = { fontFiles: [...chartFonts()], loadSystemFonts: false, defaultFontFamily: CHART_FONT }
  const { svg, width } = drawnTogether(drawn)
  const image = await renderAsync(svg, { fitTo: { mode: 'width', value: PIXELS }, font })
  const pixels = image.pixels
  const scale = PIXELS / width
  let top = 0
  const parts = drawn.map(({ height }) => {
    const from = Math.round(top * scale)
    top += height
    return { from, rows: Math.min(Math.round(top * scale), image.height) - from }
  })
  return Promise.all(parts.map(({ from, rows }) => png(pixels.subarray(from * PIXELS * 4, (from + rows) * PIXELS * 4), rows)))
}

/** A PNG of 8 bits red, green and blue (ISO/IEC 15948): the charts have a white ground, so nothing is transparent. */
async function png(rgba: Uint8Array, rows: number): Promise<Uint8Array> {
  const lines = Buffer.alloc(rows * (PIXELS * 3 + 1))
  let to = 0
  for (let row = 0; row < rows; row += 1) {
    lines[to++] = 0 // no filter
    for (let from = row * PIXELS * 4; from < (row + 1) * PIXELS * 4; from += 4) {
      lines[to++] = rgba[from]!
      lines[to++] = rgba[from + 1]!
      lines[to++] = rgba[from + 2]!
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(PIXELS, 0)
  head.writeUInt32BE(rows, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', await packed(lines)), chunk('IEND', Buffer.alloc(0))])
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)])
}
