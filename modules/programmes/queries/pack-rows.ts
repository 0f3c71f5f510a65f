import type { Expression } from '#engine/define/expression.ts'
import type { Id } from '#engine/define/id.ts'
import type { Register, RowOf } from '#engine/define/register.ts'
import { STANDING } from '#modules/tasks/index.ts'
import { type TaskStanding, taskStanding } from '../rules/hold-back.ts'
import type { Parts } from '../rules/merge-pack.ts'
import { type Pack, packSchema } from '../rules/pack-format.ts'
import {
  fieldsOf,
  KEY_FIELDS,
  kindOfKey,
  PART_KINDS,
  type PartKind,
  partKey,
  SHARED_KINDS,
  type SharedKind,
  sharedKey,
} from '../rules/pack-parts.ts'
import { REGISTER_OF } from './part-registers.ts'

type PartRow = RowOf<Register>

/** The entries in force that parts of a pack stand for, by kind and key, in a command with its locks on them. */
export type PackRows = Readonly<Record<PartKind, ReadonlyMap<string, PartRow>>>

/** A command, which locks what it finds, or a query's eyes. */
export interface Finder {
  find(register: Register, where: Expression): Promise<readonly PartRow[]>
}

const OWN_KINDS = ['targets', 'tasks', 'registers'] as const

/** Entries of the plan that came from a pack; and those shared with other plans that `keys` name, whoever made them. */
export async function packRows(finder: Finder, plan: Id<'plan'> | null, keys: readonly string[]): Promise<PackRows> {
  const rows = Object.fromEntries(PART_KINDS.map((kind) => [kind, new Map<string, PartRow>()])) as Record<PartKind, Map<string, PartRow>> // every kind
  for (const kind of plan === null ? [] : OWN_KINDS) {
    const standing = kind === 'tasks' ? STANDING : IN_FORCE
    const condition = { all: [{ field: 'plan', is: plan as string }, { field: 'packKey', filled: true }, standing] }
    for (const row of await finder.find(REGISTER_OF[kind], condition)) rows[kind].set(String(valuesOf(row)['packKey']), row)
  }
  for (const kind of SHARED_KINDS)
    for (const row of await sharedRows(finder, kind, keys)) rows[kind].set(sharedKey(kind, valuesOf(row)), row)
  return rows
}

/** Where each task that came from a pack stands, by the key of its part. */
export function taskStandings({ tasks }: PackRows): ReadonlyMap<string, TaskStanding> {
  return new Map([...tasks].map(([key, row]) => [partKey('tasks', key), taskStanding(row.state)]))
}

const IN_FORCE = { field: 'state', oneOf: ['active', 'planned'] }

async function sharedRows(finder: Finder, kind: SharedKind, keys: readonly string[]): Promise<readonly PartRow[]> {
  const [field] = KEY_FIELDS[kind]
  // No code or indicator has a full stop before its own key ends the first field.
  const named = new Set(keys.map(kindOfKey).flatMap((key) => (key.kind === kind ? [key.own.split('.')[0]!] : [])))
  if (named.size === 0) return []
  const condition = { field, oneOf: [...named] }
  // A province that went back to the default has taken the layout out.
  return await finder.find(REGISTER_OF[kind], kind === 'sheets' ? { all: [condition, IN_FORCE] } : condition)
}

/** An entry's values by the names of its fields, whatever its register. */
export function valuesOf(row: PartRow): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(row))
}

/** The parts as the province has them now; a headline is named by its key, as a pack names it. */
export function currentParts(rows: PackRows): Parts {
  const keyOf = new Map([...rows.targets].map(([key, { id }]) => [id as string, key]))
  const named = (kind: PartKind, row: Readonly<Record<string, unknown>>) =>
    kind === 'targets' && row['parent'] ? { ...row, parent: keyOf.get(String(row['parent'])) ?? row['parent'] } : row
  return Object.fromEntries(
    PART_KINDS.flatMap((kind) =>
      [...rows[kind]].map(([key, row]): [string, Parts[string]] => [partKey(kind, key), fieldsOf(kind, named(kind, valuesOf(row)))]),
    ),
  )
}

/** A pack as it was kept; its schema fills what older packs did not have. */
export function keptPack(base: unknown): Pack {
  return packSchema.parse(base)
}
