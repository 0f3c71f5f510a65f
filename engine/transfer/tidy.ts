import type { Words } from '#engine/define/words.ts'
import { type CellContent, cellText, type SheetFacts } from '#engine/kinds/cell.ts'

/** A cell put into the form its kind reads, or why it cannot be. */
export type Tidied = { readonly cell: CellContent } | { readonly fault: Words }

/** 元 to 亿元: by how many places an amount under such a head is moved to stand in 万元. */
export const MONEY_UNITS: Readonly<Record<string, number>> = { 元: -4, 千元: -1, 万元: 0, 百万元: 2, 亿元: 4 }

/** What people and programs make of a date, a number or a code in a sheet, put right where that is certain and never guessed. */
export function tidied(cell: CellContent, { format, unit }: SheetFacts, headUnit: string | undefined): Tidied {
  if (cell === null || cell === '') return { cell: null }
  if (format === 'day') return dayIn(cell)
  if (format === 'year') return { cell: yearIn(cell) }
  if (format === 'number' || format === 'whole') return numberIn(cell, unit, headUnit)
  // Full-width letters and digits are the same to a code; in words they stay what they are.
  if (typeof cell === 'string') return { cell: withoutBlanks(cell) }
  if (typeof cell === 'number') return wholeDigits(cell)
  return { cell }
}

/** Long numbers typed into a cell of numbers have lost their last digits already (15 are kept): better to say so than to keep zeros. */
function wholeDigits(cell: number): Tidied {
  if (Number.isSafeInteger(cell) && Math.abs(cell) < 1e15) return { cell: String(cell) }
  if (!Number.isInteger(cell)) return { cell: String(cell) }
  return {
    fault: {
      zh: '长数字被表格程序截断（只保留 15 位），请把单元格格式设为“文本”后重新填写',
      en: 'the program has cut this long number to 15 digits; set the cell to text and type it again',
    },
  }
}

/** “２０２６ 年” is 2026; anything else is judged as it stands. */
function yearIn(cell: CellContent): CellContent {
  return typeof cell === 'string' ? withoutBlanks(cell.normalize('NFKC')).replace(/\s*年度?$/, '') : cell
}

function withoutBlanks(text: string): string {
  return (OTHER_BLANKS.test(text) ? text.replaceAll(ALL_OTHER_BLANKS, ' ') : text).trim()
}

const OTHER_BLANKS = /[\u00A0\u200B\u3000\uFEFF]/
const ALL_OTHER_BLANKS = /[\u00A0\u200B\u3000\uFEFF]/g

