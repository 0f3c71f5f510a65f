import type { TermNode } from '#contract/terms.ts'
import { aliasesIn } from '#engine/define/terms.ts'

/** A class as its register keeps it. */
export interface TermRow {
  readonly code: string
  readonly title: string
  readonly titleEn: string | null
  readonly aliases: string | null
  readonly parent: string | null
  readonly order: number | null
  readonly fromOn: string | null
  readonly untilOn: string | null
}

/** Classes under their parents in their own order; one whose parent is not there, or is part of a ring, stands at the top. */
export function termTree(rows: readonly TermRow[]): TermNode[] {
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const below = Map.groupBy(rows.toSorted(inOrder), (row) => (isRooted(row, byCode) ? row.parent! : ''))
  const nodesUnder = (parent: string): TermNode[] =>
    (below.get(parent) ?? []).map(({ code, title, titleEn, aliases, fromOn, untilOn }) => ({
      code,
      title,
      titleEn,
      aliases: [...aliasesIn(aliases)],
      fromOn,
      untilOn,
      children: nodesUnder(code),
    }))
  return nodesUnder('')
}

function inOrder(a: TermRow, b: TermRow): number {
  return (a.order ?? LAST) - (b.order ?? LAST) || (a.code < b.code ? -1 : 1)
}

const LAST = 10_000

/** Whether the way up from a class ends at the top. */
function isRooted(row: TermRow, byCode: ReadonlyMap<string, TermRow>): boolean {
  if (row.parent === null || !byCode.has(row.parent)) return false
  const seen = new Set<string>()
  for (let at: TermRow | undefined = row; at !== undefined; at = at.parent === null ? undefined : byCode.get(at.parent)) {
    if (seen.has(at.code)) return false
    seen.add(at.code)
  }
  return true
}
