import type { Words } from '#engine/define/words.ts'
import { beginningWithin, outlineOf, type Section, sectionAt, statesGoals } from '#policy-text/index.ts'
import {
  AMONG,
  equalWords,
  largerWords,
  numberOf,
  OTHER_THINGS,
  openWords,
  RESTATED_TITLE,
  type StructureItem,
  sideBySide,
  sumWords,
  YEARLY,
} from './structure-why.ts'
import { sameName, sameObject, sameUnits } from './structure-words.ts'

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
  const titles = new Set(heads.map(({ target }) => target.id))
  for (const head of heads) attachUnder(head, { targets, titles, text }, placed)
  const inSections = Map.groupBy(targets, ({ start }) => sectionAt(outline, start))
  for (const [section, own] of inSections) if (section) sumInClause(own, placed)
  return targets.map((target) => placed.get(target.id) ?? alone(target))
}

interface Head {
  readonly target: StructureItem
  /** The clause whose title says this headline; what stands in it may belong to it. */
  readonly home: Section | undefined
}

function headsOf(targets: readonly StructureItem[], outline: readonly Section[], placed: Map<string, Placed>): readonly Head[] {
  const sections = new Map(targets.map((target) => [target, sectionAt(outline, target.start)]))
  const titleOf = (target: StructureItem) => {
    const section = sections.get(target)
    return section && target.end <= section.end + 1 ? section : undefined
  }
  const goals = targets.filter((target) => {
    const section = sections.get(target)
    return !titleOf(target) && section !== undefined && statesGoals(section)
  })
  const byValue = Map.groupBy(goals, ({ low }) => low)
  const taken = new Set<string>()
  const homes = new Map<string, Section>()
  const titled: Head[] = []
  for (const target of targets) {
    const home = titleOf(target)
    if (!home) continue
    const said = byValue.get(target.low)?.find((goal) => !taken.has(goal.id) && says(goal, target))
    if (!said) {
      titled.push({ target, home })
      placed.set(target.id, titleWords(target, home))
      continue
    }
    taken.add(said.id)
    homes.set(said.id, home)
    placed.set(target.id, under(said, target, 'restated', RESTATED_TITLE))
  }
  for (const goal of goals) placed.set(goal.id, goalWords(goal, sections.get(goal)!, homes.get(goal.id)))
  return [...goals.map((target) => ({ target, home: homes.get(target.id) })), ...titled]
}

/** A number followed in its own clause by numbers that add up to it, wherever the clause stands. */
function sumInClause(inSection: readonly StructureItem[], placed: Map<string, Placed>) {
  const [head, ...rest] = inSection.filter(({ id }) => !placed.has(id))
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

/** Where a headline looks for what stands under it. */
interface Ground {
  /** In the order of the text. */
  readonly targets: readonly StructureItem[]
  /** The headlines themselves. */
  readonly titles: ReadonlySet<string>
  readonly text: string
}

function attachUnder({ target: head, home }: Head, { targets, titles, text }: Ground, placed: Map<string, Placed>) {
  if (head.low === null || placed.get(head.id)?.relation !== 'headline') return
  const isOwn = ({ id }: StructureItem) => id !== head.id && !placed.get(id)?.parent
  const inParagraph = beginningWithin(targets, head.end, endOfLine(text, head.end) + 1).filter(isOwn)
  for (const each of groupIn(head, inParagraph, text, BULLET.test(lineUpTo(text, head.start)))) placed.set(each.item, each)
  if (!home) return
  const inHome = beginningWithin(targets, home.end + 1, home.until).filter(({ id }) => id !== head.id && !titles.has(id) && !placed.has(id))
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
  const sameSort = found.filter((each) => comparable(head, each))
  const alike = new Set(sameSort.filter((each) => sameObject(head.label, each.label)))
  const equal = new Set(sameSort.filter((each) => numberOf(each) === numberOf(head)))
  const smaller = new Set([...alike].filter((each) => numberOf(each) < numberOf(head)))
  const larger = sameSort.filter((each) => numberOf(each) > numberOf(head))
  const sum = equal.size === 0 ? sumWords(head, [...smaller]) : undefined
  const inOneSentence = new Set([...equal].map(({ start }) => sentenceStart(text, start)))
  return found.map((each) => {
    if (each.period === 'per_year') return under(head, each, 'beside', YEARLY)
    if (equal.has(each)) return under(head, each, 'restated', equalWords(head))
    if (!alike.has(each)) return under(head, each, 'beside', OTHER_THINGS)
    if (sum && smaller.has(each)) return under(head, each, 'part', sum)
    if (numberOf(each) > numberOf(head)) return under(head, each, 'beside', largerWords(head, larger, each))
    if (sentenceUpTo(text, each).includes('其中')) return under(head, each, 'part', AMONG)
    if (inOneSentence.has(sentenceStart(text, each.start))) return under(head, each, 'beside', sideBySide(head))
    return under(head, each, 'open', openWords(head, each))
  })
}

function comparable(head: StructureItem, each: StructureItem): boolean {
  return each.low !== null && each.period !== 'per_year' && each.unit !== '%' && sameUnits(head.unit, each.unit)
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

function endOfLine(text: string, place: number): number {
  const end = text.indexOf('\n', place)
  return end === -1 ? text.length : end
}

// Walked back one by one: lastIndexOf of a mark that the text never uses looks through all of it, for every target anew.
function sentenceStart(text: string, place: number): number {
  let at = place
  while (at > 0 && !SENTENCE_ENDS.has(text[at - 1]!)) at -= 1
  return at
}

const SENTENCE_ENDS: ReadonlySet<string> = new Set(['。', ';', '\n'])

function sentenceUpTo(text: string, { start, end }: StructureItem): string {
  return text.slice(sentenceStart(text, start), end)
}
