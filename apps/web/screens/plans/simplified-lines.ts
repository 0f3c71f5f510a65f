import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { SimplifiedPart } from '#policy-text/index.ts'
import type { Line } from './segments.ts'

/** A word that mainland texts say otherwise, with the first place where it stands. */
export interface NotedTerm {
  readonly printed: string
  readonly words: string
  readonly count: number
  readonly start: number
  readonly end: number
}

export interface Simplified {
  readonly parts: readonly SimplifiedPart[]
  readonly terms: readonly NotedTerm[]
}

/** The simplified wording of a text, worked out in the browser when it is asked for; the tables are loaded only then. */
export function useSimplified(text: string, isWanted: boolean): Simplified | undefined {
  const { data: reader } = useQuery({
    queryKey: ['reader'],
    queryFn: async () => await import('#policy-text/index.ts'),
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return useMemo(() => {
    if (!reader || !isWanted) return undefined
    const parts = reader.simplifiedParts(text)
    return { parts, terms: termsIn(text, parts) }
  }, [reader, text, isWanted])
}

/** The pieces of each line by where it begins; none runs over the end of its line. */
export function partsByLine(lines: readonly Line[], parts: readonly SimplifiedPart[]): ReadonlyMap<number, readonly SimplifiedPart[]> {
  let at = 0
  return new Map(
    lines.map((line) => {
      while (at < parts.length && parts[at]!.end <= line.start) at += 1
      const from = at
      while (at < parts.length && parts[at]!.start < line.end) at += 1
      return [line.start, parts.slice(from, at)]
    }),
  )
}

function termsIn(text: string, parts: readonly SimplifiedPart[]): readonly NotedTerm[] {
  const terms = new Map<string, NotedTerm>()
  for (const { start, end, words, term } of parts) {
    if (!term) continue
    const printed = text.slice(start, end)
    const known = terms.get(printed)
    terms.set(printed, known ? { ...known, count: known.count + 1 } : { printed, words, count: 1, start, end })
  }
  return [...terms.values()]
}