const DATE_IN_TEXT =
  /^(\d{4})\s*(?:[-./年]|\s)\s*(\d{1,2})\s*(?:[-./月]|\s)\s*(\d{1,2})\s*日?(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/
const PLAIN_DATE = /^(\d{4})(\d{2})(\d{2})$/
const FIRST_SERIAL = 1
/** 9999-12-31 */
const LAST_SERIAL = 2_958_465

function dayIn(cell: CellContent): Tidied {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? noDay('?') : { cell: cell.toISOString().slice(0, 10) }
  const text = withoutBlanks(String(cell).normalize('NFKC'))
  const plain = PLAIN_DATE.exec(text) ?? DATE_IN_TEXT.exec(text)
  if (plain) return fullDay(text, plain)
  const serial = Number(text)
  // A bare year would be a serial number of 1905; nobody means that.
  if (/^\d{4}$/.test(text)) return noDay(text)
  if (/^\d{1,7}(\.\d+)?$/.test(text) && serial >= FIRST_SERIAL && serial <= LAST_SERIAL) return { cell: ofSerial(Math.floor(serial)) }
  return noDay(text)
}

function fullDay(text: string, [, year = '', month = '', day = '']: RegExpExecArray): Tidied {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const made = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(made.getTime()) && made.toISOString().startsWith(iso) ? { cell: iso } : noSuchDay(text)
}

function noSuchDay(text: string): Tidied {
  return {
    fault: {
      zh: `没有“${text}”这一天，请核对年月日`,
      en: `there is no such day as “${text}”; compare year, month and day`,
    },
  }
}

/** Day 60 of the 1900 system is a 29 February 1900 that never was; days after it are one too high. */
function ofSerial(serial: number): string {
  const days = serial > 60 ? serial - 25_569 : serial - 25_568
  return new Date(days * 86_400_000).toISOString().slice(0, 10)
}

function noDay(text: string): Tidied {
  return {
    fault: {
      zh: `“${text}”不是完整的日期，请填写年月日，如 2026-03-31`,
      en: `“${text}” is no full date; write year, month and day, such as 2026-03-31`,
    },
  }
}

function numberIn(cell: CellContent, unit: string | undefined, headUnit: string | undefined): Tidied {
  if (cell instanceof Date)
    return {
      fault: {
        zh: `单元格是日期（${cellText(cell)}），应为数字；请把单元格格式设为“数值”后重新填写`,
        en: `the cell is a date (${cellText(cell)}) and should be a number; set its format to number and type it again`,
      },
    }
  const text = typeof cell === 'number' ? plainNumber(cell) : withoutSigns(String(cell))
  const found = /^([+-]?\d+(?:\.\d+)?)(.*)$/.exec(text)
  if (!found) return { cell: text }
  const [, digits = '', tail = ''] = found
  const isMoney = unit !== undefined && unit in MONEY_UNITS
  if (isMoney) return amountIn(String(cell), digits, tail, headUnit ?? unit)
  if (tail === '' || tail === unit) return { cell: digits }
  if (tail === '%' && unit === undefined) return { cell: movedPoint(digits, -2) }
  return otherUnit(String(cell), unit)
}

/** “￥ 1,234” is 1234. */
function withoutSigns(said: string): string {
  const text = said.normalize('NFKC').replaceAll(/[\s,\u200B\uFEFF]/g, '')
  return text.startsWith('¥') ? text.slice(1) : text
}

/** An amount under the unit of its head; a unit written in the cell may repeat it, never contradict it. */
function amountIn(said: string, digits: string, tail: string, headUnit: string): Tidied {
  if (tail !== '' && tail !== headUnit) return otherUnit(said, headUnit)
  const places = MONEY_UNITS[headUnit] ?? 0
  return { cell: places === 0 ? digits.replace(/^\+/, '') : movedPoint(digits.replace(/^\+/, ''), places) }
}

function otherUnit(said: string, unit: string | undefined): Tidied {
  return {
    fault: {
      zh: `“${said}”带有其他单位，本列${unit ? `以“${unit}”计` : '只填数字'}；请换算后只填数字`,
      en: `“${said}” carries another unit; this column is in ${unit ?? 'plain numbers'}: convert it and write the number only`,
    },
  }
}

/** 1e21 and 1e-7 written out; floats as people see them: 0.1 + 0.2 is 0.3. */
function plainNumber(value: number): string {
  if (Number.isSafeInteger(value) && Math.abs(value) < 1e15) return String(value)
  const rounded = Number(value.toPrecision(15))
  const text = String(rounded)
  return /e/i.test(text)
    ? rounded
        .toFixed(Math.abs(rounded) < 1 ? 12 : 0)
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '')
    : text
}

/** The point moved, digit by digit: "1234567" by -4 is "123.4567". */
export function movedPoint(digits: string, places: number): string {
  const sign = digits.startsWith('-') ? '-' : ''
  const [whole = '0', part = ''] = digits.replace('-', '').split('.')
  const all = `${'0'.repeat(Math.max(0, -places))}${whole}${part}${'0'.repeat(Math.max(0, places - part.length))}`
  const point = Math.max(0, -places) + whole.length + places
  const moved = `${all.slice(0, point)}.${all.slice(point)}`.replace(/^0+(?=\d)/, '')
  return sign + (moved.includes('.') ? moved.replace(/0+$/, '').replace(/\.$/, '') : moved)
}
