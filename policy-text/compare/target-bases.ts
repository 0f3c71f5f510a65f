import type { Target } from '../plan-draft.ts'
import type { Text } from '../text.ts'
import { shifted, shownNumber } from './decimals.ts'
import { type MetricUnit, unitOf } from './metric-names.ts'
import type { AreaSize, AreaSizes, BasisValue, ComparedBasis } from './plans-compared.ts'

/** A target with what its plan says around it. */
export interface SidedTarget extends Pick<Target, 'metric' | 'value' | 'unit' | 'comparator' | 'period' | 'kind' | 'baseline'> {
  /** The year by which it is to be reached, its own or the plan's last one. */
  readonly due: number | null
  /** The first year of the plan. */
  readonly from: number | null
  readonly sizes: AreaSizes
}

/** The bases on which two targets of one metric and of units that agree can be compared; each with its arithmetic in words. */
export function basesOf(one: SidedTarget, other: SidedTarget): readonly ComparedBasis[] {
  if (lowOf(one) === null || lowOf(other) === null) return []
  const unit = sharedUnit(one, other)
  const stated = asStated(one, other, unit)
  const yearly = perYear(one, other, unit)
  const numerators =
    yearly?.one && yearly.other
      ? ([yearly.one, yearly.other] as const)
      : stated.one && stated.other
        ? ([stated.one, stated.other] as const)
        : null
  return [
    stated,
    ...(yearly ? [yearly] : []),
    ...(numerators && isAmount(one) && isAmount(other) ? perSize([one, other], numerators, unit) : []),
  ]
}

/** The figure of a target; of a range the lower end. */
export function lowOf({ value }: Pick<Target, 'value'>): number | null {
  return typeof value === 'number' || value === null ? value : value[0]
}

interface SharedUnit {
  readonly title: string
  readonly power: number
  readonly kind: MetricUnit['kind']
}

const MONEY: readonly (readonly [title: string, power: number])[] = [
  ['亿元', 8],
  ['万元', 4],
  ['元', 0],
]

/** The unit in which both are shown: of money the largest that leaves no figure below one, otherwise the larger of the two. */
function sharedUnit(one: SidedTarget, other: SidedTarget): SharedUnit {
  const [left, right] = [unitOf(one.unit), unitOf(other.unit)]
  if (left.kind === 'money' && left.base === '元') {
    const least = Math.min(...[one, other].map((target) => Math.abs(inBase(target))))
    const [title, power] = MONEY.find((each) => least >= 10 ** each[1]) ?? MONEY[2]!
    return { title, power, kind: 'money' }
  }
  const [larger] = [
    { title: one.unit ?? '', power: left.power },
    { title: other.unit ?? '', power: right.power },
  ].toSorted((a, b) => b.power - a.power || (a.title < b.title ? -1 : 1))
  return { ...larger!, kind: left.kind }
}

function inBase(target: SidedTarget): number {
  return shifted(lowOf(target)!, unitOf(target.unit).power)
}

function asStated(one: SidedTarget, other: SidedTarget, unit: SharedUnit): ComparedBasis {
  const base = { basis: 'as_stated' as const, unit: sameWords(unit.title) }
  if ((one.period === 'per_year') !== (other.period === 'per_year'))
    return {
      ...base,
      one: null,
      other: null,
      why: {
        zh: '一方按年、一方按整个规划期，原数不能直接比',
        en: 'one counts by the year, the other over the whole period: the figures as stated do not compare',
      },
    }
  return { ...base, one: statedIn(one, unit), other: statedIn(other, unit), why: null }
}

function statedIn(target: SidedTarget, unit: SharedUnit): BasisValue {
  const value = shifted(inBase(target), -unit.power)
  const printed = `${shownNumber(lowOf(target)!)}${target.unit ?? ''}`
  const isRange = Array.isArray(target.value)
  const shown =
    target.unit === unit.title || unitOf(target.unit).power === unit.power ? printed : `${printed}=${shownNumber(value)}${unit.title}`
  const yearly = target.period === 'per_year'
  return {
    value,
    words: {
      zh: `${isRange ? '取下限，' : ''}${yearly ? '每年' : ''}${shown}`,
      en: `${isRange ? 'lower end, ' : ''}${shown}${yearly ? ' a year' : ''}`,
    },
  }
}

const isFlow = ({ kind, period }: SidedTarget) => kind === 'flow' || kind === 'cumulative' || period !== null

