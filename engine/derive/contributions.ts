import { holds, type Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import { type CountingRule, daysOf, type Term } from '#engine/define/counting.ts'
import type { Register } from '#engine/define/register.ts'
import { placesOf, stays } from './places.ts'

/** What one version of an entry adds to an indicator. */
export interface Contribution {
  readonly indicator: string
  readonly ruleVersion: number
  readonly measure: string
  readonly area: string
  readonly countsOn: string
  readonly amount: number
}

/** A sum of contributions: one measure, area and month of `countsOn`. */
export interface FigureCell {
  readonly measure: string
  readonly area: string
  readonly month: string
  /** A decimal string. */
  readonly amount: string
}

/** Everything a version of an entry adds, by every rule of its register; nothing when there is no version. */
export function contributionsOf(register: Register, row: Row | undefined): readonly Contribution[] {
  if (!row) return []
  return Object.entries(register.counting ?? {}).flatMap(([indicator, rule]) => byRule(register, indicator, rule, row))
}

function byRule(register: Register, indicator: string, rule: CountingRule, row: Row): readonly Contribution[] {
  const places = placesOf(register, row)
  return rule.terms.flatMap((term) => {
    const day = dayOf(term, row)
    if (day === undefined || !holds(term.when, register, row, NOBODY)) return []
    const { measure, amount: sign = 1 } = term
    return stays(places, day).map(({ area, on, sign: part }) => ({
      indicator,
      ruleVersion: rule.version,
      measure,
      area,
      countsOn: on,
      amount: sign * part,
    }))
  })
}

/** The day a term counts on: the latest of those it names, when all are filled. */
function dayOf(term: Term, row: Row): string | undefined {
  const days = daysOf(term).map((field) => row[field])
  return days.every((day) => typeof day === 'string') ? days.sort().at(-1) : undefined
}

/**
 * The signed rows that a change adds to the ledger: what the new version adds, less what the old one did.
 * Equal parts cancel, so a change that moves no figure writes nothing.
 */
export function difference(before: readonly Contribution[], after: readonly Contribution[]): readonly Contribution[] {
  const sums = new Map<string, Contribution>()
  const add = (contribution: Contribution, sign: 1 | -1) => {
    const { indicator, ruleVersion, measure, area, countsOn } = contribution
    const key = `${indicator}\n${ruleVersion}\n${measure}\n${area}\n${countsOn}`
    sums.set(key, { ...contribution, amount: (sums.get(key)?.amount ?? 0) + sign * contribution.amount })
  }
  for (const each of before) add(each, -1)
  for (const each of after) add(each, 1)
  return [...sums.values()].filter(({ amount }) => amount !== 0)
}

/** Counting rules speak of entries only; a condition about the person who asks is false. */
export const NOBODY: Actor = {
  person: '' as Actor['person'],
  post: '' as Actor['post'],
  unit: '' as Actor['unit'],
  roles: new Set(),
  area: '000000',
}
