import { useState } from 'react'
import type { ListedEntry } from '../../api/types.ts'

/** The entries that are ticked, across pages. */
export interface Choosing {
  readonly entries: readonly ListedEntry[]
  readonly has: (id: string) => boolean
  readonly toggle: (entry: ListedEntry) => void
  readonly choose: (entries: readonly ListedEntry[]) => void
  readonly drop: (entries: readonly ListedEntry[]) => void
  readonly clear: () => void
}

/** Ticks belong to the question: another filter starts without any. */
export function useChoosing(question: string): Choosing {
  const [ticked, setTicked] = useState<{ readonly question: string; readonly entries: ReadonlyMap<string, ListedEntry> }>()
  const entries = ticked?.question === question ? ticked.entries : NONE
  const put = (next: Iterable<readonly [string, ListedEntry]>) => setTicked({ question, entries: new Map(next) })
  return {
    entries: [...entries.values()],
    has: (id) => entries.has(id),
    toggle: (entry) => put(entries.has(entry.id) ? [...entries].filter(([id]) => id !== entry.id) : [...entries, [entry.id, entry]]),
    choose: (more) => put([...entries, ...more.map((entry) => [entry.id, entry] as const)]),
    drop: (some) => put([...entries].filter(([id]) => some.every((entry) => entry.id !== id))),
    clear: () => setTicked(undefined),
  }
}

const NONE: ReadonlyMap<string, ListedEntry> = new Map()
