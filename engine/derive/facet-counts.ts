import { holds, type Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import { cityOf, provinceOf } from '#engine/define/area-code.ts'
import type { Expression } from '#engine/define/expression.ts'
import type { Register } from '#engine/define/register.ts'
import type { Facet } from './facets.ts'

/** Entries that share the values of every facet, and how many they are. */
export interface Group {
  readonly values: Row
  readonly count: number
}

export interface FacetValue {
  /** Empty for entries in which the field is not filled. */
  readonly code: string
  readonly count: number
}

/** What was chosen, by facet. */
export type Chosen = ReadonlyMap<string, Expression>

/**
 * The counts of each facet out of one set of groups. A facet is counted under every choice but its own, so that it tells what
 * another choice would give.
 */
export function rolledUp(
  register: Register,
  actor: Actor,
  facets: readonly Facet[],
  groups: readonly Group[],
  chosen: Chosen,
): { readonly total: number; readonly counts: ReadonlyMap<string, readonly FacetValue[]> } {
  const tallies = facets.map((facet) => new Tally(facet, (values) => holds(chosen.get(facet.field) ?? ALWAYS, register, values, actor)))
  let total = 0
  for (const { values, count } of groups) {
    const failed = tallies.filter((tally) => !tally.fits(values))
    if (failed.length === 0) total += count
    if (failed.length <= 1) for (const tally of failed.length === 1 ? failed : tallies) tally.add(values, count)
  }
  return { total, counts: new Map(tallies.map(({ facet, found }) => [facet.field, inOrder(found)])) }
}

const ALWAYS: Expression = { always: true }

/** The counts of one facet. Thousands of groups share few values, so each value is looked at once. */
class Tally {
  readonly facet: Facet
  readonly found = new Map<string, number>()
  private readonly isChosen: (values: Row) => boolean
  private readonly known = new Map<unknown, { readonly fits: boolean; readonly codes: readonly string[] }>()

  constructor(facet: Facet, isChosen: (values: Row) => boolean) {
    this.facet = facet
    this.isChosen = isChosen
  }

  fits(values: Row): boolean {
    return this.look(values).fits
  }

  add(values: Row, count: number) {
    for (const code of this.look(values).codes) this.found.set(code, (this.found.get(code) ?? 0) + count)
  }

  private look(values: Row) {
    const value = values[this.facet.field]
    const known = this.known.get(value) ?? { fits: this.isChosen(values), codes: codesOf(this.facet.by, value) }
    this.known.set(value, known)
    return known
  }
}

/** An entry in a county stands in the county, in its city and in the province. */
function codesOf(by: Facet['by'], value: unknown): readonly string[] {
  if (value === null || value === undefined) return ['']
  const code = String(value)
  if (by === 'year') return [code.slice(0, 4)]
  return by === 'value' ? [code] : [...new Set([code, cityOf(code), provinceOf(code)])]
}

function inOrder(found: ReadonlyMap<string, number>): readonly FacetValue[] {
  return [...found].map(([code, count]) => ({ code, count })).toSorted((a, b) => (a.code < b.code ? -1 : 1))
}
