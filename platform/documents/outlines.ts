/** A sign as lines: SVG path data with the baseline at 0 and y downwards, and how far the next sign stands, in units of the face. */
interface Outline {
  readonly path: string
  readonly advance: number
}

/** A TrueType face, read as far as drawing its signs needs (ISO/IEC 14496-22: cmap, glyf, loca, hmtx). */
export interface Face {
  readonly unitsPerEm: number
  outline(sign: number): Outline
}

/** Opens a face; signs are read when they are first drawn and kept. */
export function openFace(font: Buffer): Face {
  const tables = new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + at * 16).map((at) => [
      font.toString('latin1', at, at + 4),
      font.readUInt32BE(at + 8),
    ]),
  )
  const table = (name: string) => {
    const at = tables.get(name)
    if (at === undefined) throw new Error(`the font has no table ${name}`)
    return at
  }
  const facts: Tables = {
    font,
    glyf: table('glyf'),
    loca: table('loca'),
    hmtx: table('hmtx'),
    wideOffsets: font.readInt16BE(table('head') + 50) === 1,
    metrics: font.readUInt16BE(table('hhea') + 34),
  }
  const groups = groupsOf(font, table('cmap'))
  const kept = new Map<number, Outline>()
  return {
    unitsPerEm: font.readUInt16BE(table('head') + 18),
    outline(sign) {
      const known = kept.get(sign)
      if (known) return known
      const glyph = glyphOf(groups, sign)
      const made = { path: pathOf(facts, glyph, PLAIN, 0), advance: advanceOf(facts, glyph) }
      kept.set(sign, made)
      return made
    },
  }
}

interface Tables {
  readonly font: Buffer
  readonly glyf: number
  readonly loca: number
  readonly hmtx: number
  readonly wideOffsets: boolean
  readonly metrics: number
}

interface Group {
  readonly from: number
  readonly to: number
  readonly glyph: number
}

/** The map of characters of format 12, which holds the whole of Unicode. */
function groupsOf(font: Buffer, cmap: number): readonly Group[] {
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, at) => cmap + font.readUInt32BE(cmap + 4 + at * 8 + 4))
  const full = subtables.find((at) => font.readUInt16BE(at) === 12)
  if (full === undefined) throw new Error('the font has no map of characters of format 12')
  return Array.from({ length: font.readUInt32BE(full + 12) }, (_, at) => full + 16 + at * 12).map((at) => ({
    from: font.readUInt32BE(at),
    to: font.readUInt32BE(at + 4),
    glyph: font.readUInt32BE(at + 8),
  }))
}

function glyphOf(groups: readonly Group[], sign: number): number {
  let [low, high] = [0, groups.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const { from, to, glyph } = groups[middle]!
    if (sign < from) high = middle - 1
    else if (sign > to) low = middle + 1
    else return glyph + sign - from
  }
  return 0
}

function advanceOf({ font, hmtx, metrics }: Tables, glyph: number): number {
  return font.readUInt16BE(hmtx + Math.min(glyph, metrics - 1) * 4)
}

/** Where a part of a composed sign is put: x' = a·x + c·y + e, y' = b·x + d·y + f. */
type Placed = readonly [a: number, b: number, c: number, d: number, e: number, f: number]
const PLAIN: Placed = [1, 0, 0, 1, 0, 0]
const DEEPEST = 6

function pathOf(facts: Tables, glyph: number, placed: Placed, depth: number): string {
  const { font, glyf, loca, wideOffsets } = facts
  const offset = (at: number) => (wideOffsets ? font.readUInt32BE(loca + at * 4) : font.readUInt16BE(loca + at * 2) * 2)
  if (offset(glyph) === offset(glyph + 1)) return ''
  const at = glyf + offset(glyph)
  const contours = font.readInt16BE(at)
  if (contours >= 0) return simplePath(font, at + 10, contours, placed)
  return depth > DEEPEST ? '' : composedPath(facts, at + 10, placed, depth)
}

interface Point {
  readonly x: number
  readonly y: number
  readonly on: boolean
}

function simplePath(font: Buffer, start: number, contours: number, placed: Placed): string {
  if (contours === 0) return ''
  const ends = Array.from({ length: contours }, (_, at) => font.readUInt16BE(start + at * 2))
  const count = ends.at(-1)! + 1
  let at = start + contours * 2
  at += 2 + font.readUInt16BE(at)
  const flags: number[] = []
  while (flags.length < count) {
    const flag = font[at++]!
    flags.push(flag)
    if (flag & 8) for (let times = font[at++]!; times > 0; times -= 1) flags.push(flag)
  }
  const along = (short: number, same: number) => {
    let value = 0
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? font[at++]! : -font[at++]!
      else if (!(flag & same)) {
        value += font.readInt16BE(at)
        at += 2
      }
      return value
    })
  }
  const xs = along(2, 16)
  const ys = along(4, 32)
  const [a, b, c, d, e, f] = placed
  const points = flags.map((flag, point): Point => {
    const [x, y] = [xs[point]!, ys[point]!]
    return { x: a * x + c * y + e, y: -(b * x + d * y + f), on: (flag & 1) === 1 }
  })
  return ends.map((end, contour) => contourPath(points.slice(contour === 0 ? 0 : ends[contour - 1]! + 1, end + 1))).join('')
}

/** Two points off the line one after the other have one on it half-way between. */
function contourPath(points: readonly Point[]): string {
  if (points.length < 2) return ''
  const first = points.findIndex(({ on }) => on)
  const middle = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, on: true })
  const start = first >= 0 ? points[first]! : middle(points.at(-1)!, points[0]!)
  const rest = first >= 0 ? [...points.slice(first + 1), ...points.slice(0, first), start] : [...points, start]
  let path = `M${start.x} ${start.y}`
  let bend: Point | undefined
  for (const point of rest) {
    if (point.on) path += bend ? `Q${bend.x} ${bend.y} ${point.x} ${point.y}` : `L${point.x} ${point.y}`
    else if (bend) {
      const half = middle(bend, point)
      path += `Q${bend.x} ${bend.y} ${half.x} ${half.y}`
    }
    bend = point.on ? undefined : point
  }
  if (bend) path += `Q${bend.x} ${bend.y} ${start.x} ${start.y}`
  return `${path}Z`
}

function composedPath(facts: Tables, start: number, outer: Placed, depth: number): string {
  const { font } = facts
  let path = ''
  let at = start
  for (let more = true; more; ) {
    const [flags, glyph] = [font.readUInt16BE(at), font.readUInt16BE(at + 2)]
    at += 4
    const wide = flags & 1
    const [x, y] = wide ? [font.readInt16BE(at), font.readInt16BE(at + 2)] : [font.readInt8(at), font.readInt8(at + 1)]
    at += wide ? 4 : 2
    const share = () => {
      at += 2
      return font.readInt16BE(at - 2) / 16384
    }
    let [a, b, c, d] = [1, 0, 0, 1]
    if (flags & 8) a = d = share()
    else if (flags & 64) [a, d] = [share(), share()]
    else if (flags & 128) [a, b, c, d] = [share(), share(), share(), share()]
    path += pathOf(facts, glyph, within(outer, [a, b, c, d, flags & 2 ? x : 0, flags & 2 ? y : 0]), depth + 1)
    more = (flags & 32) !== 0
  }
  return path
}

function within([a, b, c, d, e, f]: Placed, [g, h, i, j, k, l]: Placed): Placed {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}
