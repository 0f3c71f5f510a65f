import type { Bars, ChartFacts, Columns, Tiles } from '#contract/paper.ts'

/** An SVG of 1,560 units width, a unit a tenth of a millimetre in the printed text, and its height. */
export interface Drawn {
  readonly svg: string
  readonly height: number
}

const WIDTH = 1560
const HEAD = 150
const FOOT = 60
const INK = '#1B2330'
const NOTE = '#5B6472'
const LINE = '#D5DAE1'
const BLUE = '#1F5FBF'
const PALE = '#A9C4EC'
const RED = '#C8102E'
const CHART_FONT = 'Noto Sans SC'

/** Draws a chart with our own hand: what the report prints must not depend on a browser. */
export function drawChart(facts: ChartFacts, letters: Lettering = asText): Drawn {
  const words: Words = (text, { colour = INK, ...look }) => letters(text, { ...look, x: round(look.x), y: round(look.y), colour })
  const { body, height } = SHAPES[facts.shape.is](facts.shape as never, words)
  // A multiple of four units is a whole number of points at the three quarters a picture is printed with.
  const whole = Math.ceil((HEAD + height + FOOT) / 4) * 4
  const drawn = [
    `<rect width="${WIDTH}" height="${whole}" fill="#FFFFFF"/>`,
    words(shortened(facts.title, 34), { x: 0, y: 48, size: 44, weight: 700 }),
    words(shortened(`${facts.subtitle}（单位：${facts.unit}）`, 44), { x: 0, y: 104, size: 34, colour: NOTE }),
    `<g transform="translate(0 ${HEAD})">${body}</g>`,
    words(shortened(facts.source, 50), { x: 0, y: whole - 14, size: 30, colour: NOTE }),
  ].join('')
  return { svg: sheet(drawn, whole), height: whole }
}

function sheet(drawn: string, height: number): string {
  const size = `viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${CHART_FONT}, sans-serif">${drawn}</svg>`
}

interface Body {
  readonly body: string
  readonly height: number
}

const SHAPES = { bars, columns, tiles }

function bars({ rows }: Bars, words: Words): Body {
  const [step, labelEnd, last] = [52, 260, 1400]
  const [low, high] = [Math.min(0, ...rows.map(({ value }) => value)), Math.max(1, ...rows.map(({ value }) => value))]
  const at = (value: number) => labelEnd + ((value - low) / (high - low)) * (last - labelEnd)
  const drawn = rows.map(({ label, value }, row) => {
    const y = row * step
    const [from, to] = [Math.min(at(0), at(value)), Math.max(at(0), at(value))]
    return [
      words(shortened(label, 8), { x: labelEnd - 16, y: y + 36, size: 32, anchor: 'end' }),
      rect({ x: from, y: y + 8, width: to - from, height: step - 16, fill: BLUE }),
      words(shown(value), { x: to + 14, y: y + 37, size: 32, weight: 500 }),
    ].join('')
  })
  return { body: drawn.join('') + rule(at(0), 0, at(0), rows.length * step), height: rows.length * step + 10 }
}

function columns({ points, target, words: named }: Columns, words: Words): Body {
  const [height, left, right] = [560, 90, 1540]
  const high = niceTop(Math.max(1, target ?? 0, ...points.map(({ running, value }) => Math.max(running, value))))
  const low = Math.min(0, ...points.map(({ value, running }) => Math.min(value, running)))
  const y = (value: number) => 104 + (1 - (value - low) / (high - low)) * (height - 164)
  const step = (right - left) / Math.max(1, points.length)
  const middle = (at: number) => left + step * (at + 0.5)
  const everyOther = Math.max(1, Math.ceil(points.length / 9))
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => high * share)
  const line = points.map(({ running }, at) => `${round(middle(at))},${round(y(running))}`).join(' ')
  const end = points.at(-1)
  return {
    height,
    body: [
      ...grid.map(
        (value) =>
          rule(left, y(value), right, y(value)) +
          words(shown(value), { x: left - 12, y: y(value) + 11, size: 28, anchor: 'end', colour: NOTE }),
      ),
      ...points.map(({ value }, at) =>
        rect({
          x: middle(at) - step * 0.32,
          y: Math.min(y(0), y(value)),
          width: step * 0.64,
          height: Math.abs(y(value) - y(0)),
          fill: PALE,
        }),
      ),
      ...points.map(({ label }, at) =>
        at % everyOther === 0 ? words(label, { x: middle(at), y: height - 16, size: 28, anchor: 'middle', colour: NOTE }) : '',
      ),
      `<polyline points="${line}" fill="none" stroke="${BLUE}" stroke-width="6"/>`,
      end
        ? words(`${named.running} ${shown(end.running)}`, {
            x: right,
            y: y(end.running) - 20,
            size: 32,
            anchor: 'end',
            weight: 500,
            colour: BLUE,
          })
        : '',
      target === null
        ? ''
        : `<line x1="${left}" x2="${right}" y1="${round(y(target))}" y2="${round(y(target))}" stroke="${RED}" stroke-width="4" stroke-dasharray="16 12"/>` +
          words(`${named.target} ${shown(target)}`, { x: left + 10, y: y(target) - 14, size: 32, colour: RED }),
      rect({ x: left, y: 4, width: 30, height: 30, fill: PALE }),
      words(named.own, { x: left + 42, y: 31, size: 30, colour: NOTE }),
      `<line x1="${left + 260}" x2="${left + 310}" y1="19" y2="19" stroke="${BLUE}" stroke-width="6"/>`,
      words(named.running, { x: left + 322, y: 31, size: 30, colour: NOTE }),
    ].join(''),
  }
}

