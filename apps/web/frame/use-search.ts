import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type ListQuery, listEntries } from '../api/endpoints.ts'
import { registersQuery } from '../api/queries.ts'
import { queryClient } from '../api/query-client.ts'
import type { ListedEntry } from '../api/types.ts'
import type { Words } from '../texts/words.ts'
import { useAsOf } from './use-as-of.ts'

/** An entry that was found. */
export interface Hit {
  readonly register: string
  readonly registerTitle: Words
  readonly entry: ListedEntry
}

const SHORTEST = 2
const PER_REGISTER = 5
const QUIET = 220
/** What people look for is in the registers themselves; found passages of plans are searched on their plan. */
const NOT_SEARCHED = new Set(['plan_item', 'tenure'])

/** Entries of every register the person may read that contain the words, as they were known on the as-of day. */
export function useEntrySearch(typed: string) {
  const asOf = useAsOf()
  const q = useQuiet(typed.trim(), QUIET)
  const search = useQuery({
    queryKey: ['search', q, asOf],
    enabled: q.length >= SHORTEST,
    queryFn: ({ signal }) => searchAll({ q, asOf }, signal),
  })
  return { q, enough: q.length >= SHORTEST, hits: search.data, error: search.error, refetch: search.refetch }
}

async function searchAll(question: Pick<ListQuery, 'q' | 'asOf'>, signal: AbortSignal): Promise<readonly Hit[]> {
  const { registers } = await queryClient.ensureQueryData(registersQuery)
  const asked = registers.filter(({ name, searchable }) => searchable && !NOT_SEARCHED.has(name))
  const pages = await Promise.all(
    asked.map(({ name }) => listEntries(name, { ...question, limit: PER_REGISTER }, signal).catch(() => undefined)),
  )
  return asked.flatMap(({ name, title }, at) =>
    (pages[at]?.entries ?? []).map((entry) => ({ register: name, registerTitle: title, entry })),
  )
}

function useQuiet(value: string, milliseconds: number): string {
  const [quiet, setQuiet] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return quiet
}
