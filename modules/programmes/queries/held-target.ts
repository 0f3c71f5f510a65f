import type { Figure } from '#contract/figures.ts'
import type { Row } from '#engine/access/holds.ts'
import { asKnown } from '#engine/store/as-known.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { plan, policyDocument, target } from '#modules/plans/index.ts'

/** A target with the days of its plan. */
export interface HeldTarget {
  readonly target: Figure['target'] & object
  readonly baseline: string | null
  readonly from: string | null
  readonly until: string | null
}

/**
 * The target an indicator is held against: that of the latest confirmed plan, as it was known on the day asked for; one that says another again
 * only where no other speaks of the indicator.
 */
export async function targetOf(store: Store, indicator: string, asOf: string | undefined): Promise<HeldTarget | undefined> {
  const text = `select target.id, target.low, target.high, target.baseline, target.unit, target.comparator, target.qualifier, target.deadline, target.quote, target.start, target."end", target.item, target.document,
      document.title as "documentTitle", plan."fromOn" as "from", plan."untilOn" as "until"
    from ${asKnown(store, target, '$2')} target join ${tableOf(store, policyDocument)} document on document.id = target.document join ${asKnown(store, plan, '$2')} plan on plan.id = target.plan
    where target.indicator = $1 and target.state = 'active' and target.low is not null and target.part is null
    order by target."createdAt" desc, coalesce(target.relation = 'restated', false), target.id desc limit 1`
  const [row] = await ask(poolReader(store), text, [indicator, asOf ?? null])
  return row && heldTarget(row)
}

function heldTarget(row: Row): HeldTarget {
  const text = (field: string) => (row[field] === null ? null : String(row[field]))
  return {
    baseline: text('baseline'),
    from: text('from'),
    until: text('deadline') ? `${text('deadline')}-12-31` : text('until'),
    target: {
      id: String(row['id']),
      value: String(row['low']),
      high: text('high'),
      unit: text('unit') ?? '',
      comparator: text('comparator') ?? text('qualifier') ?? '',
      deadline: text('deadline'),
      quote: String(row['quote']),
      document: String(row['document']),
      documentTitle: String(row['documentTitle']),
      item: String(row['item']),
      start: Number(row['start']),
      end: Number(row['end']),
    },
  }
}
