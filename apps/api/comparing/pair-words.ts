import { BASES, type PairKind, type PlanComparison, type PlanPair, type PlanSubject } from '#policy-text/index.ts'

/** What the parts of a comparison are called. */
export const SUBJECT_WORDS = {
  target: '目标',
  field: '领域',
  measure: '举措',
  duty: '责任单位',
  register: '清单平台',
  instrument: '支持政策',
} as const satisfies Readonly<Record<PlanSubject, string>>

/** On which basis figures stand. */
export const BASIS_WORDS = {
  as_stated: '原数',
  per_year: '年均',
  per_person: '人均',
  per_gdp: '按GDP',
} as const satisfies Readonly<Record<(typeof BASES)[number], string>>

/** “甲有乙无” and the like, by the names of the plans. */
export function kindWords(kind: PairKind): string {
  return { same: '相同', different: '不同', offered: '待判断', only_one: '仅甲有', only_other: '仅乙有' }[kind]
}

/** “年均：每年200名；450名÷3年（2026—2028）=150名/年”, one line for each basis. */
export function basisLines({ bases }: PlanPair): readonly string[] {
  return bases.map(({ basis, unit, one, other, why }) => {
    const values = `甲 ${one?.words.zh ?? '—'}；乙 ${other?.words.zh ?? '—'}`
    return `${BASIS_WORDS[basis]}${unit ? `（${unit.zh}）` : ''}：${why ? `${why.zh}。${one || other ? values : ''}` : values}`
  })
}

/** How many pairs of a subject turned out how, in one line. */
export function countWords(pairs: readonly PlanPair[]): string {
  const of = (kind: PairKind) => pairs.filter((pair) => pair.kind === kind).length
  return `不同 ${of('different')}、待判断 ${of('offered')}、仅甲有 ${of('only_one')}、仅乙有 ${of('only_other')}、相同 ${of('same')}`
}

/** Title, number and years of a plan, in one line. */
export function planWords({ title, docNumber, date, planPeriod, area }: PlanComparison['one']): string {
  const years = planPeriod ? `规划期 ${planPeriod.from}—${planPeriod.to}` : null
  return [title ?? '（未识别标题）', docNumber, date, years, area].filter(Boolean).join(' · ')
}

/** Why nothing is compared per head or per GDP; empty where it is. */
export function missingWords({ missingSizes: { population, gdp } }: PlanComparison): readonly string[] {
  return [population && `人均：${population.zh}`, gdp && `按GDP：${gdp.zh}`].filter((words) => words !== null)
}
