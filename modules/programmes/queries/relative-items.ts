import type { Id } from '#engine/define/id.ts'
import type { ValuesOf } from '#engine/define/register.ts'
import type { planItem } from '#modules/plans/index.ts'
import { decimalText, type PlanDraft } from '#policy-text/index.ts'

/** Targets with a benchmark instead of a number, as items; one that a numbered target says already is left to it. */
export function relativeItems(
  document: Id<'policy_document'>,
  { relativeTargets, targets }: PlanDraft,
): readonly ValuesOf<typeof planItem>[] {
  return relativeTargets
    .filter(({ metric, start, end }) => isMeasured(metric) && !targets.some((target) => target.start < end && start < target.end))
    .map(({ metric, relation, benchmark, deadline, quote, start, end, clause, confidence, why }) => ({
      document,
      itemKind: 'target',
      label: metric,
      quote,
      start,
      end,
      clause,
      comparator: relation === 'above' ? 'more_than' : 'at_least',
      qualifier: 'exact',
      deadline,
      confidence: decimalText(confidence),
      why,
      detail: { kind: 'relative', benchmark },
    }))
}

/** “达到国际先进水平” says how good something is to be, not how much of it there is. */
function isMeasured(metric: string): boolean {
  return /率|比重|占比|强度|增速|增幅|增长|水平|数量|规模|額|额|率/u.test(metric)
}
