import type { Language, Words } from '#engine/define/words.ts'
import { BASES, type PairKind, type PlanComparison, type PlanPair, type PlanSubject } from '#policy-text/index.ts'

/** What the parts of a comparison are called. */
export const SUBJECT_WORDS = {
  target: { zh: '目标', en: 'Targets' },
  field: { zh: '领域', en: 'Fields' },
  measure: { zh: '举措', en: 'Measures' },
  duty: { zh: '责任单位', en: 'Offices' },
  register: { zh: '清单平台', en: 'Lists' },
  instrument: { zh: '支持政策', en: 'Benefits' },
} as const satisfies Readonly<Record<PlanSubject, Words>>

/** On which basis figures stand. */
export const BASIS_WORDS = {
  as_stated: { zh: '原数', en: 'As stated' },
  per_year: { zh: '年均', en: 'Per year' },
  per_person: { zh: '人均', en: 'Per head' },
  per_gdp: { zh: '按GDP', en: 'Per GDP' },
} as const satisfies Readonly<Record<(typeof BASES)[number], Words>>

/** Heads of columns and names of parts. */
export const LABELS = {
  title: { zh: '方案对比', en: 'Plans compared' },
  one: { zh: '甲', en: 'A' },
  other: { zh: '乙', en: 'B' },
  verdict: { zh: '结论', en: 'Verdict' },
  why: { zh: '依据与折算', en: 'Why, and the arithmetic' },
  groups: { zh: '领域归类对照', en: 'Fields by published classifications' },
  scheme: { zh: '分类', en: 'Classification' },
  group: { zh: '类别', en: 'Class' },
  neither: { zh: '两份方案都没有。', en: 'Neither plan has any.' },
} as const satisfies Readonly<Record<string, Words>>

const KIND_WORDS = {
  same: { zh: '相同', en: 'Same' },
  different: { zh: '不同', en: 'Different' },
  offered: { zh: '待判断', en: 'To judge' },
  only_one: { zh: '仅甲有', en: 'Only A' },
  only_other: { zh: '仅乙有', en: 'Only B' },
} as const satisfies Readonly<Record<PairKind, Words>>

/** “仅甲有” and the like, by the names of the plans. */
export function kindWords(kind: PairKind, language: Language): string {
  return KIND_WORDS[kind][language]
}

/** “年均：每年200名；450名÷3年（2026—2028）=150名/年”, one line for each basis. */
export function basisLines({ bases }: PlanPair, language: Language): readonly string[] {
  const [one, other] = [LABELS.one[language], LABELS.other[language]]
  return bases.map((each) => {
    const name = BASIS_WORDS[each.basis][language]
    const unit = each.unit?.[language]
    const value = (side: typeof each.one) => side?.words[language] ?? '—'
    const why = each.why?.[language]
    if (language === 'en') {
      const values = `${one} ${value(each.one)}; ${other} ${value(each.other)}`
      return `${name}${unit ? ` (${unit})` : ''}: ${why ? `${why}. ${each.one || each.other ? values : ''}`.trimEnd() : values}`
    }
    const values = `${one} ${value(each.one)}；${other} ${value(each.other)}`
    return `${name}${unit ? `（${unit}）` : ''}：${why ? `${why}。${each.one || each.other ? values : ''}` : values}`
  })
}

/** How many pairs of a subject turned out how, in one line. */
export function countWords(pairs: readonly PlanPair[], language: Language): string {
  const kinds = ['different', 'offered', 'only_one', 'only_other', 'same'] as const
  const counts = kinds.map((kind) => `${kindWords(kind, language)} ${pairs.filter((pair) => pair.kind === kind).length}`)
  return counts.join({ zh: '、', en: ', ' }[language])
}

/** Title, number and years of a plan, in one line; of one without a text, that too. */
export function planWords({ title, docNumber, date, planPeriod, area, hasText }: PlanComparison['one'], language: Language): string {
  const years = planPeriod && `${{ zh: '规划期', en: 'period' }[language]} ${planPeriod.from}—${planPeriod.to}`
  return [title ?? UNTITLED[language], docNumber, date, years, area, hasText ? null : NO_TEXT[language]].filter(Boolean).join(' · ')
}

const UNTITLED: Words = { zh: '（未识别标题）', en: '(no title found)' }
const NO_TEXT: Words = { zh: '没有原文，按已有条目对比', en: 'without its text, compared by its entries' }

/** Why nothing is compared per head or per GDP; empty where it is. */
export function missingWords({ missingSizes: { population, gdp } }: PlanComparison, language: Language): readonly string[] {
  const because = (name: Words, why: Words | null) => why && name[language] + { zh: '：', en: ': ' }[language] + why[language]
  return [because(BASIS_WORDS.per_person, population), because(BASIS_WORDS.per_gdp, gdp)].filter((words) => words !== null)
}
