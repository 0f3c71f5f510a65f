import { useState } from 'react'
import type { PlanItem } from '#contract/plans.ts'

/** The chosen indicators of a plan's targets. */
export type IndicatorChoices = ReturnType<typeof useIndicatorChoices>

/** Which indicator each target counts by: the reader's proposal until a person chooses another or none. */
export function useIndicatorChoices({ document }: { readonly document: { readonly id: string } }) {
  const key = `lantu:indicators:${document.id}`
  const [chosen, setChosen] = useState<Readonly<Record<string, string | null>>>(
    () => JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, string | null>,
  )
  return {
    chosen,
    of: ({ id, indicator }: Pick<PlanItem, 'id' | 'indicator'>): string | null => (id in chosen ? (chosen[id] ?? null) : indicator),
    choose: (id: string, indicator: string | null) => {
      const next = { ...chosen, [id]: indicator }
      setChosen(next)
      localStorage.setItem(key, JSON.stringify(next))
    },
    forget: () => localStorage.removeItem(key),
  }
}
