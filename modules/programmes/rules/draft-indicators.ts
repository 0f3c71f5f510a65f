import type { CountingRule } from '#engine/define/counting.ts'
import type { Words } from '#engine/define/words.ts'
import { type KnownStatistic, knownStatistic } from '#policy-text/index.ts'
import { draftRule } from './draft-register.ts'
import type { Pack } from './pack-format.ts'

type Target = Pack['targets'][number]
type Indicator = Pack['indicators'][number]

/** What indicators are drafted from. */
export interface Indicators {
  readonly targets: readonly Target[]
  /** List in the clause of a target, by the target's key, if the plan asks for one there. */
  readonly listOf: ReadonlyMap<string, string>
  readonly counted: readonly { readonly code: string; readonly register: string; readonly rule: CountingRule }[]
  /** A code for a metric that nobody has named yet: the same for the same words and unit. */
  readonly codeOf: (metric: string, unit: string | null) => string
}

/** Units of things that are counted one by one, which a register could do; 亿元 and % come out of statistics. */
const ONE_BY_ONE = /^[项个家件名人处条种座支套户只台]$/u

/**
 * What each target is followed by: a published statistic where words and unit say so, a register of the product that counts it, else a
 * statistic whose value is entered. Targets
 * that say another again, and such as have a year's number beside a total, follow nothing of their own when the indicator is taken.
 */
export function draftIndicators(facts: Indicators): readonly Indicator[] {
  const byCode = new Map<string, Indicator>()
  for (const target of facts.targets.filter(({ relation }) => relation !== 'restated')) {
    const indicator = indicatorOf(target, facts)
    const before = byCode.get(indicator.code)
    byCode.set(indicator.code, before ? { ...before, targets: [...before.targets, target.key] } : indicator)
  }
  return [...byCode.values()]
}

function indicatorOf(target: Target, { listOf, counted, codeOf }: Indicators): Indicator {
  const { key, title, unit } = target
  const known = knownStatistic(title, unit)
  if (known)
    return {
      code: known.code,
      title: known.title,
      unit: known.unit,
      follows: 'statistic',
      register: null,
      rule: null,
      targets: [key],
      why: knownWords(known),
    }
  const own = counted.find(({ code }) => code === target.indicator)
  if (own) {
    const { code, register, rule } = own
    return { code, title: rule.title, unit, follows: 'register', register, rule: null, targets: [key], why: countedWords(rule.title, unit) }
  }
  const byHand = { code: codeOf(title, unit), title: { zh: title, en: title }, unit, follows: 'statistic' as const, targets: [key] }
  if (unit === null || !ONE_BY_ONE.test(unit)) return { ...byHand, register: null, rule: null, why: AS_STATISTIC }
  const list = listOf.get(key) ?? null
  return { ...byHand, register: list, rule: draftRule(title, unit), why: ruleWords(list) }
}

function countedWords({ zh, en }: Words, unit: string | null): Words {
  return {
    zh: `由台账指标“${zh}”计数：用词相近，单位同为“${unit ?? ''}”；请核对口径`,
    en: `counted by “${en}”: like words and the same unit; check that it means the same`,
  }
}

function knownWords({ title }: KnownStatistic): Words {
  return {
    zh: `“${title.zh}”由统计公布，录入统计数据，不设台账`,
    en: `“${title.en}” is published by statistics; enter the value, no register counts it`,
  }
}

const AS_STATISTIC: Words = {
  zh: '不是逐个清点的数，按统计数据录入并注明来源',
  en: 'not counted one by one: entered as a statistic with its source',
}

function ruleWords(list: string | null): Words {
  return list === null
    ? {
        zh: '可逐个清点，但同一条款没有要建的清单：先录入统计数据，计数规则待选定台账',
        en: 'could be counted one by one, but no list of its clause would keep it: enter the value until a register is chosen for the rule',
      }
    : {
        zh: '可由同一条款要建的清单计数：清单建成前先录入统计数据',
        en: 'could be counted from the list of its clause: enter the value until that list is kept',
      }
}
