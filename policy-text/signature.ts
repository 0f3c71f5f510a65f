import { fromOf, toOf } from './copy.ts'
import type { Line } from './lines.ts'
import { isoDate } from './numerals.ts'
import { onOneLine, type Reading } from './reading.ts'

/** Who signed, and when. The date of a web page is not the date of the document. */
interface Signature {
  readonly issuer: readonly string[]
  readonly date: string | null
}

const YEAR = '20\\d\\d|二[〇零○O0]?[〇零○一二三四五六七八九]{2,3}'
const DATE_LINE = new RegExp(
  `^\\(?(?:中华)?(${YEAR}) ?年 ?(\\d{1,2}|[一二三四五六七八九十]{1,3}) ?月 ?(\\d{1,2}|[一二三四五六七八九十]{1,3}) ?日\\)?$`,
)
const SIGNED_IN_LINE = new RegExp(
  `^(.{4,40}?) ?(${YEAR}) ?年 ?(\\d{1,2}|[一二三四五六七八九十]{1,3}) ?月 ?(\\d{1,2}|[一二三四五六七八九十]{1,3}) ?日$`,
)
const LABELLED = /^(?:成文日期|签发日期|发文日期)[: |]*(20\d\d)[-年./ ]+(\d{1,2})[-月./ ]+(\d{1,2})/
/** “某省人民政府办公厅”, “某市科学技术局 某市财政局” */
const UNIT_LINE =
  /^[\u4e00-\u9fff() ]{3,60}(人民政府|办公厅|办公室|委员会|管委会|领导小组|厅|局|部|委|署|院|行|会|政府|中心|集团|公司|税务总局|组|总队|调查队)$/

export function signatureOf(reading: Reading): Signature {
  const signed = reading.lines.map((_, at) => signedAt(reading, at)).filter((found) => found !== null)
  const whole = signed.find((found) => found.issuer.length > 0) ?? labelled(reading.lines) ?? signed[0]
  return whole ?? { issuer: signedInMonth(reading), date: null }
}

const MONTH_LINE = new RegExp(`^\\(?(?:中华)?(${YEAR}) ?年 ?(\\d{1,2}|[一二三四五六七八九十]{1,3}) ?月\\)?$`)

/** “交通部 / 2028年8月”: signed without a day. */
function signedInMonth(reading: Reading): readonly string[] {
  const found = reading.lines.flatMap((line, at) => (line.text.length < 20 && MONTH_LINE.test(line.text) ? [unitsAbove(reading, at)] : []))
  return found.find((units) => units.length > 0) ?? []
}

function signedAt(reading: Reading, at: number): Signature | null {
  const line = reading.lines[at]
  if (!line || line.text.length > 60) return null
  const alone = DATE_LINE.exec(line.text)
  if (alone) return { issuer: unitsAbove(reading, at), date: isoDate(western(alone[1]), alone[2] ?? '', alone[3] ?? '') }
  const together = SIGNED_IN_LINE.exec(line.text)
  if (!together || !UNIT_LINE.test(together[1] ?? '')) return null
  return {
    issuer: printedUnits(reading, line.start, together[1] ?? ''),
    date: isoDate(western(together[2]), together[3] ?? '', together[4] ?? ''),
  }
}

function western(year: string | undefined): string {
  const digits = [...(year ?? '')].map((digit) => '〇一二三四五六七八九'.indexOf(digit.replace(/[零○O]/, '〇')))
  return digits.every((digit) => digit >= 0) ? digits.join('') : (year ?? '')
}

function labelled(lines: readonly Line[]): Signature | null {
  const match = lines.map((line) => LABELLED.exec(line.text)).find((found) => found !== null)
  return match ? { issuer: [], date: isoDate(match[1] ?? '', match[2] ?? '', match[3] ?? '') } : null
}

/** The unit names on the lines directly above the date, at most eight of them. */
function unitsAbove(reading: Reading, dateAt: number): readonly string[] {
  const units: string[] = []
  for (let at = dateAt - 1; at >= 0 && at >= dateAt - 8; at -= 1) {
    const line = reading.lines[at]
    if (!line || line.text.length > 60 || !(UNIT_LINE.test(line.text) || SHORT_UNIT.test(line.text))) break
    units.unshift(...printedUnits(reading, line.start, line.text))
  }
  return units
}

// “教育部”, “市委”: a blank after it parts two units.
const SHORT_UNIT = /^[\u4e00-\u9fff]{1,2}[厅局部委署院会行]$/

// Several units on one line are parted by blanks; a name spaced out for justification (“科 技 厅”) is one name.
function printedUnits(reading: Reading, start: number, text: string): readonly string[] {
  const parts = text.split(/ +/)
  const separate = parts.every((part) => part.length >= 4 || SHORT_UNIT.test(part))
  let at = start
  return (separate ? parts : [text]).map((part) => {
    const from = reading.page.text.indexOf(part, at)
    at = from + part.length
    return onOneLine(reading.source.slice(fromOf(reading.page, from), toOf(reading.page, at - 1))).replaceAll(separate ? '' : ' ', '')
  })
}
