import type { ImportState } from '#contract/imports.ts'
import type { Looked, Outcome } from '../../api/imports.ts'

/** In the order in which they are shown. */
export const OUTCOMES = ['new', 'changed', 'unchanged', 'conflict', 'wrong'] as const satisfies readonly Outcome[]

const LOOKED_AT_FIRST = ['wrong', 'conflict', 'changed', 'new', 'unchanged'] as const

/** What a person should see first: what wants doing, then what would happen. */
export function firstOutcome({ counts }: Pick<ImportState, 'counts'>): Outcome {
  return LOOKED_AT_FIRST.find((outcome) => counts[outcome] > 0) ?? 'new'
}

/** The tabs: what is doubtful is told only where there is something. */
export function tabsOf({ counts }: Pick<ImportState, 'counts'>): readonly Looked[] {
  return counts.warned > 0 ? [...OUTCOMES, 'warned'] : OUTCOMES
}

/** The tab that an address names. */
export function asTab(text: string | undefined): Looked | undefined {
  return text === 'warned' ? text : OUTCOMES.find((outcome) => outcome === text)
}

/** How many rows there are. */
export function rowsIn({ counts }: Pick<ImportState, 'counts'>): number {
  return OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0)
}
