import { useState } from 'react'
import type { AdoptVersion, VersionChange } from '#contract/versions.ts'

type Decisions = AdoptVersion['decisions']

/** What was decided on each change; kept on this computer until the version is adopted. */
export function useDecisions(document: string, changes: readonly VersionChange[]) {
  const place = `lantu:version:${document}`
  const [kept, setKept] = useState<Decisions>(() => JSON.parse(localStorage.getItem(place) ?? '{}') as Decisions)
  const keep = (next: Decisions) => {
    setKept(next)
    localStorage.setItem(place, JSON.stringify(next))
  }
  // What was decided on a change that is none any more does not count.
  const decisions: Decisions = Object.fromEntries(changes.flatMap(({ key }) => (kept[key] ? [[key, kept[key]]] : [])))
  return {
    decisions,
    open: changes.filter(({ key }) => decisions[key] === undefined).length,
    decide: (key: string, decision: Decisions[string]) => keep({ ...kept, [key]: decision }),
    applyRest: () => keep({ ...Object.fromEntries(changes.map(({ key }) => [key, 'apply' as const])), ...decisions }),
    forget: () => localStorage.removeItem(place),
  }
}
