import { queryOptions } from '@tanstack/react-query'

import { asText } from '../values/as-text.ts'
import { listEntries } from './endpoints.ts'
import type { ListedEntry } from './types.ts'

const MOST = 200
const FOR_LONG = 600_000
const HAS_PLACE = JSON.stringify({
  all: [
    { field: 'tileColumn', filled: true },
    { field: 'tileRow', filled: true },
  ],
})

/** Where a city stands on the tile map, both from 1. */
export interface TilePlace {
  readonly column: number
  readonly row: number
}

/** Where cities stand on the tile map, by code, as the list of areas says; a city that was renamed has the place of its newest line. */
export const tilePlacesQuery = queryOptions({
  queryKey: ['tile-places'],
  queryFn: async (): Promise<ReadonlyMap<string, TilePlace>> => {
    const { entries } = await listEntries('area', { filter: HAS_PLACE, sort: 'code', limit: MOST })
    const newest = entries.toSorted((one, other) => Number(isStanding(one)) - Number(isStanding(other)))
    return new Map(
      newest.map(({ values }) => [String(values['code']), { column: Number(values['tileColumn']), row: Number(values['tileRow']) }]),
    )
  },
  staleTime: FOR_LONG,
})

const isStanding = ({ values }: ListedEntry) => asText(values['untilOn']) === ''
