import type { Call } from '#engine/store/call.ts'
import { countedIndicators, target } from '#modules/plans/index.ts'
import { namesInUse, unitOf } from '#modules/tasks/index.ts'
import type { PackRows } from '../queries/pack-rows.ts'
import { REGISTER_OF } from '../queries/part-registers.ts'
import type { Parts } from '../rules/merge-pack.ts'
import type { Pack } from '../rules/pack-format.ts'
import { kindOfKey, type PartKind, sharedKey } from '../rules/pack-parts.ts'

const GIVEN_OUT: ReadonlySet<string> = new Set(['assigned', 'running'])

/** Writes fields of a new version into one part. */
export async function changePart(call: Call, rows: PackRows, key: string, fields: Parts[string], pack: Pack): Promise<void> {
  const { kind, own } = kindOfKey(key)
  const row = rows[kind].get(own)
  if (!row) return
  const written = await asWritten(call, rows, kind, own, fields, pack)
  // A task that was given out goes through being adjusted, so that its units hear of it; a person decided that.
  if (kind === 'tasks' && GIVEN_OUT.has(row.state)) call.move(REGISTER_OF[kind], [row], 'revise', written)
  else call.change(REGISTER_OF[kind], row, written)
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

/** Takes a part out: of the plan, by its move; what is shared ends today and keeps its row; a choice and a layout go back to the standard. */
export function takeOutPart(call: Call, rows: PackRows, key: string): void {
  const { kind, own } = kindOfKey(key)
  const row = rows[kind].get(own)
  if (!row) return
  const standard = kind === 'settings' ? standardChoice(call, own) : undefined
  if (kind === 'tasks' && row.state !== 'planned') call.move(REGISTER_OF[kind], [row], 'drop')
  else if (kind === 'targets' || kind === 'tasks' || kind === 'registers') call.move(REGISTER_OF[kind], [row], 'takeOut')
  else if (kind === 'sheets') call.move(REGISTER_OF[kind], [row], 'restore')
  else if (kind !== 'settings') call.change(REGISTER_OF[kind], row, { untilOn: call.today })
  else if (standard !== undefined) call.change(REGISTER_OF[kind], row, { choice: standard, reason: call.reason ?? '' })
}
