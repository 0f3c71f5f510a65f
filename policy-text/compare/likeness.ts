/** The pairs of neighbouring characters in a text; of a text of one character, that one. */
export function bigramsOf(text: string): ReadonlySet<string> {
  if (text.length < 2) return new Set(text === '' ? [] : [text])
  return new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)))
}

/** How alike two sets of bigrams are, 0 to 1 (Dice: twice what is shared over both together). */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  let shared = 0
  for (const bigram of small) if (large.has(bigram)) shared += 1
  return (2 * shared) / (one.size + other.size)
}

/** Two things that were found to belong together, by their places, and how alike they are. */
export interface Pair {
  readonly before: number
  readonly after: number
  readonly likeness: number
}

/** A bigram that stands in so many texts tells none of them from the others. */
const TOO_COMMON = 30
/** So many pairs are all looked at: some 200 clauses against 200. */
const FEW_PAIRS = 40_000

/**
 * Pairs the texts of two lists by their words, the most alike first, each once; nothing below `least`. Of long lists only
 * texts that share a bigram that is rare enough are compared, so that they stay quick.
 */
export function pairsByWords(
  before: readonly string[],
  after: readonly string[],
  least: number,
  bonus: (before: number, after: number) => number = () => 0,
): readonly Pair[] {
  const olds = before.map(bigramsOf)
  const news = after.map(bigramsOf)
  const all = olds.length * news.length <= FEW_PAIRS ? news.map((_, at) => at) : undefined
  const places = all ? undefined : placesOf(news, commonIn(olds))
  const found: Pair[] = []
  olds.forEach((own, at) => {
    for (const other of all ?? near(own, places)) {
      const score = likeness(own, news[other]!) + bonus(at, other)
      if (score >= least) found.push({ before: at, after: other, likeness: score })
    }
  })
  found.sort((a, b) => b.likeness - a.likeness || a.before - b.before || a.after - b.after)
  const [takenBefore, takenAfter] = [new Set<number>(), new Set<number>()]
  return found.filter(({ before: old, after: now }) => {
    if (takenBefore.has(old) || takenAfter.has(now)) return false
    takenBefore.add(old)
    takenAfter.add(now)
    return true
  })
}

function near(own: ReadonlySet<string>, places: ReadonlyMap<string, readonly number[]> = new Map()): ReadonlySet<number> {
  return new Set([...own].flatMap((bigram) => places.get(bigram) ?? []))
}

function placesOf(sets: readonly ReadonlySet<string>[], common: ReadonlySet<string>): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  sets.forEach((set, at) => {
    for (const bigram of set) places.set(bigram, [...(places.get(bigram) ?? []), at].slice(0, TOO_COMMON + 1))
  })
  return new Map([...places].filter(([bigram, at]) => at.length <= TOO_COMMON && !common.has(bigram)))
}

/** What is too common on one side tells nothing on the other: the pairs are the same whichever list comes first. */
function commonIn(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const set of sets) for (const bigram of set) counts.set(bigram, (counts.get(bigram) ?? 0) + 1)
  return new Set([...counts].flatMap(([bigram, count]) => (count > TOO_COMMON ? [bigram] : [])))
}
