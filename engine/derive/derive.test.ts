import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Register } from '#engine/define/register.ts'
import { technology } from '#registers/technologies/technology.register.ts'
import { everyKindRegister as register } from '#tests/support/every-kind.ts'
import { allColumns, columnName, columnOf } from './columns.ts'
import { type Contribution, contributionsOf, difference } from './contributions.ts'
import { faultsFrom } from './faults.ts'
import { describe as describeForm } from './form.ts'
import { createSchema, editSchema } from './schema.ts'
import { plan } from './table.ts'

describe('columns', () => {
  test('are named as PostgreSQL likes them', () => {
    expect(['title', 'leadUnit', 'trlBefore', 'aBC'].map(columnName)).toEqual(['title', 'lead_unit', 'trl_before', 'a_b_c'])
  })

  test('are found by field, also those every register has, and never by what every object has', () => {
    expect(columnOf(register, 'money')).toMatchObject({ sql: '"money"', type: 'numeric(16, 2)' })
    expect(columnOf(register, 'changedAt')).toMatchObject({ sql: '"changed_at"', type: 'timestamptz' })
    for (const name of ['constructor', '__proto__', 'toString', 'nothing']) expect(columnOf(register, name)).toBeUndefined()
    expect(allColumns(register).length).toBe(11 + Object.keys(register.fields).length)
  })
})

describe('the plan from the database to the definition', () => {
  const all = plan('s', register, { current: undefined, past: undefined })
  const columns = new Map(allColumns(register).map(({ field, type }) => [columnName(field), type.replace(', ', ',')]))
  const indexes = new Set(all.flatMap(({ sql }) => /^create index "([^"]+)"/.exec(sql)?.[1] ?? []))

  test('is nothing when both agree', () => {
    expect(plan('s', register, { current: { columns, indexes }, past: { columns, indexes } })).toEqual([])
  })

  test('never drops, renames or retypes', () => {
    const older: Register = { ...register, fields: { text: register.fields['text']! }, sorts: [], search: [] }

    expect(plan('s', older, { current: { columns, indexes }, past: { columns, indexes } })).toEqual([])
    expect(all.map(({ sql }) => sql).join()).not.toMatch(/\b(drop|rename|alter column)\b/)
  })

  test('gives every index to both tables, except those of columns that only present entries have', () => {
    const own = [...indexes].filter((name) => name.startsWith('every_kind__')).map((name) => name.replace('every_kind__', ''))
    const past = [...indexes]
      .filter((name) => name.startsWith('every_kind_version__'))
      .map((name) => name.replace('every_kind_version__', ''))

    expect(own.filter((name) => name !== 'tokens' && name !== 'xid')).toEqual(past)
    expect(own).toEqual(expect.arrayContaining(['tokens', 'xid']))
  })

  test('puts no limit on past versions', () => {
    const past = plan('s', technology, { current: undefined, past: undefined }).find(({ sql }) => sql.includes('"technology_version" ('))!

    expect(past.sql).not.toMatch(/"title" [^,]*not null/)
  })
})

describe('contributions', () => {
  const published = { state: 'published', area: '320583', completedOn: '2026-01-01', countsOn: '2026-03-01', createdOn: '2025-12-01' }

  test('of a published entry count on the day of its document', () => {
    expect(contributionsOf(technology, published)).toEqual([
      { indicator: 'technology_breakthroughs', ruleVersion: 2, measure: 'published', area: '320583', countsOn: '2026-03-01', amount: 1 },
    ])
  })

  test('of nothing, of a withdrawn entry and of one without its day are none', () => {
    for (const row of [undefined, { ...published, state: 'withdrawn' }, { ...published, countsOn: null }])
      expect(contributionsOf(technology, row)).toEqual([])
  })

  test('of an area that changed leave the old one and enter the new one', () => {
    const [before, after] = [contributionsOf(technology, published), contributionsOf(technology, { ...published, area: '320115' })]

    expect(difference(before, after).map(({ area, amount }) => [area, amount])).toEqual([
      ['320583', -1],
      ['320115', 1],
    ])
  })

  test('before plus the difference are after, and no difference moves nothing', () => {
    const contribution: fc.Arbitrary<Contribution> = fc.record({
      indicator: fc.constantFrom('a', 'b'),
      ruleVersion: fc.constantFrom(1, 2),
      measure: fc.constantFrom('x', 'y'),
      area: fc.constantFrom('320583', '320115'),
      countsOn: fc.constantFrom('2026-01-01', '2026-02-01'),
      amount: fc.constantFrom(1, -1),
    })
    fc.assert(
      fc.property(fc.array(contribution, { maxLength: 6 }), fc.array(contribution, { maxLength: 6 }), (before, after) => {
        expect(sums([...before, ...difference(before, after)])).toEqual(sums(after))
        expect(difference(after, after)).toEqual([])
        expect(difference(before, after).every(({ amount }) => amount !== 0)).toBe(true)
      }),
      { seed: 1 },
    )
  })
})

