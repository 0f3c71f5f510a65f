import { box, type Colours, type Drawing, letters, linesOf, shadeInTable, widthOf } from './drawing.ts'
import type { Sheet, SheetCell } from './sheet.ts'

const SIZE = 13
const LINE = 20
const ROW_PADDING = 8
const SIDE = 12
const INDENT = 24
const WIDEST = 320
const NARROWEST = 56
const BAR = 200
const BAR_HEIGHT = 6

/** A table as on its page: names at the left, numbers at the right edge of their columns, shades and bars behind them. */
export function drawSheet({ head, rows, foot }: Sheet, colour: Colours): Drawing {
  const all = [head.map((text): SheetCell => ({ text })), ...rows, ...(foot ? [foot] : [])]
  const widths = head.map((_title, at) => columnWidth(all.flatMap((row) => row[at] ?? [])))
  const width = widths.reduce((sum, own) => sum + own, 0)
  const parts: string[] = []
  let y = 0
  for (const [at, row] of all.entries()) {
    const isFoot = foot !== undefined && at === all.length - 1
    const height = rowHeight(row, widths)
    if (at === 0) parts.push(box({ x: 0, y, width, height }, colour.ground))
    parts.push(...drawRow(row, { y, height, widths, colour, isHead: at === 0, isFoot }))
    y += height
    parts.push(`<path d="M0 ${y}H${width}" stroke="${colour.line}"/>`)
  }
  return { width, height: y, body: parts.join('') }
}

interface Place {
  readonly y: number
  readonly height: number
  readonly widths: readonly number[]
  readonly colour: Colours
  readonly isHead: boolean
  readonly isFoot: boolean
}

function drawRow(row: readonly SheetCell[], { y, height, widths, colour, isHead, isFoot }: Place): string[] {
  let x = 0
  return row.flatMap((cell, at) => {
    const width = widths[at] ?? 0
    const left = x
    x += width
    const fill = isHead || cell.within ? colour.note : colour.ink
    const base = y + ROW_PADDING + LINE * 0.72
    if (at === 0)
      return wrapped(cell, width).map((line, row) =>
        letters(line, { x: left + SIDE + (cell.within ? INDENT : 0), y: base + row * LINE, size: SIZE, fill, strong: isFoot }),
      )
    const ground = cell.shade === undefined || cell.shade === 'shade-0' ? [] : [shadeBox(cell, { x: left, y, width, height }, colour)]
    return [
      ...ground,
      ...bar(cell, { x: left, y, height }, colour),
      letters(cell.text, { x: left + width - SIDE, y: base, size: SIZE, fill, strong: isFoot, anchor: 'end' }),
    ]
  })
}

function shadeBox({ shade }: SheetCell, { x, y, width, height }: Record<'x' | 'y' | 'width' | 'height', number>, colour: Colours): string {
  return box({ x: x + SIDE / 2, y: y + 3, width: width - SIDE, height: height - 6 }, shadeInTable(shade, colour))
}

function bar({ bar: share }: SheetCell, { x, y, height }: Record<'x' | 'y' | 'height', number>, colour: Colours): string[] {
  if (share === undefined) return []
  const at = { x: x + SIDE, y: y + (height - BAR_HEIGHT) / 2, height: BAR_HEIGHT }
  return [box({ ...at, width: BAR }, colour.actionSoft), box({ ...at, width: Math.max(0, share) * BAR }, colour.action)]
}

function columnWidth(cells: readonly SheetCell[]): number {
  const widest = Math.max(...cells.map(({ text, within }) => widthOf(text, SIZE) + (within ? INDENT : 0)))
  const bars = cells.some((cell) => cell.bar !== undefined) ? BAR + SIDE : 0
  return Math.ceil(Math.min(WIDEST, Math.max(NARROWEST, widest + 2 * SIDE)) + bars)
}

function rowHeight(row: readonly SheetCell[], widths: readonly number[]): number {
  const [first] = row
  return (first ? wrapped(first, widths[0] ?? 0).length : 1) * LINE + 2 * ROW_PADDING
}

function wrapped({ text, within }: SheetCell, width: number): readonly string[] {
  return linesOf(text, width - 2 * SIDE - (within ? INDENT : 0), SIZE)
}
