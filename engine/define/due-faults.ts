import { columnOf } from '#engine/derive/columns.ts'
import { kindOf } from '#engine/kinds/index.ts'
import type { Register } from './register.ts'

/** What is wrong with the days that a register names for its moves, and with what it puts its entries under. */
export function dueFaults(register: Register): readonly string[] {
  const { under, moves } = register
  return [
    ...Object.entries(moves)
      .filter(([, { invites }]) => invites !== undefined && register.fields[invites]?.kind !== 'text')
      .map(([move, { invites }]) => `move ${move} invites to ${invites}, which is no text with the name of a register`),
    ...(under === undefined || isReference(register, under) ? [] : [`entries cannot be put under ${under}, which is no reference`]),
    ...Object.entries(moves).flatMap(([move, { due }]) => {
      if (!due) return []
      // The field of another entry is looked for when the catalogue is put together.
      if ('field' in due && due.ref !== undefined)
        return isReference(register, due.ref) ? [] : [`move ${move} is due by ${due.ref}, which is no reference`]
      const day = 'field' in due ? due.field : due.from
      return day === undefined || columnOf(register, day)?.type === 'date' ? [] : [`move ${move} is due by ${day}, which is no day`]
    }),
  ]
}

function isReference({ fields }: Register, name: string): boolean {
  const field = fields[name]
  return field !== undefined && kindOf(field).refersTo?.(field) !== undefined
}
