import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Row } from '#engine/access/holds.ts'
import type { CountingRule } from '#engine/define/counting.ts'
import type { Register } from '#engine/define/register.ts'
import { contributionsOf } from '#engine/derive/contributions.ts'
import { type Choices, countedWith } from '#engine/derive/counted-with.ts'
import type { FieldDefinition } from '#engine/kinds/index.ts'
import { holdsFor } from '#tests/support/seed.ts'
import { shippedRegisters } from './index.ts'

const REGISTERS: readonly (readonly [string, Register])[] = shippedRegisters.map((register) => [register.name, register])
const AREAS = ['320583', '3205Z1', '320115', '321003']
const RUNS = 400

const dayBetween = (first: string, last: string) =>
  fc
    .integer({ min: Date.parse(first) / 86_400_000, max: Date.parse(last) / 86_400_000 })
    .map((at) => new Date(at * 86_400_000).toISOString().slice(0, 10))

describe.each(REGISTERS)('%s', (_name, register) => {
  const rules = Object.entries(register.counting ?? {})

  test('always has the three figures', () => {
    for (const [code, { measures }] of rules)
      expect(
        ['reserve', 'underway', 'published'].filter((measure) => !measures[measure]),
        code,
      ).toEqual([])
  })

  test('counts an entry once or not at all, on any day and under any setting, and never less than not', async () => {
    await holdsFor(
      fc.property(
        entries(register),
        dayBetween('2023-01-01', '2028-12-31'),
        fc.array(fc.nat(1), { minLength: 4, maxLength: 4 }),
        (row, on, picks) => {
          for (const [code, rule] of rules) {
            const sums = sumsUpTo(register, code, row, on)
            for (const [measure, sum] of Object.entries(sums)) expect([0, 1], `${code} ${measure}`).toContain(sum)
            expect(['0', '1'], `${code} under its settings`).toContain(countedWith(rule, printed(sums), choicesOf(rule, picks)))
          }
        },
      ),
      RUNS,
    )
  })

  test('counts an entry in one area at a time', async () => {
    await holdsFor(
      fc.property(entries(register), dayBetween('2023-01-01', '2028-12-31'), (row, on) => {
        for (const [code, { counted }] of rules) {
          const areas = new Map<string, number>()
          for (const { indicator, measure, area, countsOn, amount } of contributionsOf(register, row))
            if (indicator === code && measure === counted && countsOn <= on) areas.set(area, (areas.get(area) ?? 0) + amount)
          const held = [...areas.values()].filter((sum) => sum !== 0)
          expect(held.length === 0 || (held.length === 1 && held[0] === 1), code).toBe(true)
        }
      }),
      RUNS,
    )
  })

  test('has parts that add up to the headline where it names parts', async () => {
    await holdsFor(
      fc.property(entries(register), dayBetween('2023-01-01', '2028-12-31'), (row, on) => {
        for (const [code, { counted, parts }] of rules) {
          if (!parts) continue
          const sums = sumsUpTo(register, code, row, on)
          const whole = Object.values(parts).flatMap(({ measures }) => measures)
          expect(
            whole.reduce((sum, measure) => sum + (sums[measure] ?? 0), 0),
            code,
          ).toBe(sums[counted] ?? 0)
        }
      }),
      RUNS,
    )
  })

  test('counts nothing as published that never went past the province’s decision', async () => {
    const before = [
      'reserve',
      'draft',
      'returned',
      'submitted',
      'recommended',
      'accepted',
      'supplement',
      'inReview',
      'declined',
      'withdrawn',
    ]
    await holdsFor(
      fc.property(entries(register), fc.constantFrom(...before), (row, state) => {
        const unpublished = { ...row, ...Object.fromEntries(systemDays(register).map((field) => [field, null])), state }
        expect(contributionsOf(register, unpublished).filter(({ measure }) => !['reserve', 'underway'].includes(measure))).toEqual([])
      }),
      RUNS,
    )
  })

  test('publishes by the commands of batches and revokes by that of withdrawal', () => {
    for (const { moves } of Object.values(register.decisions ?? {})) {
      expect(register.moves[moves.propose]!.via).toEqual(['selection.add-to-batch'])
      expect(register.moves[moves.takeOut]!.via).toEqual([
        'selection.remove-from-batch',
        'selection.cancel-batch',
        'selection.settle-objection',
      ])
      if (moves.openNotice) expect(register.moves[moves.openNotice]!.via).toEqual(['selection.open-notice'])
      expect(register.moves[moves.publish]!.via).toEqual(['selection.publish-batch'])
    }
    expect(register.moves['revoke']!.via).toEqual(['selection.publish-withdrawal'])
  })
})

const LEAVING = /^(exited|revoked)On$|UntilOn$/

/** Entries in any state with any choices, days and places; what ends lies after what begins. */
function entries(register: Register): fc.Arbitrary<Row> {
  const fields = Object.entries(register.fields).flatMap(([name, field]) => {
    const values = valuesFor(name, field)
    return values ? [[name, values] as const] : []
  })
  return fc.record({
    ...Object.fromEntries(fields),
    state: fc.constantFrom(...Object.keys(register.states)),
    area: fc.constantFrom(...AREAS),
    createdOn: dayBetween('2023-06-01', '2023-12-31'),
  })
}

function valuesFor(name: string, field: FieldDefinition): fc.Arbitrary<unknown> | undefined {
  if (field.kind === 'day')
    return fc.option(LEAVING.test(name) ? dayBetween('2027-01-01', '2027-12-31') : dayBetween('2023-06-01', '2026-12-31'), {
      nil: null,
      freq: 6,
    })
  if (field.kind === 'choice') return fc.constantFrom(...Object.keys(field.codes))
  if (field.kind === 'check') return fc.boolean()
  if (field.kind !== 'rows') return undefined
  if (name === 'addresses')
    return fc.array(fc.record({ area: fc.constantFrom(...AREAS), fromOn: dayBetween('2023-06-01', '2028-06-01') }), { maxLength: 4 })
  return fc.array(fc.record({ rank: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }) }), { maxLength: 2 })
}

function sumsUpTo(register: Register, code: string, row: Row, on: string): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { indicator, measure, countsOn, amount } of contributionsOf(register, row))
    if (indicator === code && countsOn <= on) sums[measure] = (sums[measure] ?? 0) + amount
  return sums
}

function printed(sums: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(sums).map(([measure, sum]) => [measure, String(sum)]))
}

function choicesOf({ settings = {} }: CountingRule, picks: readonly number[]): Choices {
  return Object.fromEntries(Object.entries(settings).map(([setting, { choices }], at) => [setting, Object.keys(choices)[picks[at] ?? 0]!]))
}

function systemDays({ fields }: Register): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => (field.kind === 'day' && field.system ? [name] : []))
}
