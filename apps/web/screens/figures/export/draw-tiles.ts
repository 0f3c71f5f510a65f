import { thousands } from '../../../values/money.ts'
import { shadeClass, shadeSteps } from '../shade.ts'
import { shortTitle, type TileMap } from '../tile-map.ts'
import { box, type Colours, type Drawing, letters, linesOf, shadeInTile } from './drawing.ts'

const TILE_WIDTH = 96
const TILE_HEIGHT = 76
const GAP = 6
const LEGEND = 34
const NOTE_SIZE = 12
const STEP = 78

/** A square of the map. */
export interface DrawnTile {
  readonly area: string
  readonly title: string
  readonly value: string
}

/** What stands under the squares. */
interface MapWords {
  readonly legend: string
  readonly minus: string
  readonly note: string
}

/** The tile map as on its page, with the legend of its shades. */
export function drawTiles(tiles: readonly DrawnTile[], { columns, places }: TileMap, words: MapWords, colour: Colours): Drawing {
  const values = tiles.map(({ value }) => Number(value))
  const largest = Math.max(0, ...values)
  const rows = Math.max(...[...places.values()].map(({ row }) => row))
  const width = columns * (TILE_WIDTH + GAP) - GAP
  const squares = tiles.flatMap(({ area, title, value }) => {
    const place = places.get(area)
    if (place === undefined) return []
    const x = (place.column - 1) * (TILE_WIDTH + GAP)
    const y = (place.row - 1) * (TILE_HEIGHT + GAP)
    const shade = shadeClass(Number(value), largest)
    const fill = shade === 'shade-5' ? colour.paper : colour.ink
    const middle = { x: x + TILE_WIDTH / 2, fill, anchor: 'middle' as const }
    return [
      box({ x, y, width: TILE_WIDTH, height: TILE_HEIGHT }, shadeInTile(shade, colour), colour.idle),
      letters(shortTitle(title), { ...middle, y: y + 30, size: 13 }),
      letters(thousands(value), { ...middle, y: y + 56, size: 20, strong: true }),
    ]
  })
  const under = rows * (TILE_HEIGHT + GAP)
  const notes = linesOf(words.note, width, NOTE_SIZE)
  return {
    width,
    height: under + LEGEND + notes.length * (NOTE_SIZE + 6),
    body: [
      ...squares,
      ...legend(values, words, { y: under + 14, colour }),
      ...notes.map((line, at) =>
        letters(line, { x: 0, y: under + LEGEND + 12 + at * (NOTE_SIZE + 6), size: NOTE_SIZE, fill: colour.note }),
      ),
    ].join(''),
  }
}

function legend(
  values: readonly number[],
  { legend: title, minus }: MapWords,
  { y, colour }: { readonly y: number; readonly colour: Colours },
): string[] {
  const steps = [
    ...(values.some((value) => value < 0) ? [{ shade: 'shade-minus', text: minus }] : []),
    ...(values.includes(0) ? [{ shade: 'shade-0', text: '0' }] : []),
    ...shadeSteps(values).map(({ shade, from, to }) => ({
      shade: `shade-${shade}`,
      text: from === undefined ? `≤ ${to}` : from === to ? `${to}` : `${from}–${to}`,
    })),
  ]
  return [
    letters(title, { x: 0, y, size: NOTE_SIZE, fill: colour.note }),
    ...steps.flatMap(({ shade, text }, at) => {
      const x = STEP * (at + 1)
      return [
        box({ x, y: y - 11, width: 14, height: 14 }, shadeInTile(shade, colour), colour.idle),
        letters(text, { x: x + 20, y, size: NOTE_SIZE, fill: colour.note }),
      ]
    }),
  ]
}
