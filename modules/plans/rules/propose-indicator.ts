import type { Catalogue } from '#engine/define/catalogue.ts'
import type { CountingRule } from '#engine/define/counting.ts'
import type { Words } from '#engine/define/words.ts'
import { bigrams } from '#engine/derive/bigrams.ts'

/** An indicator that counts itself, as the registers define it. */
export interface CountedIndicator {
  readonly code: string
  readonly register: string
  readonly rule: CountingRule
}

export function countedIndicators(catalogue: Catalogue): readonly CountedIndicator[] {
  return catalogue.all.flatMap((register) =>
    Object.entries(register.counting ?? {}).map(([code, rule]) => ({ code, register: register.name, rule })),
  )
}

export interface TargetWords {
  readonly label: string
  readonly quote: string
  readonly unit: string | null
}

export interface Proposal {
  readonly indicator: string
  readonly why: Words
  /** 0 to 1. */
  readonly likeness: number
}

const ENOUGH = 0.5

/**
 * The counted indicator whose name is most like the words of a target, when the unit is the same: a proposal with its
 * reason, decided by a person. Likeness is Dice over pairs of characters, with numbers and units left out.
 */
export function proposeIndicator(target: TargetWords, indicators: readonly CountedIndicator[]): Proposal | undefined {
  const rated = indicators
    .filter(({ rule }) => target.unit === null || rule.unit.zh === target.unit)
    .map(({ code, rule }) => ({ code, rule, likeness: Math.max(dice(target.quote, rule.title.zh), dice(target.label, rule.title.zh)) }))
    .sort((a, b) => b.likeness - a.likeness)
  const best = rated[0]
  if (!best || best.likeness < ENOUGH) return undefined
  const percent = Math.round(best.likeness * 100)
  return {
    indicator: best.code,
    likeness: best.likeness,
    why: {
      zh: `与“${best.rule.title.zh}”用词相近（${percent}%），单位同为“${best.rule.unit.zh}”`,
      en: `its words are like “${best.rule.title.en}” (${percent}%) and the unit is the same`,
    },
  }
}

/** Of several targets that propose the same indicator only the likeliest keeps it: a restated target must not count twice. */
export function withoutRivals<Item extends { readonly proposal: Proposal | undefined }>(items: readonly Item[]): readonly Item[] {
  const best = new Map<string, Item>()
  for (const item of items) {
    if (!item.proposal) continue
    const rival = best.get(item.proposal.indicator)
    if (!rival || item.proposal.likeness > (rival.proposal?.likeness ?? 0)) best.set(item.proposal.indicator, item)
  }
  return items.map((item) => (item.proposal && best.get(item.proposal.indicator) !== item ? { ...item, proposal: undefined } : item))
}

/** Numbers and what counts them say nothing about what is counted: 突破100项前沿技术 → 突破前沿技术. */
const NUMBER_AND_UNIT = /[\d.,-]+\s*(?:余|多)?(?:万|亿)?(?:项|个|家|件|名|人|台|套|条|元|%|个百分点)?|数量$|左右|以上/gu

/** Short names that officials write for the full ones of an indicator. */
const SHORT_NAMES: readonly (readonly [string, string])[] = [
  ['高企', '高新技术企业'],
  ['国标', '国家标准'],
  ['行标', '行业标准'],
  ['地标', '地方标准'],
]

function inFull(text: string): string {
  return SHORT_NAMES.reduce((longer, [short, full]) => longer.replaceAll(short, full), text)
}

function dice(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => bigrams(inFull(text).replaceAll(NUMBER_AND_UNIT, '')))
  if (!left?.size || !right?.size) return 0
  const shared = [...left].filter((pair) => right.has(pair)).length
  return (2 * shared) / (left.size + right.size)
}
