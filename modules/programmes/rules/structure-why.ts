import type { Words } from '#engine/define/words.ts'

/** What the proposal looks at: any found item; only headings and targets matter. */
export interface StructureItem {
  readonly id: string
  readonly itemKind: string
  readonly label: string
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly level: number | null
  readonly low: string | null
  readonly high: string | null
  readonly unit: string | null
  readonly comparator: string | null
  readonly qualifier: string | null
  readonly period: string | null
}

/** How much a target asks for, to be held against another. */
export const numberOf = ({ low }: StructureItem) => Number(low)

/** “约”, “左右” and a sum within a tenth of the headline: nearly the whole. */
const NEARLY = 0.1

/** That parts add up to their headline, exactly or nearly; nothing when they do not. */
export function sumWords(head: StructureItem, parts: readonly StructureItem[]): Words | undefined {
  if (parts.length < 2) return undefined
  const sum = parts.reduce((all, part) => all + numberOf(part), 0)
  const [terms, whole] = [parts.map(({ low }) => plain(low)).join(' + '), plain(head.low)]
  if (sum === numberOf(head))
    return { zh: `${terms} = ${whole}，合计等于总目标`, en: `${terms} = ${whole}: together they are the headline` }
  const loose = parts.some(isApproximate)
  if (!loose || Math.abs(sum - numberOf(head)) > NEARLY * numberOf(head)) return undefined
  return {
    zh: `${terms} = ${sum}，与总目标 ${whole} 相近且有约数`,
    en: `${terms} = ${sum}, near the headline of ${whole}, and some are approximate`,
  }
}

/** Whether its words leave room: about a hundred. */
export function isApproximate({ qualifier, comparator }: Pick<StructureItem, 'qualifier' | 'comparator'>): boolean {
  return qualifier === 'about' || comparator === 'about'
}

/** Under a headline with a whole plan below it the reason names the number alone. */
const MOST_TERMS = 6

/** That a number under a headline is more than the headline. */
export function largerWords(head: StructureItem, larger: readonly StructureItem[], each: StructureItem): Words {
  const terms = larger.length > MOST_TERMS ? plain(each.low) : larger.map(({ low }) => plain(low)).join(' + ')
  const whole = plain(head.low)
  return {
    zh: `${terms} 大于总目标 ${whole}，不是其构成部分`,
    en: `${terms} is more than the headline of ${whole}, so it is no part of it`,
  }
}

const plain = (decimal: string | null) => String(Number(decimal))

/** That the title of a clause says the headline again. */
export const RESTATED_TITLE: Words = {
  zh: '条款标题以同一数值再次提出总目标',
  en: 'the title of a clause says the headline again with the same value',
}
/** That the text itself says “of which”. */
export const AMONG: Words = { zh: '原文写明“其中”', en: 'the text says “of which” （其中）' }
/** That a number a year is no part of a total. */
export const YEARLY: Words = { zh: '每年的数，不与到期总数相加', en: 'a number for each year does not add to the total' }
/** That a number counts something else. */
export const OTHER_THINGS: Words = {
  zh: '所数的对象或单位与总目标不同',
  en: 'it counts other things than the headline, or in another unit',
}

/** That a number of the clause is the headline spelled out. */
export function equalWords(head: StructureItem): Words {
  return {
    zh: `同一条款内数值同为 ${plain(head.low)}，是总目标的展开`,
    en: `the same value of ${plain(head.low)} in the headline's clause: it spells the headline out`,
  }
}

/** That a number stands beside the headline in one sentence. */
export function sideBySide(head: StructureItem): Words {
  return { zh: `与 ${plain(head.low)} 在同一句并列提出`, en: `said side by side with ${plain(head.low)} in one sentence` }
}

/** That the text leaves open whether a number is within the headline. */
export function openWords(head: StructureItem, each: StructureItem): Words {
  return {
    zh: `原文没有写明这 ${plain(each.low)} 是否在总目标 ${plain(head.low)} 之内，由省级确定`,
    en: `the text does not say whether these ${plain(each.low)} are within the ${plain(head.low)}; the province decides`,
  }
}
