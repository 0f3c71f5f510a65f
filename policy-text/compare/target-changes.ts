import type { PlanDraft } from '../plan-draft.ts'
import type { Text } from '../text.ts'
import { pairsByWords } from './likeness.ts'

/** A target as it is compared: read from a text, or kept by a programme that runs. */
export interface ComparedTarget {
  readonly id: string
  readonly metric: string
  readonly low: number | null
  readonly high: number | null
  readonly unit: string | null
  readonly comparator: string | null
  /** A year, such as 2027. */
  readonly deadline: string | null
  readonly period: string | null
  /** An id that both versions share for clauses that belong together; null where it is not known. */
  readonly clause: string | null
  readonly quote: string
}

export const TARGET_CHANGES = ['raised', 'lowered', 'later', 'earlier', 'unit', 'comparator', 'deadline', 'value'] as const

/** What became of a target; `changes` says what of a kept one is different now. */
export interface TargetChange {
  readonly kind: 'same' | 'changed' | 'dropped' | 'new'
  readonly before: ComparedTarget | null
  readonly after: ComparedTarget | null
  readonly changes: readonly (typeof TARGET_CHANGES)[number][]
  readonly why: Text
}

/** Metrics are the same when they share this much of their words, with what speaks for and against it added. */
const LEAST_ALIKE = 0.65
const SAME_CLAUSE = 0.2
const OTHER_UNIT = -0.4
const SAME_DEADLINE = 0.1
const SAME_VALUE = 0.05

/** What became of every target, in the order of the old ones, new ones last. */
export function targetChanges(before: readonly ComparedTarget[], after: readonly ComparedTarget[]): readonly TargetChange[] {
  const speaksFor = (old: number, now: number): number => {
    const [was, is] = [before[old]!, after[now]!]
    return (
      (was.clause !== null && was.clause === is.clause ? SAME_CLAUSE : 0) +
      (was.unit === is.unit ? 0 : OTHER_UNIT) +
      (was.deadline === is.deadline ? SAME_DEADLINE : 0) +
      (was.low === is.low ? SAME_VALUE : 0)
    )
  }
  const names = (targets: readonly ComparedTarget[]) => targets.map(({ metric }) => metric)
  const pairs = pairsByWords(names(before), names(after), LEAST_ALIKE, speaksFor)
  const nowOf = new Map(pairs.map(({ before: old, after: now }) => [old, now]))
  const kept = new Set(nowOf.values())
  return [
    ...before.map((was, old): TargetChange => {
      const now = nowOf.get(old)
      return now === undefined ? { kind: 'dropped', before: was, after: null, changes: [], why: DROPPED } : keptTarget(was, after[now]!)
    }),
    ...after.flatMap((is, now): readonly TargetChange[] =>
      kept.has(now) ? [] : [{ kind: 'new', before: null, after: is, changes: [], why: NEW }],
    ),
  ]
}

const DROPPED: Text = { zh: '新版本中没有同名同单位的指标', en: 'the new version has no metric of this name and unit' }
const NEW: Text = { zh: '旧版本中没有同名同单位的指标', en: 'the old version has no metric of this name and unit' }

function keptTarget(before: ComparedTarget, after: ComparedTarget): TargetChange {
  const changes = changesBetween(before, after)
  const name = before.metric === after.metric ? `同为“${after.metric}”` : `“${before.metric}”与“${after.metric}”用词相近`
  const named = before.metric === after.metric ? `both say “${after.metric}”` : `“${before.metric}” and “${after.metric}” are worded alike`
  const there = before.clause !== null && before.clause === after.clause
  return {
    kind: changes.length === 0 ? 'same' : 'changed',
    before,
    after,
    changes,
    why: { zh: `${name}${there ? '，且在同一条款' : ''}`, en: `${named}${there ? ', in the same clause' : ''}` },
  }
}

function changesBetween(before: ComparedTarget, after: ComparedTarget): readonly (typeof TARGET_CHANGES)[number][] {
  return [
    ...(before.unit === after.unit ? valueChange(before, after) : (['unit'] as const)),
    ...deadlineChange(before.deadline, after.deadline),
    ...(before.comparator === after.comparator ? [] : (['comparator'] as const)),
  ]
}

function valueChange(before: ComparedTarget, after: ComparedTarget): readonly ('raised' | 'lowered' | 'value')[] {
  if (before.low === after.low && before.high === after.high) return []
  if (before.low === null || after.low === null) return ['value']
  const by = after.low - before.low || (after.high ?? after.low) - (before.high ?? before.low)
  return by > 0 ? ['raised'] : by < 0 ? ['lowered'] : ['value']
}

function deadlineChange(before: string | null, after: string | null): readonly ('later' | 'earlier' | 'deadline')[] {
  if (before === after) return []
  if (before === null || after === null) return ['deadline']
  return after > before ? ['later'] : ['earlier']
}

/** The targets of a draft to be compared; what only says another again is left out. `clauseOf` names clauses as both versions know them. */
export function targetsToCompare(draft: PlanDraft, clauseOf: (clause: string) => string | null): readonly ComparedTarget[] {
  return draft.targets
    .filter(({ restates }) => restates === undefined)
    .map(({ id, metric, value, unit, comparator, deadline, deadlineInherited, period, clause, quote }) => {
      const [low, high] = Array.isArray(value) ? (value as readonly [number, number]) : [value as number | null, null]
      return {
        id,
        metric,
        low,
        high,
        unit,
        comparator,
        deadline: deadline ?? deadlineInherited ?? null,
        period,
        clause: clauseOf(clause),
        quote,
      }
    })
}
