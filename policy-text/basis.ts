import type { HeadMatter } from './head-matter.ts'
import { isoDate } from './numerals.ts'
import type { BasisDocument, Validity } from './plan-draft.ts'
import { quoteOf, type Reading, wordsOf } from './reading.ts'

// A title in book marks, perhaps with its number behind it; titles nest one deep.
const NAMED =
  /《(?<title>(?:[^《》\n]|《[^《》\n]{1,60}》){2,100})》(?:[([](?<number>[\u4e00-\u9fff]{2,14}[[(〔]?(?:19|20)\d\d[\])〕]?第?\d{1,4}号?)[)\]])?/g
const RESTS = /(?:根据|依据|按照|贯彻(?:落实|执行)?|落实|遵照|为(?:深入|全面|认真)*(?:贯彻|落实|实施)|对照|衔接|依照)[^。;]{0,160}$/
const REPEALS = /^[^。;]{0,40}(?:同时|予以)?废止/
const BEFORE = 200

/** The documents a text says it rests on, carries out, repeals or issues, with their numbers where they are printed. */
export function findBasis(reading: Reading, head: HeadMatter): readonly BasisDocument[] {
  const { text } = reading.body.copy
  const seen = new Set<string>()
  return [...text.matchAll(NAMED)].flatMap((match): BasisDocument[] => {
    const titleStart = match.index + 1
    const title = wordsOf(reading, titleStart, titleStart + (match.groups?.['title'] ?? '').length)
    if (title === head.title || seen.has(title) || !DOCUMENT.test(title)) return []
    seen.add(title)
    const lead = text.slice(Math.max(0, match.index - BEFORE), match.index)
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 60)
    const relation = REPEALS.test(after) ? 'repeals' : RESTS.test(lead) ? 'basis' : 'mentions'
    return [
      {
        ...quoteOf(reading, match.index, match.index + match[0].length),
        title,
        number: officialNumber(match.groups?.['number']),
        relation,
        confidence: relation === 'mentions' ? 0.6 : 0.9,
        why: RELATION_TEXTS[relation],
      },
    ]
  })
}

const DOCUMENT =
  /(?:法|条例|规定|办法|规划|计划|纲要|意见|方案|决定|通知|措施|细则|政策|目录|标准|规范|指南|章程|报告)(?:[(〈(].{0,30}[)〉)])?$/

const RELATION_TEXTS = {
  basis: { zh: '“根据、贯彻落实”等词后的书名号', en: 'a title after “in accordance with” or “to carry out”' },
  repeals: { zh: '书名号后写明废止', en: 'the title is said to be repealed' },
  mentions: { zh: '文中提到的文件', en: 'a document that is named' },
} as const

function officialNumber(printed: string | undefined): string | null {
  const part = /^(?<prefix>[\u4e00-\u9fff]{2,14})[[(〔]?(?<year>(?:19|20)\d\d)[\])〕]?第?(?<serial>\d{1,4})号?$/.exec(printed ?? '')?.groups
  return part ? `${part['prefix']}〔${part['year']}〕${Number(part['serial'])}号` : null
}

const DAY = '(?<year>20\\d\\d)年(?<month>\\d{1,2})月(?<day>\\d{1,2})日'
const SINCE = new RegExp(`自(?:${DAY}|(?<issue>(?:印发|发布|公布)之日))(?:起)?(?<delay>\\d{1,3})?(?:日后)?(?:起)?(?:施行|实施|执行)`)
const UNTIL = new RegExp(`(?:有效期)?至${DAY.replaceAll('?<', '?<u')}`)
const YEARS = /有效期(?:为|限为)?(?<years>[一二三五两十\d]{1,2})年|试行(?:期)?(?<trial>[一二三两\d])年/

/** From when until when the text says it is in force; null where it says nothing of it. */
export function validityOf(reading: Reading, head: HeadMatter): Validity | null {
  const { text } = reading.body.copy
  const since = SINCE.exec(text)
  const years = YEARS.exec(text)
  const until = UNTIL.exec(since ? text.slice(since.index, since.index + 200) : '')
  const anchor = since ?? years
  if (!anchor) return null
  const length = numberOfYears(years?.groups?.['years'] ?? years?.groups?.['trial'])
  const from = dayOf(since?.groups, '') ?? (since?.groups?.['issue'] ? daysAfter(head.date, Number(since.groups['delay'] ?? 0)) : null)
  const to = until ? dayOf(until.groups, 'u') : from !== null && length !== null ? lastDay(from, length) : null
  const end = Math.max(anchor.index + anchor[0].length, years && years.index - anchor.index < 60 ? years.index + years[0].length : 0)
  return { ...quoteOf(reading, anchor.index, end), from, to, years: length }
}

function dayOf(part: Record<string, string | undefined> | undefined, prefix: string): string | null {
  const [year, month, day] = ['year', 'month', 'day'].map((name) => part?.[`${prefix}${name}`])
  return year && month && day ? isoDate(year, month, day) : null
}

function daysAfter(day: string | null, days: number): string | null {
  if (day === null) return null
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Five years from 1 July 2031 end on 30 June 2036. */
function lastDay(from: string, years: number): string {
  const end = new Date(`${from}T00:00:00Z`)
  end.setUTCFullYear(end.getUTCFullYear() + years, end.getUTCMonth(), end.getUTCDate() - 1)
  return end.toISOString().slice(0, 10)
}

function numberOfYears(printed: string | undefined): number | null {
  if (printed === undefined) return null
  const at = '一二三四五六七八九十'.indexOf(printed === '两' ? '二' : printed)
  return at >= 0 ? at + 1 : Number(printed) || null
}
