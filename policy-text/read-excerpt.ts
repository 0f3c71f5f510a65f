import { copyOf } from './copy.ts'
import { folded } from './fold.ts'
import type { PlanDraft, RegisterKind, Responsibility, Target } from './plan-draft.ts'
import { readPlan } from './read-plan.ts'
import { quantitiesIn } from './targets/quantities.ts'
import { isTraditional, simplifiedCopy } from './traditional.ts'
import { isUnitName, splitNames } from './unit-names.ts'

/** What a person may point at in a text. */
export type ExcerptKind = 'heading' | 'target' | 'duty' | 'list'

/** What some words say when they are read as one thing of a kind; numbers are decimal text, names are parted by “、”. */
export interface Excerpt {
  readonly label: string
  readonly level: number | null
  readonly low: string | null
  readonly high: string | null
  readonly unit: string | null
  readonly comparator: string | null
  readonly qualifier: string | null
  readonly deadline: string | null
  readonly period: string | null
  readonly lead: string | null
  readonly support: string | null
  readonly joint: boolean
  readonly listKind: RegisterKind | null
}

/** Reads the words that a person has marked as a target, a duty, a list or a heading. What cannot be read stays empty. */
export function readExcerpt(words: string, kind: ExcerptKind): Excerpt {
  return { ...NOTHING, label: onOneLine(words), ...READERS[kind](words) }
}

const NOTHING: Omit<Excerpt, 'label'> = {
  level: null,
  low: null,
  high: null,
  unit: null,
  comparator: null,
  qualifier: null,
  deadline: null,
  period: null,
  lead: null,
  support: null,
  joint: false,
  listKind: null,
}

const READERS: Readonly<Record<ExcerptKind, (words: string) => Partial<Excerpt>>> = {
  target: (words) => {
    const found = longest(readPlan(words).targets)
    return found ? fromTarget(found) : fromNumber(words)
  },
  // Names alone are read as they would stand in the brackets after a task.
  duty: (words) =>
    fromDuty(first([words, `(${words})`, ...(areUnits(words) ? [`(${words}负责)`] : [])], (text) => readPlan(text).responsibilities)),
  list: (words) => {
    const found = first([words, `建立${words}`], (text) => readPlan(text).registers)
    return { label: found?.name || onOneLine(words), listKind: found?.kind ?? LIST_KINDS.find(([end]) => end.test(words))?.[1] ?? null }
  },
  heading: (words) => ({ level: readPlan(`${words}\n`).headings[0]?.level ?? 1 }),
}

// A list that is only named, without the verb that sets it up, shows by its last word what it is.
const LIST_KINDS: readonly (readonly [RegExp, RegisterKind])[] = [
  [/数据库|知识库|语料库/, 'database'],
  [/库/, 'library'],
  [/目录|名录/, 'catalogue'],
  [/榜/, 'ranking'],
  [/清单|台账|名单/, 'list'],
  [/图谱|路线图|地图/, 'map'],
  [/平台|系统/, 'platform'],
]

function first<Found>(texts: readonly string[], find: (text: string) => readonly Found[]): Found | undefined {
  for (const text of texts) {
    const [found] = find(text)
    if (found) return found
  }
  return undefined
}

const areUnits = (words: string) => splitNames(words.trim()).every(({ name }) => isUnitName(name))

function longest(targets: PlanDraft['targets']): Target | undefined {
  return targets.toSorted((a, b) => b.quote.length - a.quote.length)[0]
}

function fromTarget({ metric, value, unit, comparator, qualifier, deadline, period, quote }: Target): Partial<Excerpt> {
  const [low, high] = typeof value === 'number' || value === null ? [value, null] : value
  return {
    label: metric || onOneLine(quote),
    low: decimalText(low),
    high: decimalText(high),
    unit,
    comparator,
    qualifier,
    deadline,
    period,
  }
}

/** Words in which the reader sees no target still hold a number that the person meant. */
function fromNumber(words: string): Partial<Excerpt> {
  const given = copyOf(words)
  const { text } = folded(isTraditional(words) ? simplifiedCopy(given) : given)
  const quantity = quantitiesIn(text).find(({ unit, value, written }) => {
    const isBare = unit === '' && (written || (typeof value === 'number' && isYear(value)))
    return unit !== '年' && !isBare
  })
  if (!quantity) return {}
  const [low, high] = typeof quantity.value === 'number' ? [quantity.value, null] : quantity.value
  return {
    low: decimalText(low),
    high: decimalText(high),
    unit: quantity.unit || null,
    comparator: high === null ? (COMPARATOR_OF_TAIL[quantity.tail] ?? 'equal') : 'between',
  }
}

const COMPARATOR_OF_TAIL: Readonly<Record<string, string>> = {
  以上: 'at_least',
  及以上: 'at_least',
  左右: 'about',
  上下: 'about',
  以内: 'at_most',
  之内: 'at_most',
  以下: 'at_most',
  及以下: 'at_most',
}

const isYear = (value: number) => value >= 1990 && value <= 2100

function fromDuty(duty: Responsibility | undefined): Partial<Excerpt> {
  if (!duty) return {}
  const { lead, support, joint } = duty
  return { lead: lead.join('、') || null, support: support.join('、') || null, joint, label: dutyInWords(duty) }
}

/** “牵头:省科技厅;配合:省财政厅”, as duties are called wherever they are listed. */
export function dutyInWords({ lead, support, joint }: Pick<Responsibility, 'lead' | 'support' | 'joint'>): string {
  const led = lead.length > 0 ? `${joint ? '共同负责' : '牵头'}:${lead.join('、')}` : ''
  return [led, support.length > 0 ? `配合:${support.join('、')}` : ''].filter(Boolean).join(';') || '责任单位'
}

/** At most six decimal places, as figures are kept. */
export function decimalText(value: number | null | undefined): string | null {
  if (value === null || value === undefined || !Number.isFinite(value)) return null
  return Number.isInteger(value) ? value.toFixed(0) : String(Number(value.toFixed(6)))
}

function onOneLine(words: string): string {
  return words
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<![A-Za-z0-9]) | (?![A-Za-z0-9])/g, '')
    .trim()
}
