import type { Comparator, Target } from '../plan-draft.ts'
import type { Text } from '../text.ts'
import { shifted, shownNumber } from './decimals.ts'
import { metricKey, unitOf, unitsApart } from './metric-names.ts'
import { nameReason, type Pairing, pairUp, reasons, type Verdict } from './pair-up.ts'
import type { AreaSizes, KeptPlan, PlanFinding, PlanPair } from './plans-compared.ts'
import { basesOf, lowOf, type SidedTarget } from './target-bases.ts'

interface ComparedFigure extends SidedTarget {
  readonly finding: PlanFinding
  readonly key: string
  /** What it is held against instead of a number. */
  readonly benchmark: string | null
}

const LEAST_ALIKE = 0.6
const SAME_DUE = 0.1
const SAME_VALUE = 0.05
const OTHER_UNIT = -0.3
const OTHER_SORT = -0.1

/** The targets of two plans, those of one metric paired and put on bases on which they compare. */
export function targetPairs(one: readonly ComparedFigure[], other: readonly ComparedFigure[]): readonly PlanPair[] {
  return pairUp(one, other, TARGETS)
}

/** The targets of a plan to be compared; what only says another again is left out. */
export function figuresOf(draft: KeptPlan, sizes: AreaSizes): readonly ComparedFigure[] {
  const from = draft.planPeriod?.from ?? null
  const numbers = draft.targets
    .filter(({ restates }) => restates === undefined)
    .map((target): ComparedFigure => {
      const due = yearOf(target.deadline ?? target.deadlineInherited ?? null)
      const { metric, quote, start, end, clause, unit } = target
      const finding = { name: metric || quote, says: targetSays(target, due), quote, start, end, clause }
      return { ...target, due, from, sizes, finding, key: metricKey(finding.name, unit), benchmark: null }
    })
  const relative = draft.relativeTargets.map(({ metric, relation, benchmark, deadline, quote, start, end, clause }): ComparedFigure => {
    const words = RELATIONS[relation]
    const due = yearOf(deadline)
    const says = withDue({ zh: `${words.zh}${benchmark}`, en: `${words.en} ${benchmark}` }, due)
    const finding = { name: metric || quote, says, quote, start, end, clause }
    const kind = 'relative'
    return {
      metric,
      value: null,
      unit: null,
      comparator: 'at_least',
      period: null,
      kind,
      due,
      from,
      sizes,
      finding,
      key: metricKey(finding.name, null),
      benchmark: words.zh + benchmark,
    }
  })
  return [...numbers, ...relative].toSorted((a, b) => a.finding.start - b.finding.start)
}

const TARGETS: Pairing<ComparedFigure> = {
  subject: 'target',
  keyOf: ({ key }) => key,
  findingOf: ({ finding }) => finding,
  least: LEAST_ALIKE,
  speaksFor: (one, other) =>
    (one.due === other.due ? SAME_DUE : 0) +
    (lowOf(one) === lowOf(other) ? SAME_VALUE : 0) +
    (one.unit === other.unit ? SAME_VALUE : 0) +
    (apart(one, other) ? OTHER_UNIT : 0) +
    (sortOf(one) === sortOf(other) ? 0 : OTHER_SORT),
  verdict: verdictOn,
}

function verdictOn(one: ComparedFigure, other: ComparedFigure): Verdict {
  const units = apart(one, other)
  const name = one.key === other.key ? nameReason(one.key, other.key) : nameReason(one.finding.name, other.finding.name)
  const sorts = sortOf(one) === sortOf(other) ? null : otherSort(one, other)
  const bases = units ? [] : basesOf(one, other)
  const why = reasons(name, units, sorts, ...bases.map((basis) => basis.why))
  if (one.key !== other.key || units || sorts) return { kind: 'offered', why, bases }
  return { kind: saysTheSame(one, other) ? 'same' : 'different', why: reasons(why, dueReason(one, other)), bases }
}

function apart(one: ComparedFigure, other: ComparedFigure): Text | null {
  return one.unit === other.unit ? null : unitsApart(unitOf(one.unit), unitOf(other.unit), [one.unit, other.unit])
}

function saysTheSame(one: ComparedFigure, other: ComparedFigure): boolean {
  return (
    String(amountsOf(one)) === String(amountsOf(other)) &&
    one.due === other.due &&
    one.comparator === other.comparator &&
    one.period === other.period &&
    one.benchmark === other.benchmark
  )
}

function amountsOf({ value, unit }: ComparedFigure): readonly number[] {
  const amounts = value === null ? [] : typeof value === 'number' ? [value] : value
  return amounts.map((each) => shifted(each, unitOf(unit).power))
}

const SORTS = {
  level: { zh: '存量', en: 'a level' },
  flow: { zh: '增量', en: 'a flow' },
  rate: { zh: '比率', en: 'a rate' },
  rank: { zh: '位次', en: 'a rank' },
  relative: { zh: '相对变化', en: 'a change against something' },
} as const satisfies Readonly<Record<string, Text>>

function sortOf({ kind, period }: ComparedFigure): keyof typeof SORTS {
  if (kind === 'flow' || kind === 'cumulative' || (kind === 'stock' && period !== null)) return 'flow'
  return kind === 'stock' ? 'level' : kind
}

function otherSort(one: ComparedFigure, other: ComparedFigure): Text {
  const [left, right] = [sortOf(one), sortOf(other)].toSorted() as [keyof typeof SORTS, keyof typeof SORTS]
  return { zh: `一为${SORTS[left].zh}、一为${SORTS[right].zh}`, en: `one is ${SORTS[left].en}, one ${SORTS[right].en}` }
}

function dueReason(one: ComparedFigure, other: ComparedFigure): Text | null {
  if (one.due === other.due) return null
  const years = [one.due, other.due].map((due) => due ?? 0).toSorted((a, b) => a - b)
  if (years[0] === 0) return { zh: '一方没有写明期限', en: 'one of them names no year' }
  return { zh: `期限不同（${years.join('、')}）`, en: `due in different years (${years.join(', ')})` }
}

const COMPARATOR_WORDS: Readonly<Record<Comparator, Text>> = {
  equal: { zh: '', en: '' },
  at_least: { zh: '不少于', en: 'at least ' },
  more_than: { zh: '超过', en: 'more than ' },
  at_most: { zh: '不超过', en: 'at most ' },
  less_than: { zh: '低于', en: 'less than ' },
  about: { zh: '约', en: 'about ' },
  between: { zh: '', en: '' },
}
const RELATIONS = {
  above: { zh: '高于', en: 'above' },
  at_least: { zh: '不低于', en: 'at least' },
  reach: { zh: '达到', en: 'as high as' },
} as const

function targetSays({ value, unit, comparator, period }: Target, due: number | null): Text {
  if (value === null) return withDue({ zh: '没有数字', en: 'no figure' }, due)
  const figure = `${(Array.isArray(value) ? (value as readonly number[]) : [value as number]).map(shownNumber).join('—')}${unit ?? ''}`
  const yearly = period === 'per_year'
  const words = COMPARATOR_WORDS[comparator]
  return withDue({ zh: `${yearly ? '每年' : ''}${words.zh}${figure}`, en: `${words.en}${figure}${yearly ? ' a year' : ''}` }, due)
}

function withDue({ zh, en }: Text, due: number | null): Text {
  return due === null ? { zh, en } : { zh: `${zh}（${due}年）`, en: `${en} (${due})` }
}

function yearOf(deadline: string | null): number | null {
  const year = /\d{4}/.exec(deadline ?? '')?.[0]
  return year === undefined ? null : Number(year)
}