/** Flows by the year; levels by their yearly rise where both say from what they start. Null where a year says nothing more. */
function perYear(one: SidedTarget, other: SidedTarget, unit: SharedUnit): ComparedBasis | null {
  const both = [one, other] as const
  const asked = isFlow(one) && isFlow(other) ? true : both.some(({ baseline }) => baseline !== undefined) && both.every(isAmount)
  if (!asked || (isFlow(one) && both.every(({ period }) => period === 'per_year'))) return null
  const [left, right] = both.map((target) => yearly(target, unit)) as [BasisValue | Text, BasisValue | Text]
  const [missing] = [left, right].filter((each): each is Text => 'zh' in each).toSorted((a, b) => (a.zh < b.zh ? -1 : 1))
  const valueOf = (found: BasisValue | Text) => ('zh' in found ? null : found)
  return {
    basis: 'per_year',
    unit: { zh: `${unit.title}/年`, en: `${unit.title} a year` },
    one: valueOf(left),
    other: valueOf(right),
    why: missing ?? null,
  }
}

function yearly(target: SidedTarget, unit: SharedUnit): BasisValue | Text {
  const { period, due, from, baseline } = target
  const stated = shifted(inBase(target), -unit.power)
  const figure = `${shownNumber(stated)}${unit.title}`
  if (period === 'per_year') return { value: stated, words: { zh: `每年${figure}`, en: `${figure} every year` } }
  if (from === null || due === null || due < from)
    return {
      zh: '没有写明规划期的起止年，不能折算为年均',
      en: 'the years of the plan are not stated, so no yearly figure can be worked out',
    }
  const years = due - from + 1
  if (isFlow(target)) {
    const value = stated / years
    return { value, words: sameWords(`${figure}÷${years}年（${from}—${due}）=${shownNumber(value)}${unit.title}/年`) }
  }
  if (baseline === undefined)
    return { zh: '存量指标没有写明基期值，不能折算为年均增量', en: 'a level without a baseline has no yearly rise' }
  const start = shifted(shifted(baseline, unitOf(target.unit).power), -unit.power)
  const value = (stated - start) / years
  const sum = `（${figure}−${shownNumber(start)}${unit.title}）÷${years}年（${from}—${due}）=${shownNumber(value)}${unit.title}/年`
  return { value, words: { zh: `${sum}，以规划期前一年末为起点`, en: `${sum}, counted from the end of the year before the plan` } }
}

const isAmount = ({ kind, unit }: SidedTarget) => {
  const { kind: sort, each } = unitOf(unit)
  return (kind === 'stock' || kind === 'flow' || kind === 'cumulative') && each === '' && ['count', 'money', 'measure'].includes(sort)
}

interface Scale {
  readonly basis: 'per_person' | 'per_gdp'
  readonly of: (sizes: AreaSizes) => readonly AreaSize[]
  readonly titles: Readonly<Partial<Record<MetricUnit['kind'], readonly [title: Text, power: number]>>>
}

const SCALES: readonly Scale[] = [
  {
    basis: 'per_person',
    of: ({ population }) => population,
    titles: {
      count: [{ zh: '每百万人', en: 'per million people' }, 6],
      measure: [{ zh: '每万人', en: 'per 10,000 people' }, 4],
      money: [{ zh: '元/人', en: 'yuan a head' }, 0],
    },
  },
  {
    basis: 'per_gdp',
    of: ({ gdp }) => gdp,
    titles: {
      count: [{ zh: '每千亿元GDP', en: 'per 100 billion yuan of GDP' }, 11],
      money: [{ zh: '%（占GDP）', en: '% of GDP' }, 2],
    },
  },
]

/** Per head and per GDP, of the last year for which statistics know both areas. */
function perSize(
  [one, other]: readonly [SidedTarget, SidedTarget],
  numerators: readonly [BasisValue, BasisValue],
  unit: SharedUnit,
): readonly ComparedBasis[] {
  return SCALES.flatMap(({ basis, of, titles }): readonly ComparedBasis[] => {
    const shown = titles[unit.kind]
    const years = sharedYears(of(one.sizes), of(other.sizes))
    if (!shown || !years) return []
    const [title, power] = shown
    const value = (target: SidedTarget, numerator: BasisValue, size: AreaSize): BasisValue => {
      const result = shifted(shifted(numerator.value, unit.power) / size.value, power)
      const sum = `${shownNumber(numerator.value)}${unit.title}÷${size.printed}`
      return {
        value: result,
        words: {
          zh: `${sum}（${target.sizes.area}，${size.year}年）=${shownNumber(result)}`,
          en: `${sum} (${target.sizes.area}, ${size.year}) = ${shownNumber(result)}`,
        },
      }
    }
    return [{ basis, unit: title, one: value(one, numerators[0], years[0]), other: value(other, numerators[1], years[1]), why: null }]
  })
}

/** The sizes of the last year that both have. */
export function sharedYears(one: readonly AreaSize[], other: readonly AreaSize[]): readonly [AreaSize, AreaSize] | null {
  const years = one.map(({ year }) => year).filter((year) => other.some((each) => each.year === year))
  const last = years.toSorted().at(-1)
  if (last === undefined) return null
  const ofYear = (sizes: readonly AreaSize[]) => sizes.find(({ year }) => year === last)!
  return [ofYear(one), ofYear(other)]
}

function sameWords(words: string): Text {
  return { zh: words, en: words }
}
