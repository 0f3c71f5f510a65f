import type { RegisterDescription } from '#contract/entries.ts'
import type { Field, MoveDescription } from '../../api/types.ts'

/** The fields that a move asks for: typed here, though the system writes them at all other times. */
export function askedFields(move: MoveDescription, { fields }: RegisterDescription): readonly Field[] {
  return (move.asks ?? []).flatMap((name) => {
    const field = fields.find((one) => one.name === name)
    return field ? [{ ...field, writable: true, required: true }] : []
  })
}
