import { holds, isFilled, type Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { FieldFault } from '#engine/define/refusal.ts'
import type { Check, Register } from '#engine/define/register.ts'

/** What stands against a move: its own needs, and the fields that must be filled before an entry leaves the hands of its author. */
export function missingFor(register: Register, move: string, row: Row, actor: Actor): readonly FieldFault[] {
  const from = register.states[String(row['state'])]
  const to = register.states[from?.moves[move] ?? '']
  const leaves = from?.editable === true && to !== undefined && !to.editable && to.tone !== 'bad'
  const empty = leaves ? Object.entries(register.fields).filter(([name, field]) => field.needed && !isFilled(row[name])) : []
  return [
    ...empty.map(([path, { label }]) => ({ path, label, message: { zh: `“${label.zh}”未填`, en: `“${label.en}” is empty` } })),
    ...failing(register.moves[move]?.needs ?? [], register, row, actor),
  ]
}

/** The checks that an entry does not fulfil. */
export function failing(checks: readonly Check[], register: Register, row: Row, actor: Actor): readonly FieldFault[] {
  return checks
    .filter(({ that }) => !holds(that, register, row, actor))
    .map(({ otherwise, field }) => ({ path: field ?? '', message: otherwise }))
}
