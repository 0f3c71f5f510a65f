import { fromOf } from './copy.ts'
import { documentNumberOf } from './document-number.ts'
import { numberOf } from './numerals.ts'
import { pageWordsOf, type Reading } from './reading.ts'
import { signatureOf } from './signature.ts'
import { type FoundTitle, titleOf } from './title.ts'

/** What stands on the head and foot of a document. */
export interface HeadMatter {
  readonly title: string | null
  readonly issuer: readonly string[]
  readonly docNumber: string | null
  readonly docNumberRepaired: boolean
  readonly date: string | null
  readonly planPeriod: { readonly from: number; readonly to: number } | null
  /** Where the plan itself begins in the body; a news report or a covering notice may stand before it. */
  readonly planStart: number
  /** The year the document was made in, when it says so. */
  readonly madeIn: number | null
}

export function readHeadMatter(reading: Reading): HeadMatter {
  const title = titleOf(reading)
  const number = documentNumberOf(reading)
  const signature = signatureOf(reading)
  const planPeriod = periodOf(title.title ?? '')
  const known = yearOf(signature.date) ?? number.year ?? planPeriod?.from ?? null
  const thisYear = planPeriod ? null : (periodOfText(reading, title) ?? periodOfHeading(reading))
  return {
    title: title.title,
    issuer: signature.issuer.length > 0 ? signature.issuer : issuerElsewhere(reading, title),
    docNumber: number.number,
    docNumberRepaired: number.repaired,
    date: signature.date ?? number.date,
    planPeriod: planPeriod ?? threeYears(title.title ?? '', known) ?? thisYear,
    planStart: title.planStart,
    madeIn: known ?? thisYear?.from ?? null,
  }
}

function yearOf(date: string | null): number | null {
  return date === null ? null : Number(date.slice(0, 4))
}

const FIVE_YEARS: Readonly<Record<string, number>> = { 十二五: 2011, 十三五: 2016, 十四五: 2021, 十五五: 2026, 十六五: 2031 }

const YEAR_OF_TASKS = /(20\d\d)年度?(?!.{0,12}(?:完成情况|执行情况|总结|回顾))(?=.{0,12}(?:工作|任务|要点|计划|分工|安排))/g

/** “(2024-2026年)” → 2024 to 2026, “‘十五五’规划” → 2026 to 2030. */
export function periodOf(title: string): HeadMatter['planPeriod'] {
  const years = /(20\d\d)年?[-—–－~至](20\d\d)年?/.exec(title)
  if (years) return { from: Number(years[1]), to: Number(years[2]) }
  // “关于2029年任务完成情况和2030年重点任务的报告” is the plan of 2030.
  const single = [...title.matchAll(YEAR_OF_TASKS)].at(-1)
  if (single) return { from: Number(single[1]), to: Number(single[1]) }
  const plan = FIVE_YEARS[/十[二三四五六]五/.exec(title)?.[0] ?? '']
  return plan === undefined ? null : { from: plan, to: plan + 4 }
}

function threeYears(title: string, madeIn: number | null): HeadMatter['planPeriod'] {
  const years = numberOf(/([三五两2-5])年(行动|攻坚|倍增|培育|提升|建设)?(计划|方案|行动)/.exec(title)?.[1] ?? '')
  return years === null || madeIn === null ? null : { from: madeIn, to: madeIn + years - 1 }
}

/** “2028年是…关键之年。…今年…”: a year's programme of work that names its year in the text only. */
function periodOfText(reading: Reading, { title, planStart }: FoundTitle): HeadMatter['planPeriod'] {
  if (!/(要点|安排|工作计划|任务)(\(.*\))?$/.test(title ?? '')) return null
  const opening = reading.body.copy.text.slice(planStart, planStart + OPENING_PART)
  const year = Number(/(20\d\d)年是[^。]{2,60}(?:之年|一年|年份|元年)/.exec(opening)?.[1] ?? Number.NaN)
  return Number.isNaN(year) || !opening.includes('今年') ? null : { from: year, to: year }
}

const OPENING_PART = 1500
const YEAR_OF_WORK = /^(?:对|关于)?(?<year>20\d\d)年.{0,8}(?:工作的?(?:建议|安排|要求|任务|思路|打算)|(?:目标|任务|安排))/

/** A report on the work of a government sets its aims below “二、对2030年工作的建议”. */
function periodOfHeading({ body, headings }: Reading): HeadMatter['planPeriod'] {
  const years = headings.map(({ textStart, end }) => YEAR_OF_WORK.exec(body.copy.text.slice(textStart, end))?.groups?.['year'])
  const [year, ...others] = new Set(years.filter((found) => found !== undefined))
  return year === undefined || others.length > 0 ? null : { from: Number(year), to: Number(year) }
}

const UNIT_NAME =
  '[\\u4e00-\\u9fff]{2,20}?(?:人民政府办公厅|人民政府办公室|人民政府(?!办)|办公厅|办公室|委员会|管委会|厅|局|部|署|院|[省市县区]委(?![员办组宣统]))'
const EACH_UNIT = new RegExp(UNIT_NAME, 'g')
const SOURCE = new RegExp(`^\\(?来源: ?(${UNIT_NAME})\\)?$`)

/** Without a signature: “省科学技术厅 省发展和改革委员会关于印发…”, “某省人民政府办公厅印发《…》”, “(来源:某省科技厅)”. */
function issuerElsewhere(reading: Reading, { title, planStart }: FoundTitle): readonly string[] {
  const before = unitsBefore(title ?? '')
  if (before.length > 0) return before
  const limit = fromOf(reading.body.copy, planStart) ?? reading.source.length
  for (const line of reading.lines) {
    if (line.start > limit + 400) break
    const named = unitsBefore(line.text)
    if (named.length > 0) return printedLike(reading, line.start, line.text, named)
  }
  for (const line of reading.lines) {
    const named = line.text.length < 60 ? SOURCE.exec(line.text)?.[1] : undefined
    if (named) return printedLike(reading, line.start, line.text, [named])
  }
  return []
}

/** The units a line opens with when nothing else stands before 关于, 印发 or a year: “某省科技厅 某省财政厅关于…”. */
function unitsBefore(line: string): readonly string[] {
  const opening = line.slice(0, 160).replace(/^\[[^\]]{0,20}\]/, '')
  const act = /(?:近日|日前)?(?:关于|印发|发布|出台|20\d\d年(?!\d{1,2}月|底|年底))/.exec(opening)
  if (!act || act.index > 100) return []
  const words = opening.slice(0, act.index)
  const units = [...words.matchAll(EACH_UNIT)].map((match) => match[0])
  return units.join('') === words.replace(/[ 、]/g, '') ? units : []
}

function printedLike(reading: Reading, lineStart: number, line: string, units: readonly string[]): readonly string[] {
  let at = lineStart
  return units.map((unit) => {
    const from = lineStart + line.indexOf(unit, at - lineStart)
    at = from + unit.length
    return pageWordsOf(reading, from, at)
  })
}