function tiles({ tiles: given }: Tiles, words: Words): Body {
  const most = Math.max(1, ...given.map(({ value }) => value))
  const [columnsWide, rowsHigh] = [Math.max(1, ...given.map(({ column }) => column + 1)), Math.max(1, ...given.map(({ row }) => row + 1))]
  const side = Math.min(180, (WIDTH - 40) / columnsWide)
  const left = (WIDTH - side * columnsWide) / 2
  const drawn = given.map(({ label, value, column, row }) => {
    const share = Math.max(0, value) / most
    const [x, y] = [left + column * side, row * side]
    const colour = share > 0.55 ? '#FFFFFF' : INK
    return [
      rect({ x: x + 4, y: y + 4, width: side - 8, height: side - 8, fill: shade(share) }),
      words(shortened(label, 4), { x: x + side / 2, y: y + side * 0.44, size: 34, anchor: 'middle', colour }),
      words(shown(value), { x: x + side / 2, y: y + side * 0.74, size: 40, anchor: 'middle', weight: 700, colour }),
    ].join('')
  })
  return { body: drawn.join(''), height: rowsHigh * side + 10 }
}

/** From the palest to the full blue. */
function shade(share: number): string {
  const mix = (from: number, to: number) => Math.round(from + (to - from) * share)
  return `rgb(${mix(232, 31)},${mix(240, 95)},${mix(251, 191)})`
}

/** The next round number above: 1, 2, 2.5 or 5 times a power of ten, by quarters that are whole where the figures are. */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const found = [1, 2, 4, 8, 10].find((step) => step * power >= value)
  return (found ?? 10) * power
}

/** Where words stand and how they look, in units of the drawing. */
export interface Letters {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly anchor?: 'middle' | 'end'
  readonly weight?: number
  readonly colour: string
}

/** How words are drawn: as text, or as the lines of their signs. */
export type Lettering = (text: string, look: Letters) => string
type Words = (text: string, look: Omit<Letters, 'colour'> & { readonly colour?: string }) => string

function asText(text: string, { x, y, size, anchor, weight, colour }: Letters): string {
  const anchored = anchor ? ` text-anchor="${anchor}"` : ''
  const strong = weight ? ` font-weight="${weight}"` : ''
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}"${anchored}${strong}>${escaped(text)}</text>`
}

function rect({ x, y, width, height, fill }: Readonly<Record<'x' | 'y' | 'width' | 'height', number>> & { readonly fill: string }): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, width))}" height="${round(Math.max(0, height))}" fill="${fill}"/>`
}

function rule(x1: number, y1: number, x2: number, y2: number): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${LINE}" stroke-width="2"/>`
}

const round = (value: number) => Math.round(value * 10) / 10

/** Thousands parted: 1,234. */
function shown(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 })
}

function shortened(label: string, longest: number): string {
  const signs = [...label]
  return signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : label
}

/** Text as XML can hold it; signs that XML 1.0 has no place for are left out. */
export function escaped(text: string): string {
  return text.replaceAll(FORBIDDEN, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

// oxlint-disable-next-line no-control-regex -- these are what is looked for (XML 1.0, 2.2)
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
