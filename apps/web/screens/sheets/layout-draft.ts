import type { KeepLayout, LayoutViewColumn } from '#contract/sheets.ts'

/** The three parts of the page: what is filled in, its tables, and what is only shown. */
export const GROUPS = ['columns', 'tables', 'shown'] as const
export type Group = (typeof GROUPS)[number]

export function groupOf({ isSheet, onlyShown }: LayoutViewColumn): Group {
  return onlyShown ? 'shown' : isSheet ? 'tables' : 'columns'
}

/** The columns with the one at `from` put where the one at `to` stands; both are places in the whole list. */
export function moved(columns: readonly LayoutViewColumn[], from: number, to: number): readonly LayoutViewColumn[] {
  const rest = columns.filter((_column, at) => at !== from)
  return columns[from] ? [...rest.slice(0, to), columns[from], ...rest.slice(to)] : columns
}

/** The head as a sheet has it: the province's title or the default one, with the unit in it. */
export function headOf({ title, defaultTitle, unit }: LayoutViewColumn): string {
  const own = title?.trim()
  if (!own) return defaultTitle
  return unit === null || own.includes(unit) ? own : `${own}（${unit}）`
}

/** What is kept: every column in its order, a title only where it is the province's own. */
export function keptColumns(columns: readonly LayoutViewColumn[]): KeepLayout['columns'] {
  return columns.map(({ field, title, leftOut, defaultTitle }) => {
    const own = title?.trim()
    return { field, ...(own && own !== defaultTitle && { title: own }), ...(leftOut && { leftOut }) }
  })
}

/** Whether the draft says something else than what is kept. */
export function isChanged(columns: readonly LayoutViewColumn[], kept: readonly LayoutViewColumn[]): boolean {
  return JSON.stringify(keptColumns(columns)) !== JSON.stringify(keptColumns(kept))
}
