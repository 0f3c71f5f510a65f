import type { PlanDocument } from '#contract/plans.ts'
import type { Reading } from './reading-state.ts'
import type { IndicatorChoices } from './use-indicator-choices.ts'
import type { ItemWrites } from './use-item-writes.ts'

/** What the list of found items and each card in it need. */
export interface ItemListProps {
  readonly plan: PlanDocument
  readonly reading: Reading
  readonly writes: ItemWrites
  readonly choices: IndicatorChoices
  readonly mayEdit: boolean
  readonly onShowText: () => void
}
