import type { Words } from '#engine/define/words.ts'
import { outlineOf, type Section, sectionAt, statesGoals } from '#policy-text/index.ts'
import { sameName, sameObject, sameUnits } from './structure-words.ts'

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

export const RELATIONS = ['headline', 'part', 'beside', 'restated', 'open'] as const
export type Relation = (typeof RELATIONS)[number]

/** Where a target stands: by itself or over others, or under a headline, with the reason. */
export interface Placed {
  readonly item: string
  readonly relation: Relation
  readonly parent: string | null
  readonly why: Words
}

/**
 * Proposes for every target whether it is a headline or belongs under one. A headline's words name the whole: it stands where the
 * plan says its goals, or in the title of a clause. What stands under that title or after it in the same paragraph is held
 * against it by arithmetic and wording. Offered with its reason; a person decides.
 */
export function structureOf(items: readonly StructureItem[], text: string): readonly Placed[] {
  const targets = items.filter(({ itemKind }) => itemKind === 'target').toSorted((a, b) => a.start - b.start || a.id.localeCompare(b.id))
  const headings = items.filter(({ itemKind }) => itemKind === 'heading')
  const outline = outlineOf(
    headings.map(({ id, label, level, start, end }) => ({ item: id, label, level: level ?? 9, start, end: Math.max(end, start + 1) })),
  )
  const placed = new Map<string, Placed>()
  const heads = headsOf(targets, outline, placed)
  for (const head of heads) attachUnder(head, targets, heads, text, placed)
  for (const section of outline) sumInClause(section, outline, targets, placed)
  return targets.map((target) => placed.get(target.id) ?? alone(target))
}

interface Head {
  readonly target: StructureItem
  /** The clause whose title says this headline; what stands in it may belong to it. */
  readonly home: Section | undefined
}

function headsOf(targets: readonly StructureItem[], outline: readonly Section[], placed: Map<string, Placed>): readonly Head[] {
  const inTitle = (target: StructureItem) => outline.find(({ start, end }) => start <= target.start && target.end <= end + 1)
  const goals = targets.filter((target) => {
    const section = sectionAt(outline, target.start)
    return !inTitle(target) && section !== undefined && statesGoals(section)
  })
  const taken = new Set<string>()
  const homes = new Map<string, Section>()
  const titled: Head[] = []
  for (const target of targets) {
    const home = inTitle(target)
    if (!home) continue
    const said = goals.find((goal) => !taken.has(goal.id) && says(goal, target))
    if (!said) {
      titled.push({ target, home })
      placed.set(target.id, titleWords(target, home))
      continue
    }
    taken.add(said.id)
    homes.set(said.id, home)
    placed.set(target.id, under(said, target, 'restated', RESTATED_TITLE))
  }
  for (const goal of goals) placed.set(goal.id, goalWords(goal, sectionAt(outline, goal.start)!, homes.get(goal.id)))
  return [...goals.map((target) => ({ target, home: homes.get(target.id) })), ...titled]
}

/** A number followed in its own clause by numbers that add up to it, wherever the clause stands. */
function sumInClause(section: Section, outline: readonly Section[], targets: readonly StructureItem[], placed: Map<string, Placed>) {
  const own = targets.filter(({ id, start }) => !placed.has(id) && sectionAt(outline, start) === section)
  const [head, ...rest] = own
  if (!head || head.low === null) return
  const alike = rest.filter((each) => comparable(head, each) && sameObject(head.label, each.label))
  if (alike.length < 2 || alike.reduce((all, part) => all + numberOf(part), 0) !== numberOf(head)) return
  const sum = sumWords(head, alike)!
  placed.set(head.id, { item: head.id, relation: 'headline', parent: null, why: sum })
  for (const each of alike) placed.set(each.id, under(head, each, 'part', sum))
}

function says(goal: StructureItem, title: StructureItem): boolean {
  return goal.low !== null && goal.low === title.low && sameUnits(goal.unit, title.unit) && sameName(goal.label, title.label)
}

function attachUnder(
  { target: head, home }: Head,
  targets: readonly StructureItem[],
  heads: readonly Head[],
  text: string,
  placed: Map<string, Placed>,
) {
  if (head.low === null || placed.get(head.id)?.relation !== 'headline') return
  const titles = new Set(heads.map(({ target }) => target.id))
  const own = targets.filter(({ id }) => id !== head.id && !placed.get(id)?.parent)
  const inParagraph = own.filter(({ start }) => start >= head.end && !text.slice(head.end, start).includes('\n'))
  for (const each of groupIn(head, inParagraph, text, BULLET.test(lineUpTo(text, head.start)))) placed.set(each.item, each)
  if (!home) return
  const inHome = own.filter(({ id, start }) => !titles.has(id) && !placed.has(id) && start > home.end && start < home.until)
  for (const each of clauseGroup(head, inHome, text)) placed.set(each.item, each)
}

const BULLET = /^\s*(?:——|—|─|•)/

/** 3,000 of one sort beside 6,000 of another are two figures; 10 demonstrations beside 50 scenarios may be among them. */
const CLEARLY_SMALLER = 0.5

/** Targets after a headline in its own paragraph: only plain arithmetic and plain words make them parts there. */
function groupIn(head: StructureItem, found: readonly StructureItem[], text: string, bullet: boolean): readonly Placed[] {
  const alike = found.filter((each) => comparable(head, each) && sameObject(head.label, each.label))
  const sum = sumWords(head, alike)
  if (sum) return alike.map((each) => under(head, each, 'part', sum))
  return alike.flatMap((each) => {
    if (numberOf(each) >= numberOf(head)) return []
    if (sentenceUpTo(text, each).includes('其中')) return [under(head, each, 'part', AMONG)]
    return bullet && numberOf(each) < CLEARLY_SMALLER * numberOf(head) ? [under(head, each, 'open', openWords(head, each))] : []
  })
}

