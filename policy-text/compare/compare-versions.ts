import type { PlanDraft } from '../plan-draft.ts'
import { readPlan } from '../read-plan.ts'
import { type ClauseChange, clauseDifference, clausesToCompare } from './clause-difference.ts'
import { type TargetChange, targetChanges, targetsToCompare } from './target-changes.ts'

/** Which version of a plan a text is. */
export type VersionHead = Pick<PlanDraft, 'title' | 'docNumber' | 'date' | 'issuer' | 'planPeriod'>

/** Two versions of one plan: every clause and every target, with what became of it. */
export interface VersionDifference {
  readonly before: VersionHead
  readonly after: VersionHead
  readonly clauses: readonly ClauseChange[]
  readonly targets: readonly TargetChange[]
}

/** Compares two versions of one plan, clause by clause and target by target. */
export function compareVersions(before: string, after: string): VersionDifference {
  const [old, now] = [readPlan(before), readPlan(after)]
  const clauses = clauseDifference(clausesToCompare(old, before), clausesToCompare(now, after))
  const shared = sharedClauses(clauses)
  return {
    before: headOf(old),
    after: headOf(now),
    clauses,
    targets: targetChanges(
      targetsToCompare(old, (clause) => shared.get(clause) ?? null),
      targetsToCompare(now, (clause) => clause),
    ),
  }
}

/** For the id of every kept clause of the old version, its id in the new one. */
export function sharedClauses(clauses: readonly ClauseChange[]): ReadonlyMap<string, string> {
  return new Map(clauses.flatMap(({ before, after }) => (before && after ? [[before.id, after.id] as const] : [])))
}

function headOf({ title, docNumber, date, issuer, planPeriod }: PlanDraft): VersionHead {
  return { title, docNumber, date, issuer, planPeriod }
}
