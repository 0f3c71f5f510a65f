import type { SharedStrings } from './shared-strings.ts'
import type { CellValue } from './sheet.ts'
import { textIn, unescaped } from './xml-text.ts'

/** A row as it stands in the file. */
export interface SheetRow {
  /** As Excel counts it, from 1. */
  readonly number: number
  readonly cells: readonly CellValue[]
  /** The cells, from 0, whose value a formula gave, as the program that wrote the file worked it out. */
  readonly formulas?: readonly number[]
}

/** What the cells of a sheet are read with. */
export interface SheetParts {
  readonly strings: SharedStrings
  /** The styles, by number, under which a number is a day. */
  readonly dayStyles: ReadonlySet<number>
  /** The year that days are counted from. */
  readonly since: 1900 | 1904
}

/** Rows that were whole in a piece of a sheet's text, and what is left for the next piece. */
interface Rows {
  readonly rows: readonly SheetRow[]
  readonly rest: string
}

/** Reads pieces of the text of a sheet one after the other. A sheet is written by programs, so its marks are where the format has them. */
export function rowReader(parts: SheetParts): (text: string) => Rows {
  let number = 0
  return (text) => {
    const rows: SheetRow[] = []
    if (!text.includes(END_OF_ROW) && !EMPTY_ROW.test(text)) return { rows, rest: text }
    let end = 0
    ROW.lastIndex = 0
    for (let found = ROW.exec(text); found; found = ROW.exec(text)) {
      end = ROW.lastIndex
      const [, attributes = '', body] = found
      number = Number(NUMBER.exec(attributes)?.[1]) || number + 1
      const row = body === undefined ? undefined : rowOf(number, body, parts)
      if (row) rows.push(row)
    }
    return { rows, rest: end === 0 ? text : text.slice(end) }
  }
}

const ROW = /<(?:\w+:)?row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g
const END_OF_ROW = 'row>'
const EMPTY_ROW = /<(?:\w+:)?row\b[^>]*\/>/
const NUMBER = /\br="([^"]*)"/
const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g
const VALUE = /<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/
const FORMULA = /<(?:\w+:)?f[\s/>]/
/** Excel ends at XFD. */
const MOST_COLUMNS = 16_384

function rowOf(number: number, body: string, parts: SheetParts): SheetRow | undefined {
  const cells: CellValue[] = []
  const formulas: number[] = []
  let at = -1
  const put = (value: CellValue): boolean => {
    if (value === null || at >= MOST_COLUMNS) return false
    while (cells.length < at) cells.push(null)
    cells[at] = value
    return true
  }
  for (let place = 0; ; ) {
    PLAIN_CELL.lastIndex = place
    const plain = PLAIN_CELL.exec(body)
    if (plain) {
      place = PLAIN_CELL.lastIndex
      at = columnOf(plain[1]!)
      put(plainValue(plain[3], plain[4]!, plain[2], parts))
      continue
    }
    CELL.lastIndex = place
    const found = CELL.exec(body)
    if (!found) break
    place = CELL.lastIndex
    const [, attributes = '', content] = found
    at = columnIn(attributes) ?? at + 1
    if (content === undefined) continue
    if (put(valueOf(attributes, content, parts)) && FORMULA.test(content)) formulas.push(at)
  }
  return cells.length === 0 ? undefined : { number, cells, ...(formulas.length > 0 && { formulas }) }
}

/** As nearly every program writes a number or a shared text: one look where the general form takes five, for half the time of a sheet. */
const PLAIN_CELL = /<c r="([A-Z]+)\d+"(?: s="(\d+)")?(?: t="([ns])")?><v>([^<&]+)<\/v><\/c>/y

function columnIn(attributes: string): number | undefined {
  const letters = /\br="([A-Z]+)/.exec(attributes)?.[1]
  return letters === undefined ? undefined : columnOf(letters)
}

function columnOf(letters: string): number {
  let column = 0
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64
  return column - 1
}

function valueOf(attributes: string, content: string, parts: SheetParts): CellValue {
  const type = /\bt="([^"]*)"/.exec(attributes)?.[1] ?? 'n'
  if (type === 'inlineStr') return textIn(content)
  const raw = VALUE.exec(content)?.[1]
  if (raw === undefined || raw === '') return null
  if (type === 'str' || type === 'e') return unescaped(raw)
  if (type === 'b') return raw === '1' || raw === 'true'
  if (type === 'd') return dayOr(new Date(raw), raw)
  return plainValue(type, raw, /\bs="(\d+)"/.exec(attributes)?.[1], parts)
}

/** A shared text, or a number, which is a day under some styles. */
function plainValue(
  type: string | undefined,
  raw: string,
  style: string | undefined,
  { strings, dayStyles, since }: SheetParts,
): CellValue {
  if (type === 's') return strings.at(Number(raw)) ?? null
  const number = Number(raw)
  if (Number.isNaN(number)) return unescaped(raw)
  return style !== undefined && dayStyles.has(Number(style)) ? dayOf(number, since) : number
}

const DAY_MS = 86_400_000
const SECOND_MS = 1_000
/** The day that the 1900 system counts from, with its leap day that never was. */
const DAY_ZERO = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const

function dayOf(serial: number, since: SheetParts['since']): Date | number {
  const days = since === 1900 && serial < 60 ? serial + 1 : serial
  return dayOr(new Date(DAY_ZERO[since] + Math.round((days * DAY_MS) / SECOND_MS) * SECOND_MS), serial)
}

function dayOr<Other>(day: Date, other: Other): Date | Other {
  return Number.isNaN(day.getTime()) ? other : day
}
