import { holds, type Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { CountingRule } from '#engine/define/counting.ts'
import type { Register } from '#engine/define/register.ts'

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
  return rule.terms
    .filter(({ when, countsOn }) => typeof row[countsOn] === 'string' && holds(when, register, row, NOBODY))
    .map(({ measure, countsOn, amount = 1 }) => ({
      indicator,
      ruleVersion: rule.version,
      measure,
      area: String(row[register.area ?? '']),
      countsOn: String(row[countsOn]),
      amount,
    }))
}

/**
 * The signed rows that a change adds to the ledger: what the new version adds, less what the old one did.
 * Equal parts cancel, so a change that moves no figure writes nothing.
 */
export function difference(before: readonly Contribution[], after: readonly Contribution[]): readonly Contribution[] {
  const sums = new Map<string, Contribution>()
  const add = (contribution: Contribution, sign: 1 | -1) => {
    const key = JSON.stringify([
      contribution.indicator,
      contribution.ruleVersion,
      contribution.measure,
      contribution.area,
      contribution.countsOn,
    ])
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
