import type { Target } from '../plan-draft.ts'

/** Marks targets that say an earlier one again: a headline in the goals and once more in its task. */
export function restated(targets: readonly Target[]): readonly Target[] {
  const seen = new Map<string, Target[]>()
  return targets.map((target) => {
    const key = `${String(target.value)}|${target.unit ?? ''}`
    const same = seen.get(key) ?? []
    const earlier = same.find((other) => speaksOfTheSame(other.metric, target.metric))
    if (!earlier && same.length < 50) seen.set(key, [...same, target])
    return earlier ? { ...target, restates: earlier.id } : target
  })
}

/** One name holds the other, or half of their pairs of characters agree. */
function speaksOfTheSame(one: string, other: string): boolean {
  const [a, b] = [pairsOf(one), pairsOf(other)]
  if (one.includes(other) || other.includes(one)) return true
  const shared = [...a].filter((pair) => b.has(pair)).length
  return (2 * shared) / (a.size + b.size) >= 0.6
}

function pairsOf(name: string): ReadonlySet<string> {
  const bare = name.replace(/数量$/, '')
  return new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, at) => bare.slice(at, at + 2)))
}