/** Targets in the clause whose title says the headline again. */
function clauseGroup(head: StructureItem, found: readonly StructureItem[], text: string): readonly Placed[] {
  const alike = found.filter((each) => comparable(head, each) && sameObject(head.label, each.label))
  const equal = found.filter((each) => comparable(head, each) && numberOf(each) === numberOf(head))
  const smaller = alike.filter((each) => numberOf(each) < numberOf(head))
  const sum = equal.length === 0 ? sumWords(head, smaller) : undefined
  return found.map((each) => {
    if (each.period === 'per_year') return under(head, each, 'beside', YEARLY)
    if (equal.includes(each)) return under(head, each, 'restated', equalWords(head))
    if (!alike.includes(each)) return under(head, each, 'beside', OTHER_THINGS)
    if (sum && smaller.includes(each)) return under(head, each, 'part', sum)
    if (numberOf(each) > numberOf(head)) return under(head, each, 'beside', largerWords(head, found, each))
    const sentence = sentenceUpTo(text, each)
    if (sentence.includes('其中')) return under(head, each, 'part', AMONG)
    if (equal.some((other) => sameSentence(text, each, other))) return under(head, each, 'beside', sideBySide(head))
    return under(head, each, 'open', openWords(head, each))
  })
}

function comparable(head: StructureItem, each: StructureItem): boolean {
  return each.low !== null && each.period !== 'per_year' && each.unit !== '%' && sameUnits(head.unit, each.unit)
}

const numberOf = ({ low }: StructureItem) => Number(low)

/** “约”, “左右” and a sum within a tenth of the headline: nearly the whole. */
const NEARLY = 0.1

function sumWords(head: StructureItem, parts: readonly StructureItem[]): Words | undefined {
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

export function isApproximate({ qualifier, comparator }: Pick<StructureItem, 'qualifier' | 'comparator'>): boolean {
  return qualifier === 'about' || comparator === 'about'
}

function largerWords(head: StructureItem, found: readonly StructureItem[], each: StructureItem): Words {
  const larger = found.filter((other) => comparable(head, other) && numberOf(other) > numberOf(head))
  const terms = larger.map(({ low }) => plain(low)).join(' + ')
  const whole = plain(head.low)
  return {
    zh: `${larger.length > 1 ? terms : plain(each.low)} 大于总目标 ${whole}，不是其构成部分`,
    en: `${larger.length > 1 ? terms : plain(each.low)} is more than the headline of ${whole}, so it is no part of it`,
  }
}

const plain = (decimal: string | null) => String(Number(decimal))

const RESTATED_TITLE: Words = {
  zh: '条款标题以同一数值再次提出总目标',
  en: 'the title of a clause says the headline again with the same value',
}
const AMONG: Words = { zh: '原文写明“其中”', en: 'the text says “of which” （其中）' }
const YEARLY: Words = { zh: '每年的数，不与到期总数相加', en: 'a number for each year does not add to the total' }
const OTHER_THINGS: Words = { zh: '所数的对象或单位与总目标不同', en: 'it counts other things than the headline, or in another unit' }

function equalWords(head: StructureItem): Words {
  return {
    zh: `同一条款内数值同为 ${plain(head.low)}，是总目标的展开`,
    en: `the same value of ${plain(head.low)} in the headline's clause: it spells the headline out`,
  }
}

function sideBySide(head: StructureItem): Words {
  return { zh: `与 ${plain(head.low)} 在同一句并列提出`, en: `said side by side with ${plain(head.low)} in one sentence` }
}

function openWords(head: StructureItem, each: StructureItem): Words {
  return {
    zh: `原文没有写明这 ${plain(each.low)} 是否在总目标 ${plain(head.low)} 之内，由省级确定`,
    en: `the text does not say whether these ${plain(each.low)} are within the ${plain(head.low)}; the province decides`,
  }
}

function titleWords(target: StructureItem, { label }: Section): Placed {
  return {
    item: target.id,
    relation: 'headline',
    parent: null,
    why: { zh: `写在条款标题“${label}”中，统领该条款`, en: 'it stands in the title of a clause and names the whole of it' },
  }
}

function goalWords(target: StructureItem, section: Section, home: Section | undefined): Placed {
  return {
    item: target.id,
    relation: 'headline',
    parent: null,
    why: {
      zh: `写在“${section.label}”中${home ? `，“${home.label}”以同一数值再次提出` : ''}`,
      en: `it stands where the plan says its goals${home ? ' and the title of a clause says it again' : ''}`,
    },
  }
}

function alone({ id }: StructureItem): Placed {
  return { item: id, relation: 'headline', parent: null, why: { zh: '没有统领它的总目标，单独列出', en: 'no headline stands over it' } }
}

function under(head: StructureItem, each: StructureItem, relation: Relation, why: Words): Placed {
  return { item: each.id, relation, parent: head.id, why }
}

function lineUpTo(text: string, place: number): string {
  return text.slice(text.lastIndexOf('\n', place - 1) + 1, place)
}

function sentenceStart(text: string, place: number): number {
  return Math.max(...['。', ';', ';', '\n'].map((mark) => text.lastIndexOf(mark, place - 1))) + 1
}

function sentenceUpTo(text: string, { start, end }: StructureItem): string {
  return text.slice(sentenceStart(text, start), end)
}

function sameSentence(text: string, left: StructureItem, right: StructureItem): boolean {
  return sentenceStart(text, left.start) === sentenceStart(text, right.start)
}
