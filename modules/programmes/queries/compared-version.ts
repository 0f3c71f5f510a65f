import type { Store } from '#engine/store/context.ts'
import type { PlanItem, PolicyDocument, Target } from '#modules/plans/index.ts'
import { type Task, withoutNumber } from '#modules/tasks/index.ts'
import { type ClauseChange, clauseDifference, clausesToCompare, readPlan, sharedClauses } from '#policy-text/index.ts'
import type { PlannedRegister } from '../registers/planned-register.register.ts'
import { type ComparedProgramme, type ProgrammeChange, versionChanges } from '../rules/version-changes.ts'
import { type Proposed, propose } from './propose.ts'

/** What runs: the entries in force of a plan. */
export interface RunningParts {
  readonly targets: readonly Target[]
  readonly tasks: readonly Task[]
  readonly lists: readonly PlannedRegister[]
}

export interface ComparedVersion {
  readonly clauses: readonly ClauseChange[]
  readonly changes: readonly ProgrammeChange[]
  /** What confirming the new version alone would make. */
  readonly proposed: Proposed
}

/** A new version of a plan beside the one that runs: the texts clause by clause, and what would change in the programme. */
export async function compareVersion(
  store: Store,
  old: PolicyDocument,
  next: PolicyDocument,
  items: readonly PlanItem[],
  running: RunningParts,
): Promise<ComparedVersion> {
  const clauses = clauseDifference(...([old, next].map(clausesOf) as [Clauses, Clauses]))
  const shared = sharedClauses(clauses)
  const proposed = await propose(store, next, items)
  const changes = versionChanges(
    runningParts(running, (clause) => shared.get(clause ?? '') ?? null),
    proposedParts(proposed),
  )
  return { clauses, changes, proposed }
}

type Clauses = ReturnType<typeof clausesToCompare>

function clausesOf({ text }: PolicyDocument): Clauses {
  // A plan that came in a pack may have no text yet.
  return text ? clausesToCompare(readPlan(text), text) : []
}

function runningParts({ targets, tasks, lists }: RunningParts, clauseOf: (clause: string | null) => string | null): ComparedProgramme {
  return {
    targets: targets.filter(({ relation }) => relation !== 'restated').map((row) => comparedTarget(row.title, row, clauseOf(row.clause))),
    tasks: tasks.map((row) => ({
      ...row,
      title: withoutNumber(row.title),
      lead: titles(row.lead),
      support: titles(row.support),
      clause: clauseOf(row.clause),
    })),
    lists,
  }
}

function proposedParts({ targets, tasks, registers }: Proposed): ComparedProgramme {
  return {
    targets: targets
      .filter(({ relation }) => relation !== 'restated')
      .map(({ source }) => comparedTarget(source.label, source, source.clause)),
    tasks: tasks.map((each) => ({ ...each, id: each.item, lead: titles(each.lead), support: titles(each.support) })),
    lists: registers.map(({ source, name }) => ({ id: source.id, name })),
  }
}

function comparedTarget(
  metric: string,
  {
    id,
    low,
    high,
    unit,
    comparator,
    deadline,
    period,
    quote,
  }: Pick<Target, 'low' | 'high' | 'unit' | 'comparator' | 'deadline' | 'period' | 'quote'> & { readonly id: string },
  clause: string | null,
) {
  const number = (decimal: string | null) => (decimal === null ? null : Number(decimal))
  return { id, metric, low: number(low), high: number(high), unit, comparator, deadline, period, clause, quote }
}

function titles(units: unknown): readonly string[] {
  return ((units ?? []) as readonly { readonly name: string; readonly title?: string | null }[]).map(({ name, title }) => title ?? name) // rows of the register's own columns
}
