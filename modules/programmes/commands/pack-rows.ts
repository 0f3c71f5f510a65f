import type { Id } from '#engine/define/id.ts'
import type { Register, RowOf } from '#engine/define/register.ts'
import type { Call } from '#engine/store/call.ts'
import { countedIndicators, target } from '#modules/plans/index.ts'
import { namesInUse, unitOf } from '#modules/tasks/index.ts'
import { REGISTER_OF } from '../queries/part-registers.ts'
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

type PartRow = RowOf<Register>

/** The entries in force that parts of a pack stand for, by kind and key, with the command's locks on them. */
export type PackRows = Readonly<Record<PartKind, ReadonlyMap<string, PartRow>>>

const OWN_KINDS = ['targets', 'tasks', 'registers'] as const

/** Entries of the plan that came from a pack; and those shared with other plans that `keys` name, whoever made them. */
export async function packRows(call: Call, plan: Id<'plan'> | null, keys: readonly string[]): Promise<PackRows> {
  const rows = Object.fromEntries(PART_KINDS.map((kind) => [kind, new Map<string, PartRow>()])) as Record<PartKind, Map<string, PartRow>> // every kind
  for (const kind of plan === null ? [] : OWN_KINDS) {
    const condition = { all: [{ field: 'plan', is: plan as string }, { field: 'packKey', filled: true }, IN_FORCE] }
    for (const row of await call.find(REGISTER_OF[kind], condition)) rows[kind].set(String(valuesOf(row)['packKey']), row)
  }
  for (const kind of SHARED_KINDS) for (const row of await sharedRows(call, kind, keys)) rows[kind].set(sharedKey(kind, valuesOf(row)), row)
  return rows
}

const IN_FORCE = { field: 'state', oneOf: ['active', 'planned'] }

async function sharedRows(call: Call, kind: SharedKind, keys: readonly string[]): Promise<readonly PartRow[]> {
  const [field] = KEY_FIELDS[kind]
  // No code or indicator has a full stop before its own key ends the first field.
  const named = new Set(keys.map(kindOfKey).flatMap((key) => (key.kind === kind ? [key.own.split('.')[0]!] : [])))
  return named.size === 0 ? [] : await call.find(REGISTER_OF[kind], { field, oneOf: [...named] })
}

function valuesOf(row: PartRow): Readonly<Record<string, unknown>> {
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

/** Writes fields of a new version into one part. */
export async function changePart(call: Call, rows: PackRows, key: string, fields: Parts[string], pack: Pack): Promise<void> {
  const { kind, own } = kindOfKey(key)
  const row = rows[kind].get(own)
  if (row) call.change(REGISTER_OF[kind], row, await asWritten(call, rows, kind, own, fields, pack))
}

/** Fields come from a pack that its schema has checked, of the same names as the register's; what points elsewhere is looked up here. */
async function asWritten(
  call: Call,
  rows: PackRows,
  kind: PartKind,
  own: string,
  fields: Parts[string],
  pack: Pack,
): Promise<Parts[string]> {
  if (kind === 'targets') return { ...fields, ...headline(call, rows, own, fields, pack) }
  if (kind === 'settings') return { ...fields, reason: pack.settings.find((each) => sharedKey(kind, each) === own)?.reason ?? null }
  if (kind !== 'tasks' || !(fields['lead'] ?? fields['support'])) return fields
  const names = await namesInUse(call.facts.store, call.today)
  const units = (given: unknown) => (given as Pack['tasks'][number]['lead']).map(({ name, origin }) => ({ ...unitOf(name, origin, names) })) // see above
  const both = ['lead', 'support'].filter((field) => fields[field] !== undefined)
  return { ...fields, ...Object.fromEntries(both.map((field) => [field, units(fields[field])])) }
}

/** The headline as an entry, and with a relation the reason for it. */
function headline(call: Call, rows: PackRows, own: string, fields: Parts[string], pack: Pack): Parts[string] {
  const { parent, relation } = fields
  const why = pack.targets.find(({ key }) => key === own)?.relationWhy
  return {
    ...(parent !== undefined && {
      parent: parent === null ? null : (rows.targets.get(String(parent))?.id ?? madeNow(call, String(parent))),
    }),
    ...(relation !== undefined && why && { relationWhy: { ...why } }),
  }
}

/** A headline that came with this very version. */
function madeNow(call: Call, key: string): string | null {
  const made = call.touched.find(({ register, after }) => register === target && after['packKey'] === key)
  return made ? String(made.after['id']) : null
}

/** What a question is answered with when nobody decided; `key` is indicator.setting. */
function standardChoice(call: Call, key: string): string | undefined {
  const [indicator, setting = ''] = key.split('.')
  return countedIndicators(call.facts.store.catalogue).find(({ code }) => code === indicator)?.rule.settings?.[setting]?.standard
}

/** Takes a part out: of the plan, by its move; what is shared ends today and keeps its row; a choice goes back to the standard one. */
export function takeOutPart(call: Call, rows: PackRows, key: string): void {
  const { kind, own } = kindOfKey(key)
  const row = rows[kind].get(own)
  if (!row) return
  const standard = kind === 'settings' ? standardChoice(call, own) : undefined
  if (kind === 'targets' || kind === 'tasks' || kind === 'registers') call.move(REGISTER_OF[kind], [row], 'takeOut')
  else if (kind !== 'settings') call.change(REGISTER_OF[kind], row, { untilOn: call.today })
  else if (standard !== undefined) call.change(REGISTER_OF[kind], row, { choice: standard, reason: call.reason ?? '' })
}

/** A pack as it was kept; its schema fills what older packs did not have. */
export function keptPack(base: unknown): Pack {
  return packSchema.parse(base)
}
