import type { Expression } from '#engine/define/expression.ts'
import { type Task, task } from '../registers/task.register.ts'

/** Tasks that belong to their plan: what was taken out or ended does not. */
export const STANDING: Expression = { not: { field: 'state', oneOf: ['leftOut', 'terminated'] } }

/** Nobody has been given it yet, or it is being adjusted: it is edited like any other entry. */
export function isOpenToChange({ state }: Task): boolean {
  const standing = task.states[state]
  return 'editable' in standing && standing.editable
}
