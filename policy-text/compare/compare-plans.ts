import type { PlanDraft } from '../plan-draft.ts'
import { readPlan } from '../read-plan.ts'
import type { Text } from '../text.ts'
import { inMainlandTerms } from './in-mainland-terms.ts'
import { fieldGroups, fieldPairs } from './plan-fields.ts'
import { dutyPairs, instrumentPairs, measurePairs, registerPairs } from './plan-findings.ts'
import { figuresOf, targetPairs } from './plan-targets.ts'
import {
  type AreaSize,
  type AreaSizes,
  type KeptPlan,
  type KnownAreas,
  PAIR_KINDS,
  type PlanClause,
  type PlanComparison,
  type PlanHead,
  type PlanPair,
} from './plans-compared.ts'
import { sharedYears } from './target-bases.ts'

const UNKNOWN: AreaSizes = { area: null, population: [], gdp: [] }

/**
 * Two plans of different places side by side, each by its text or by what is kept of it: which targets measure the same, on bases
 * on which they compare; which fields, measures, offices, lists and benefits both have, and what one has that the other lacks. What
 * is doubtful is offered. The area of a plan is the one chosen for it, or else of those named the one in its issuer or title.
 */
export function comparePlans(one: string | KeptPlan, other: string | KeptPlan, areas: KnownAreas = {}): PlanComparison {
  const [readOne, readOther] = [read(one), read(other)]
  const [left, right] = [readOne, readOther].map(({ plan }) => inMainlandTerms(plan)) as [KeptPlan, KeptPlan]
  const ownSizes = areas.one ?? areaOf(left, areas.named)
  const otherSizes = areas.other ?? areaOf(right, areas.named)
  const pairs = [
    targetPairs(figuresOf(left, ownSizes), figuresOf(right, otherSizes)),
    fieldPairs(left.fields, right.fields),
    measurePairs(left.measures, right.measures),
    dutyPairs(left.responsibilities, right.responsibilities),
    registerPairs(left.registers, right.registers),
    instrumentPairs(left.instruments, right.instruments),
  ].flatMap(differencesFirst)
  const used = (side: 'one' | 'other') => new Set(pairs.flatMap((pair) => pair[side]?.clause ?? []))
  return {
    one: { ...headOf(left, ownSizes), ...readOne.clauses(used('one')) },
    other: { ...headOf(right, otherSizes), ...readOther.clauses(used('other')) },
    pairs,
    fieldGroups: fieldGroups(left.fields, right.fields),
    missingSizes: {
      population: missing(ownSizes, otherSizes, ({ population }) => population, POPULATION),
      gdp: missing(ownSizes, otherSizes, ({ gdp }) => gdp, GDP),
    },
  }
}

interface Read {
  readonly plan: KeptPlan
  readonly clauses: (used: ReadonlySet<string>) => Pick<PlanHead, 'clauses' | 'hasText'>
}

function read(given: string | KeptPlan): Read {
  if (typeof given !== 'string') return { plan: given, clauses: () => ({ clauses: [], hasText: false }) }
  const plan = readPlan(given)
  return { plan, clauses: (used) => ({ clauses: clausesOf(plan, given, used), hasText: true }) }
}

/** “江苏省苏州市人民政府” is of 苏州市: of several names the one that stands last. */
function areaOf({ issuer, title }: KeptPlan, areas: readonly AreaSizes[] = []): AreaSizes {
  for (const words of [issuer.join(' '), title ?? '']) {
    const named = areas
      .map((sizes) => ({ sizes, name: sizes.area ?? '', at: sizes.area ? words.lastIndexOf(sizes.area) : -1 }))
      .filter(({ at }) => at >= 0)
      .toSorted((a, b) => b.at + b.name.length - (a.at + a.name.length) || b.name.length - a.name.length)
    if (named[0]) return named[0].sizes
  }
  return UNKNOWN
}

function headOf({ title, docNumber, date, issuer, planPeriod }: KeptPlan, { area }: AreaSizes): Omit<PlanHead, 'clauses' | 'hasText'> {
  return { title, docNumber, date, issuer, planPeriod, area }
}

function clausesOf({ clauses, headings }: PlanDraft, text: string, used: ReadonlySet<string>): readonly PlanClause[] {
  return clauses
    .filter(({ id }) => used.has(id))
    .map(({ id, headingIndex, start, end }) => {
      const heading = headingIndex === null ? undefined : headings[headingIndex]
      return { id, title: heading ? heading.number + heading.text : '', start, text: text.slice(start, end) }
    })
}

function differencesFirst(pairs: readonly PlanPair[]): readonly PlanPair[] {
  return PAIR_KINDS.flatMap((kind) =>
    pairs.filter((pair) => pair.kind === kind).toSorted((a, b) => (a.one ?? a.other)!.start - (b.one ?? b.other)!.start),
  )
}

const POPULATION: Text = { zh: '常住人口', en: 'resident population' }
const GDP: Text = { zh: '地区生产总值', en: 'gross regional product' }

function missing(one: AreaSizes, other: AreaSizes, of: (sizes: AreaSizes) => readonly AreaSize[], { zh, en }: Text): Text | null {
  if (sharedYears(of(one), of(other))) return null
  if (one.area === null || other.area === null)
    return {
      zh: `没有确定两份方案各属哪个地区，不能按${zh}折算`,
      en: `the areas of the plans are not known, so nothing is divided by ${en}`,
    }
  const without = [one, other].filter((sizes) => of(sizes).length === 0).map(({ area }) => area ?? '')
  if (without.length === 0)
    return { zh: `两地没有同一年份的${zh}数据，不能折算`, en: `there is no year for which statistics give the ${en} of both areas` }
  const areas = [...new Set(without)].toSorted((a, b) => a.localeCompare(b, 'zh'))
  return { zh: `统计数据中没有${areas.join('、')}的${zh}，不能折算`, en: `statistics have no ${en} of ${areas.join(', ')}` }
}
