import type { Target } from '../plan-draft.ts'

// A sentence with more figures than this is a table in disguise.
const MOST_PARTS = 12

/**
 * Ties the parts of a figure to it. Parts stand after it in the same sentence (“100项,其中…60项、…30项、…10项”), or in one
 * sentence elsewhere and add up to a figure of the same name. What does not add up is left alone.
 */
export function withParts(targets: readonly Target[], source: string): readonly Target[] {
  const wholes = new Map<string, string>()
  targets.forEach((target, at) => {
    for (const parts of [partsAfter(targets, at, source)]) for (const part of parts) wholes.set(part.id, target.id)
  })
  elsewhere(targets, source, wholes)
  return wholes.size === 0
    ? targets
    : targets.map((target) => (wholes.has(target.id) ? { ...target, partOf: wholes.get(target.id) ?? '' } : target))
}

function partsAfter(targets: readonly Target[], at: number, source: string): readonly Target[] {
  const whole = targets[at]
  if (!whole || typeof whole.value !== 'number') return []
  return runAfter(targets, at + 1, source, { sum: whole.value, unit: whole.unit, from: whole.end })
}

interface Wanted {
  readonly sum: number
  readonly unit: string | null
  readonly from: number
}

/** The run of figures of one unit and one sentence that begins at `first` and adds up exactly; empty when none does. */
function runAfter(targets: readonly Target[], first: number, source: string, { sum, unit, from }: Wanted): readonly Target[] {
  let total = 0
  let place = from
  for (let at = first; at < Math.min(first + MOST_PARTS, targets.length); at += 1) {
    const part = targets[at]
    if (
      !part ||
      typeof part.value !== 'number' ||
      part.unit !== unit ||
      part.start < place ||
      /[。!?]/.test(source.slice(place, part.start))
    )
      return []
    total += part.value
    place = part.end
    if (at > first && Math.abs(total - sum) < 1e-9) return targets.slice(first, at + 1)
    if (total > sum) return []
  }
  return []
}

function elsewhere(targets: readonly Target[], source: string, wholes: Map<string, string>): void {
  const byUnit = new Map<string, Target[]>()
  for (const target of targets) if (typeof target.value === 'number' && target.value >= 10) addTo(byUnit, target.unit ?? '', target)
  targets.forEach((first, at) => {
    if (wholes.has(first.id)) return
    for (const whole of (byUnit.get(first.unit ?? '') ?? []).slice(0, 20)) {
      if (whole.end > first.start || wholes.has(whole.id)) continue
      const parts = runAfter(targets, at, source, { sum: Number(whole.value), unit: whole.unit, from: first.start })
      if (parts.length === 0 || !shareNoun(whole.metric, first.metric)) continue
      for (const part of parts) wholes.set(part.id, whole.id)
      return
    }
  })
}

function addTo(groups: Map<string, Target[]>, key: string, target: Target): void {
  const group = groups.get(key)
  if (group) group.push(target)
  else groups.set(key, [target])
}

/** “形成标准规范” and “制定国家标准” speak of 标准; the last two characters of a name say what is counted. */
function shareNoun(one: string, other: string): boolean {
  const bare = (name: string): string => name.replace(/(?:引进|培育|组建|布局|建设|制定|制修订)?数量$/, '')
  const [a, b] = [bare(one), bare(other)]
  return Array.from({ length: Math.max(0, b.length - 1) }, (_, at) => b.slice(at, at + 2)).some(
    (pair) => !/^(?:重点|国家|省级|创新|技术|科技)$/.test(pair) && a.includes(pair),
  )
}
