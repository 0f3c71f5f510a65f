import type { TilePlace } from '../../api/tile-places.ts'

/** A map ready to draw: how many columns it has and the place of each city, no two of them the same. */
export interface TileMap {
  readonly columns: number
  readonly places: ReadonlyMap<string, TilePlace>
}

const COLUMNS_OF_GRID = 5

/**
 * Places for these cities: as the list of areas says, and what it says nothing of, or puts where another already stands, in rows of their own
 * underneath, in the order given (GB/T 2260, 省直 last). A province without any place is such rows from the top.
 */
export function layTiles(cities: readonly string[], given: ReadonlyMap<string, TilePlace>): TileMap {
  const places = new Map<string, TilePlace>()
  const taken = new Set<string>()
  for (const city of cities) {
    const place = given.get(city)
    if (place === undefined || taken.has(`${place.column} ${place.row}`)) continue
    places.set(city, place)
    taken.add(`${place.column} ${place.row}`)
  }
  const columns = Math.max(places.size === 0 ? COLUMNS_OF_GRID : 1, ...[...places.values()].map(({ column }) => column))
  const above = Math.max(0, ...[...places.values()].map(({ row }) => row))
  const rest = cities.filter((city) => !places.has(city))
  for (const [at, city] of rest.entries()) places.set(city, { column: (at % columns) + 1, row: above + Math.floor(at / columns) + 1 })
  return { columns, places }
}

/** 南京市 → 南京, for a small square. */
export const shortTitle = (title: string) => (title.length > 2 ? title.replace(/(市|地区|盟)$/, '') : title)
