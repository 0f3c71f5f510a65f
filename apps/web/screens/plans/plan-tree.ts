import type { PlanItem } from '#contract/plans.ts'

/** A line of the plan's tree: an item at its depth, and whether something hangs under it. */
export interface TreeRow {
  readonly item: PlanItem
  readonly depth: number
  readonly hasMore: boolean
  readonly isFolded: boolean
}

/** The plan as a tree: headings nested by their level, under each what was found there, in the order of the text; folded parts are left out. */
export function treeRows(items: readonly PlanItem[], folded: ReadonlySet<string>): readonly TreeRow[] {
  const rows: TreeRow[] = []
  const open: { readonly level: number; readonly isFolded: boolean }[] = []
  const inText = items.toSorted((a, b) => a.start - b.start || Number(b.itemKind === 'heading') - Number(a.itemKind === 'heading'))
  for (const [at, item] of inText.entries()) {
    const isHeading = item.itemKind === 'heading' && item.state !== 'removed' && item.state !== 'leftOut'
    const level = isHeading ? (item.level ?? 1) : Number.POSITIVE_INFINITY
    while (isHeading && open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop()
    const depth = open.length
    const isHidden = open.some(({ isFolded }) => isFolded)
    const isFolded = isHeading && folded.has(item.id)
    if (!isHidden) rows.push({ item, depth, hasMore: isHeading && hasMore(inText[at + 1], level), isFolded })
    if (isHeading) open.push({ level, isFolded })
  }
  return rows
}

function hasMore(next: PlanItem | undefined, level: number): boolean {
  return next !== undefined && (next.itemKind !== 'heading' || (next.level ?? 1) > level)
}
