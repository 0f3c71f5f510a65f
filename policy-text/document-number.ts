import { fromOf, toOf } from './copy.ts'
import { isoDate } from './numerals.ts'
import type { Reading } from './reading.ts'

/** The document number in its official form 机关代字〔年〕N号 (GB/T 9704-2012, 7.2.5), and whether marks had to be restored. */
interface DocumentNumber {
  readonly number: string | null
  readonly repaired: boolean
  readonly year: number | null
  /** A date that stands on the same line. */
  readonly date: string | null
}

// “辽政办发〔2024〕4号”, “苏科高发[2024]30号”, and with a lost bracket “某科发〔20195”. An opening bracket is required,
// which keeps “浙ICP备2022015916号” out.
const NUMBER =
  /^(?:文号|发文字号|文件编号|发文号)?[: ]*(?<prefix>[\u4e00-\u9fff]{2,14}?) ?[[(] ?(?<year>(?:19|20)\d\d) ?(?<close>[\])])? ?第? ?(?<serial>\d{1,4}) ?(?<hao>号)?(?<rest>.*)$/
const DATE = /(20\d\d)[-年./](\d{1,2})[-月./](\d{1,2})日?/

export function documentNumberOf(reading: Reading): DocumentNumber {
  for (const line of reading.lines) {
    if (line.text.length > 100) continue
    const match = NUMBER.exec(line.text)
    if (match?.groups && isPlausible(match.groups)) return official(reading, line.start, match)
  }
  return serialNumberOf(reading) ?? NO_NUMBER
}

const NO_NUMBER: DocumentNumber = { number: null, repaired: false, year: null, date: null }

// Taiwan: 發文字號 without a year of its own, in the line that says when it was approved: “行政院2028年8月14日院臺交字第1170023456號函核定”.
const SERIAL =
  /^(?:[\u4e00-\u9fff]{2,20}?)?(?:(?<year>20\d\d) ?年 ?(?<month>\d{1,2}) ?月 ?(?<day>\d{1,2}) ?日)? ?(?:发文)?(?:字号)?:? ?(?<number>[\u4e00-\u9fff]{2,8}字第 ?\d{6,12} ?号)/

// Further down such a number belongs to another document.
const HEAD_LINES = 15

function serialNumberOf(reading: Reading): DocumentNumber | null {
  if (!reading.traditional) return null
  for (const line of reading.lines.slice(0, HEAD_LINES)) {
    const found = line.text.length > 100 || !line.text.includes('字第') ? null : SERIAL.exec(line.text)
    const { number, year, month, day } = found?.groups ?? {}
    if (!found || number === undefined) continue
    const start = line.start + found[0].length - number.length
    const printed = reading.source.slice(fromOf(reading.page, start), toOf(reading.page, line.start + found[0].length - 1))
    const date = year && month && day ? isoDate(year, month, day) : null
    return { number: printed.replace(/\s/g, ''), repaired: false, year: year ? Number(year) : null, date }
  }
  return null
}

function isPlausible(part: Record<string, string | undefined>): boolean {
  const rest = (part['rest'] ?? '').trim()
  const complete = part['close'] !== undefined || part['hao'] !== undefined
  return (complete || rest === '') && !/^[年月项个家]/.test(rest) && !/^(关于|根据|按照|依据|印发)/.test(part['prefix'] ?? '')
}

function official(reading: Reading, lineStart: number, match: RegExpExecArray): DocumentNumber {
  const part = match.groups ?? {}
  const prefixAt = lineStart + match[0].indexOf(part['prefix'] ?? '')
  const prefix = reading.source.slice(fromOf(reading.page, prefixAt), toOf(reading.page, prefixAt + (part['prefix'] ?? '').length - 1))
  const hao = reading.traditional ? '號' : '号'
  const date = DATE.exec(part['rest'] ?? '')
  return {
    number: `${prefix.replace(/\s/g, '')}〔${part['year']}〕${Number(part['serial'])}${hao}`,
    repaired: part['close'] === undefined || part['hao'] === undefined,
    year: Number(part['year']),
    date: date ? isoDate(date[1] ?? '', date[2] ?? '', date[3] ?? '') : null,
  }
}
