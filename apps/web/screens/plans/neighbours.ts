import type { PlanItem } from '#contract/plans.ts'

const isOpen = ({ state }: PlanItem) => state === 'found' || state === 'checked'

/** The next item of the same kind in the text, with which this one may be joined. */
export function nextOfKind(items: readonly PlanItem[], item: PlanItem): PlanItem | undefined {
  if (!isOpen(item)) return undefined
  return items
    .filter((other) => other.itemKind === item.itemKind && isOpen(other) && other.start > item.start && other.id !== item.id)
    .reduce<PlanItem | undefined>((nearest, other) => (nearest && nearest.start <= other.start ? nearest : other), undefined)
}

/** Items of a kind that share words with a selection. */
export function sharing(items: readonly PlanItem[], kind: PlanItem['itemKind'], start: number, end: number): readonly PlanItem[] {
  return items.filter((item) => item.itemKind === kind && isOpen(item) && item.start < end && item.end > start)
}
