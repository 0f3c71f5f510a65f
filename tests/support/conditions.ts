import fc from 'fast-check'
import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Expression, Scalar } from '#engine/define/expression.ts'
import type { Id } from '#engine/define/id.ts'
import { AREAS } from './every-kind.ts'

export const ROLES = ['planner', 'city_clerk', 'county_clerk', 'applicant', 'auditor'] as const

/** People with any of the roles, units and areas; some of them are those that rows name. */
export function actors({ units, people }: { readonly units: readonly string[]; readonly people: readonly string[] }): fc.Arbitrary<Actor> {
  return fc.record({
    person: fc.constantFrom(...people) as fc.Arbitrary<Id<'person'>>,
    post: fc.uuid() as fc.Arbitrary<Id<'post'>>,
    unit: fc.constantFrom(...units) as fc.Arbitrary<Id<'org_unit'>>,
    roles: fc.subarray([...ROLES]).map((roles) => new Set<string>(roles)),
    area: fc.constantFrom(...AREAS),
  })
}

/** Conditions about entries of `everyKind`, with values that its rows hold and some that none does. */
export function conditions(rows: readonly Row[]): fc.Arbitrary<Expression> {
  const { condition } = fc.letrec<{ condition: Expression }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 6, arbitrary: comparison(rows) },
      { weight: 2, arbitrary: aboutActor },
      { weight: 2, arbitrary: fc.array(tie('condition'), { maxLength: 3 }).map((all): Expression => ({ all })) },
      { weight: 2, arbitrary: fc.array(tie('condition'), { maxLength: 3 }).map((any): Expression => ({ any })) },
      { weight: 2, arbitrary: tie('condition').map((not): Expression => ({ not })) },
      { weight: 1, arbitrary: fc.boolean().map((always): Expression => ({ always })) },
    ),
  }))
  return condition
}

const aboutActor: fc.Arbitrary<Expression> = fc.oneof(
  fc.constantFrom(...ROLES).map((role) => ({ role })),
  fc.constantFrom<Expression>({ ownUnit: 'ref' }, { withinArea: 'area' }, { ownPerson: 'owner' }, { ownPerson: 'createdBy' }),
)

/** Fields of which larger and smaller can be asked, and those that are only equal or not. */
const ORDERED = [
  'day',
  'decimal',
  'integer',
  'year',
  'money',
  'area',
  'text',
  'paragraph',
  'choice',
  'uscc',
  'version',
  'changedAt',
  'createdOn',
  'state',
  'no',
]
const EQUAL = [...ORDERED, 'check', 'ref', 'owner']
const TEXTS = ['text', 'paragraph', 'choice', 'uscc', 'area', 'state']
const ALL = [...EQUAL, 'files', 'json', 'mail', 'phone', 'rows']

function comparison(rows: readonly Row[]): fc.Arbitrary<Expression> {
  const known = (field: string): fc.Arbitrary<Scalar> => {
    const own = [...new Set(rows.map((row) => row[field]).filter((value) => value !== null && value !== undefined))] as Scalar[]
    return own.length === 0 ? fc.constantFrom<Scalar>(...(FALLBACK[field] ?? ['x'])) : fc.constantFrom(...own)
  }
  const scalar = (field: string) =>
    fc.oneof(
      { weight: 5, arbitrary: known(field) },
      { weight: 1, arbitrary: fc.constantFrom<Scalar>(...(FALLBACK[field] ?? ['甲', 'É', '\'%_"\\', ''])) },
    )
  const on = <Value>(fields: readonly string[], value: (field: string) => fc.Arbitrary<Value>) =>
    fc.constantFrom(...fields).chain((field) => value(field).map((given) => ({ field, given })))
  return fc.oneof(
    on(EQUAL, scalar).map(({ field, given }): Expression => ({ field, is: given })),
    on(EQUAL, (field) => fc.array(scalar(field), { maxLength: 4 })).map(({ field, given }): Expression => ({ field, oneOf: given })),
    on(ORDERED, scalar).map(({ field, given }): Expression => ({ field, atLeast: given })),
    on(ORDERED, scalar).map(({ field, given }): Expression => ({ field, atMost: given })),
    on(ALL, () => fc.boolean()).map(({ field, given }): Expression => ({ field, filled: given })),
    on(TEXTS, (field) =>
      fc.tuple(scalar(field), fc.nat(8), fc.integer({ min: 1, max: 4 }), fc.constantFrom('asIs', 'upper', 'lower')).map(piece),
    ).map(({ field, given }): Expression => ({ field, has: given })),
    on(['area'], () => fc.constantFrom(...AREAS)).map(({ field, given }): Expression => ({ field, within: given })),
    inRow(rows).map((some): Expression => ({ field: 'rows', some })),
  )
}

/** Values of no row, and forms in which an address gives numbers. */
const FALLBACK: Readonly<Record<string, readonly Scalar[]>> = {
  day: ['2026-02-28', '0001-01-01'],
  decimal: ['0', '-0.5', '00.50', 3],
  integer: [0, -7, '5'],
  year: [2026, 1, '2027'],
  money: ['0', '0.50', 12],
  version: [1, '2'],
  no: [1, '3'],
  check: [true, false, 'true'],
  changedAt: ['2026-06-01T01:00:00.000Z'],
  createdOn: ['2026-06-01'],
  ref: ['00000000-0000-7000-8000-000000000000'],
  owner: ['00000000-0000-7000-8000-000000000000'],
}

/** A piece of a text, in its own or another case. */
function piece([text, from, length, letters]: [Scalar, number, number, string]): string {
  const cut = [...String(text)].slice(from, from + length).join('') || 'A'
  return letters === 'upper' ? cut.toUpperCase() : letters === 'lower' ? cut.toLowerCase() : cut
}

/** Conditions on one row of the sub-table. */
function inRow(rows: readonly Row[]): fc.Arbitrary<Expression> {
  const cells = rows.flatMap((row) => (row['rows'] ?? []) as readonly Row[])
  const columns = ['name', 'type', 'place', 'on', 'count', 'cost', 'unit']
  const values = columns
    .flatMap((field) => cells.map((cell) => ({ field, is: cell[field] as Scalar | null | undefined })))
    .filter(({ is }) => is !== null && is !== undefined) as { field: string; is: Scalar }[]
  const is = fc.constantFrom(...values, { field: 'name', is: '没有' })
  const simple: fc.Arbitrary<Expression> = fc.oneof(
    is,
    is.map(({ field, is: one }): Expression => ({ field, oneOf: [one, '没有'] })),
    fc.record({ field: fc.constantFrom(...columns, 'papers'), filled: fc.boolean() }),
    fc.constant<Expression>({ ownUnit: 'unit' }),
  )
  return fc.oneof(
    simple,
    simple.map((not): Expression => ({ not })),
    fc.array(simple, { maxLength: 3 }).map((all): Expression => ({ all })),
    fc.array(simple, { maxLength: 2 }).map((any): Expression => ({ any })),
  )
}