describe('faults', () => {
  const faultsOf = (values: unknown) => faultsFrom(createSchema(technology).safeParse(values, { reportInput: true }).error!, technology)

  test('are told all at once, each by its path with the label of its field', () => {
    const faults = faultsOf({ area: 'x', trlAfter: 'nine', evidence: [{ type: 'gossip', files: [] }], batch: 'x', colour: 1 })

    expect(faults.map(({ path }) => path).sort()).toEqual(['area', 'batch', 'colour', 'evidence.0.type', 'title', 'trlAfter'])
    expect(faults.find(({ path }) => path === 'evidence.0.type')).toMatchObject({ label: { zh: '佐证材料' } })
    expect(faults.find(({ path }) => path === 'colour')).not.toHaveProperty('label')
  })

  test.each([undefined, null])('of a field that must be filled and is %s say so', (title) => {
    expect(faultsOf({ area: '320583', title })).toEqual([
      { path: 'title', label: technology.fields.title.label, message: { zh: '必须填写', en: 'must be filled in' } },
    ])
  })

  test('have both languages even where a kind says nothing of its own', () => {
    for (const { message } of faultsOf({ title: 5, area: null, evidence: 'x', keyFigures: [5], sealedForm: [{ sha256: 'x' }] })) {
      expect(message.zh).toMatch(/\p{Script=Han}/u)
      expect(message.en).toMatch(/[a-z]{3}/)
    }
  })
})

describe('schemas', () => {
  test('of a change take any field alone, and not the emptying of one that must be filled', () => {
    const edit = editSchema(technology)

    expect(edit.safeParse({}).success).toBe(true)
    expect(edit.safeParse({ contact: null }).success).toBe(true)
    expect(edit.safeParse({ title: null }).success).toBe(false)
    expect(edit.safeParse({ documentNo: '1号' }).success).toBe(false)
  })

  test('can be said as JSON Schema, for the description of the API', () => {
    for (const schema of [createSchema(register), editSchema(technology)])
      expect(z.toJSONSchema(schema, { io: 'input' })).toHaveProperty('properties')
  })
})

describe('the form', () => {
  test('groups fields by section and puts the rest last', () => {
    const sections = describeForm({ ...register, sections: [{ label: { zh: '一', en: 'One' }, fields: ['text'] }] }, []).sections

    expect(sections[0]!.fields).toEqual(['text'])
    expect(sections[1]).toMatchObject({ label: { zh: '其他' } })
    expect(sections[1]!.fields).not.toContain('text')
  })

  test('knows codes, columns, limits and what a picker chooses from', () => {
    const field = (name: string) => describeForm(register, []).fields.find((each) => each.name === name)!

    expect(field('choice').codes).toHaveLength(3)
    expect(field('rows').columns!.map(({ name }) => name)).toContain('papers')
    expect(field('ref').refersTo).toBe('org_unit')
    expect(field('integer')).toMatchObject({ least: -1000, most: 1_000_000, unit: '台' })
    expect(describeForm(technology, []).fields.find(({ name }) => name === 'batch')).toMatchObject({ writable: false })
  })
})

function sums(contributions: readonly Contribution[]): Record<string, number> {
  const all = new Map<string, number>()
  for (const { amount, ...key } of contributions) all.set(JSON.stringify(key), (all.get(JSON.stringify(key)) ?? 0) + amount)
  return Object.fromEntries([...all].filter(([, amount]) => amount !== 0))
}
