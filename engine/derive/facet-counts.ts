import type { Row } from '#engine/access/holds.ts'
import { cityOf, provinceOf } from '#engine/define/area-code.ts'
import type { Facet } from './facets.ts'

/** Entries that share the values of some facets, and how many they are. */
export interface Group {
  readonly values: Row
  readonly count: number
}

/** How many entries have a code. */
export interface FacetValue {
  /** Empty for entries in which the field is not filled. */
  readonly code: string
  readonly count: number
}

/** How many entries each value of a facet has, out of groups by it and others; those around a place have what is in it, too. */
export function rolledUp({ field, by }: Facet, groups: readonly Group[]): readonly FacetValue[] {
  const byValue = new Map<unknown, number>()
  for (const { values, count } of groups) byValue.set(values[field], (byValue.get(values[field]) ?? 0) + count)
  const found = new Map<string, number>()
  for (const [value, count] of byValue) for (const code of codesOf(by, value)) found.set(code, (found.get(code) ?? 0) + count)
  return [...found].map(([code, count]) => ({ code, count })).toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

/** An entry in a county stands in the county, in its city and in the province. */
function codesOf(by: Facet['by'], value: unknown): readonly string[] {
  if (value === null || value === undefined) return ['']
  const code = String(value)
  if (by === 'year') return [code.padStart(4, '0')]
  return by === 'value' ? [code] : [...new Set([code, cityOf(code), provinceOf(code)])]
}
