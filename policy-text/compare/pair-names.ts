import type { Text } from '../text.ts'
import type { BASES, PairKind, PlanSubject } from './plans-compared.ts'

/** What the parts of a comparison are called. */
export const SUBJECT_NAMES = {
  target: { zh: '目标', en: 'Targets' },
  field: { zh: '领域', en: 'Fields' },
  measure: { zh: '举措', en: 'Measures' },
  duty: { zh: '责任单位', en: 'Offices' },
  register: { zh: '清单平台', en: 'Lists' },
  instrument: { zh: '支持政策', en: 'Benefits' },
} as const satisfies Readonly<Record<PlanSubject, Text>>

/** What becomes of pairs, in the order in which they are shown. */
export const PAIR_NAMES = {
  different: { zh: '不同', en: 'Different' },
  offered: { zh: '待判断', en: 'To judge' },
  only_one: { zh: '仅甲有', en: 'Only A' },
  only_other: { zh: '仅乙有', en: 'Only B' },
  same: { zh: '相同', en: 'Same' },
} as const satisfies Readonly<Record<PairKind, Text>>

/** On which basis figures stand. */
export const BASIS_NAMES = {
  as_stated: { zh: '原数', en: 'As stated' },
  per_year: { zh: '年均', en: 'Per year' },
  per_person: { zh: '人均', en: 'Per head' },
  per_gdp: { zh: '按 GDP', en: 'Per GDP' },
} as const satisfies Readonly<Record<(typeof BASES)[number], Text>>
