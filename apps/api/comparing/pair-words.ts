import type { Language, Words } from '#engine/define/words.ts'
import { BASIS_NAMES, PAIR_KINDS, PAIR_NAMES, type PairKind, type PlanComparison, type PlanPair } from '#policy-text/index.ts'

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

/** “仅甲有” and the like, by the names of the plans. */
export function kindWords(kind: PairKind, language: Language): string {
  return PAIR_NAMES[kind][language]
}

/** “年均：每年200名；450名÷3年（2026—2028）=150名/年”, one line for each basis. */
export function basisLines({ bases }: PlanPair, language: Language): readonly string[] {
  const [one, other] = [LABELS.one[language], LABELS.other[language]]
  return bases.map((each) => {
    const name = BASIS_NAMES[each.basis][language]
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
  const counts = PAIR_KINDS.map((kind) => `${kindWords(kind, language)} ${pairs.filter((pair) => pair.kind === kind).length}`)
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
  return [because(BASIS_NAMES.per_person, population), because(BASIS_NAMES.per_gdp, gdp)].filter((words) => words !== null)
}
