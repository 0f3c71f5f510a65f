import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { areasQuery } from '../api/queries.ts'
import type { Titles } from '../api/types.ts'

/** The titles of an answer and those of all areas, which answers may leave out. */
export function useTitles(titles: Titles): Titles {
  const { data } = useQuery(areasQuery)
  return useMemo(() => ({ ...Object.fromEntries((data ?? []).map(({ code, title }) => [code, title])), ...titles }), [data, titles])
}
