import type { Text } from '../text.ts'
import { pairsByWords } from './likeness.ts'
import type { ComparedBasis, PairKind, PlanFinding, PlanPair, PlanSubject } from './plans-compared.ts'

/** What a pair turned out to be. */
export interface Verdict {
  readonly kind: Extract<PairKind, 'same' | 'different' | 'offered'>
  readonly why: Text
  readonly bases?: readonly ComparedBasis[]
}

/** How findings of one sort are paired: by the words of `keyOf` and what speaks for a pair; all of it must be blind to the order of the plans. */
export interface Pairing<Found> {
  readonly subject: PlanSubject
  readonly keyOf: (found: Found) => string
  readonly findingOf: (found: Found) => PlanFinding
  /** Nothing below this is even offered. */
  readonly least: number
  readonly speaksFor?: (one: Found, other: Found) => number
  readonly verdict: (one: Found, other: Found) => Verdict
}

/** Pairs the findings of two plans, the most alike first; what is left over has no counterpart. */
export function pairUp<Found>(one: readonly Found[], other: readonly Found[], pairing: Pairing<Found>): readonly PlanPair[] {
  const { subject, keyOf, findingOf, least, speaksFor = () => 0, verdict } = pairing
  const [ownKeys, otherKeys] = [one.map(keyOf), other.map(keyOf)]
  const pairs = pairsByWords(ownKeys, otherKeys, least, (left, right) => speaksFor(one[left]!, other[right]!))
  const paired = { one: new Set(pairs.map(({ before }) => before)), other: new Set(pairs.map(({ after }) => after)) }
  const alone = (key: string, keys: readonly string[]): Text => (keys.includes(key) ? USED_UP : NO_COUNTERPART)
  return [
    ...pairs.map(({ before, after }): PlanPair => {
      const { bases = [], ...found } = verdict(one[before]!, other[after]!)
      return { subject, one: findingOf(one[before]!), other: findingOf(other[after]!), bases, ...found }
    }),
    ...one.flatMap((found, at): readonly PlanPair[] =>
      paired.one.has(at)
        ? []
        : [{ subject, kind: 'only_one', one: findingOf(found), other: null, why: alone(ownKeys[at]!, otherKeys), bases: [] }],
    ),
    ...other.flatMap((found, at): readonly PlanPair[] =>
      paired.other.has(at)
        ? []
        : [{ subject, kind: 'only_other', one: null, other: findingOf(found), why: alone(otherKeys[at]!, ownKeys), bases: [] }],
    ),
  ]
}

const NO_COUNTERPART: Text = { zh: '另一方案没有名称相近的内容', en: 'the other plan has nothing of a like name' }
const USED_UP: Text = {
  zh: '另一方案的同名内容已与另一条配对',
  en: 'what bears this name in the other plan was paired with another one',
}

/** The words of two findings as a reason: the same, or alike; in an order that does not depend on which plan came first. */
export function nameReason(one: string, other: string): Text {
  if (one === other) return { zh: `同为“${one}”`, en: `both say “${one}”` }
  const [left, right] = [one, other].toSorted() as [string, string]
  return { zh: `“${left}”与“${right}”用词相近`, en: `“${left}” and “${right}” are worded alike` }
}

/** Reasons one after another. */
export function reasons(...all: readonly (Text | null)[]): Text {
  const given = all.filter((each) => each !== null)
  return { zh: given.map(({ zh }) => zh).join('；'), en: given.map(({ en }) => en).join('; ') }
}
