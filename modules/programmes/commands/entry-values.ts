import type { Id } from '#engine/define/id.ts'
import type { ValuesOf } from '#engine/define/register.ts'
import type { target } from '#modules/plans/index.ts'
import type { task } from '#modules/tasks/index.ts'
import type { Proposed, ProposedRegister, ProposedTarget } from '../queries/propose.ts'
import type { plannedRegister } from '../registers/planned-register.register.ts'
import { targetFacts } from '../rules/target-facts.ts'

/** Where everything that a confirmed document becomes belongs. */
export interface Place {
  readonly plan: Id<'plan'>
  readonly document: Id<'policy_document'>
}

/** What a target asks for, as its words say it. */
export function askedBy({ source }: ProposedTarget) {
  const { label: title, low, high, unit, comparator, qualifier, deadline, period } = source
  return { title, low, high, unit, comparator, qualifier, deadline, period, ...targetFacts(source) }
}

/** Where an item stands, for whatever was made of it. */
export function placeOfItem({ id, quote, start, end, clause }: ProposedTarget['source']) {
  return { item: id, quote, start, end, clause }
}

export function targetValues(
  proposed: ProposedTarget,
  parent: Id<'target'> | null,
  place: Place & { readonly fromYear: number | null },
): ValuesOf<typeof target> {
  const { source, relation, relationWhy, indicator, part } = proposed
  return {
    ...askedBy(proposed),
    ...placeOfItem(source),
    ...place,
    indicator,
    parent,
    relation,
    relationWhy: { ...relationWhy },
    part,
  }
}

/** Everything of a task but the plan it belongs to. */
export function taskFields({ item, lead, support, ...rest }: Proposed['tasks'][number]) {
  return { ...rest, item: item as Id<'plan_item'>, lead: rows(lead), support: rows(support) } // the heading's own id
}

export function taskValues(proposed: Proposed['tasks'][number], place: Place): ValuesOf<typeof task> {
  return { ...taskFields(proposed), ...place }
}

function rows(units: Proposed['tasks'][number]['lead']) {
  return units.map((unit) => ({ ...unit }))
}

export function registerValues({ source, name, kind, register, why }: ProposedRegister, place: Place): ValuesOf<typeof plannedRegister> {
  return { name, ...place, item: source.id, kind, register, why: { ...why } }
}
