import type { CountingRule } from '#engine/define/counting.ts'
import { bigrams } from '#engine/derive/bigrams.ts'

const ENOUGH = 0.6

/** The named part of an indicator whose title the target's words say, if one is said clearly. */
export function partFor(label: string, rule: Pick<CountingRule, 'parts'>): string | null {
  const said = bigrams(label)
  const rated = Object.entries(rule.parts ?? {})
    .map(([part, { title }]) => {
      const words = [...bigrams(title.zh)]
      return { part, share: words.filter((pair) => said.has(pair)).length / Math.max(words.length, 1) }
    })
    .toSorted((a, b) => b.share - a.share)
  return rated[0] && rated[0].share >= ENOUGH ? rated[0].part : null
}
