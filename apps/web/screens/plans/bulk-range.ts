import type { PlanItem } from '#contract/plans.ts'
import { SURE_FROM } from './item-words.ts'
import type { Tab } from './reading-tabs.ts'

/** How sure the reader must have been. */
export const SURENESS = { sure: SURE_FROM, fairly: 0.7, all: 0 } as const
export type Sureness = keyof typeof SURENESS

/** What many items are chosen by. */
export interface BulkChoice {
  readonly range: 'list' | 'part'
  readonly sureness: Sureness
}

/** The items that still wait in a tab, or under the heading of the chosen one, of at least that sureness. */
export function waitingIn(
  items: readonly PlanItem[],
  tab: Tab,
  chosen: PlanItem | undefined,
  { range, sureness }: BulkChoice,
): readonly PlanItem[] {
  const part = range === 'part' ? partOf(items, chosen) : undefined
  return items.filter(
    ({ state, itemKind, confidence, start }) =>
      state === 'found' &&
      (tab === 'heading' || tab === 'waiting' || itemKind === tab) &&
      confidence >= SURENESS[sureness] &&
      (part === undefined || (part.start <= start && start < part.until)),
  )
}

/** The heading an item stands under, or is, and where the next of its level or a higher one begins. */
export function partOf(items: readonly PlanItem[], chosen: PlanItem | undefined) {
  if (!chosen) return undefined
  const headings = items
    .filter(({ itemKind, state }) => itemKind === 'heading' && state !== 'removed' && state !== 'leftOut')
    .toSorted((a, b) => a.start - b.start)
  const at = headings.findLastIndex(({ start }) => start <= chosen.start)
  const heading = headings[at]
  if (!heading) return undefined
  const next = headings.slice(at + 1).find(({ level }) => (level ?? 1) <= (heading.level ?? 1))
  return { label: heading.label, start: heading.start, until: next?.start ?? Number.POSITIVE_INFINITY }
}
