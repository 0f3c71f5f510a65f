import type { Parts } from './merge-pack.ts'
import type { Pack } from './pack-format.ts'

/** The kinds of parts that an upgrade looks at, and of each the fields a new version may change. */
export const PART_FIELDS = {
  targets: [
    'title',
    'low',
    'high',
    'unit',
    'comparator',
    'qualifier',
    'deadline',
    'period',
    'indicator',
    'part',
    'strength',
    'approximate',
    'kind',
    'scope',
  ],
  tasks: ['title', 'actionClass', 'dueYear', 'lead', 'support', 'joint', 'note'],
  registers: ['name', 'kind', 'register'],
  settings: ['choice'],
} as const

export type PartKind = keyof typeof PART_FIELDS

/** A pack's parts by key: targets/target-1000 → its fields. */
export function partsOf(pack: Pick<Pack, PartKind>): Parts {
  return Object.fromEntries(
    (Object.keys(PART_FIELDS) as PartKind[]).flatMap((kind) =>
      pack[kind].map((part): [string, Readonly<Record<string, unknown>>] => [partKey(kind, part.key), fieldsOf(kind, part)]),
    ),
  )
}

export function partKey(kind: PartKind, key: string): string {
  return `${kind}/${key}`
}

/** An entry's or a pack's part as it is compared: decimals without empty places, units by name and origin. */
export function fieldsOf(kind: PartKind, row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(PART_FIELDS[kind].map((field) => [field, comparable(field, row[field] ?? null)]))
}

function comparable(field: string, value: unknown): unknown {
  if ((field === 'low' || field === 'high') && typeof value === 'string') return String(Number(value))
  if (field === 'lead' || field === 'support')
    return (Array.isArray(value) ? value : []).map(({ name, origin }: { name: string; origin?: string | null }) => ({ name, origin }))
  return value
}
