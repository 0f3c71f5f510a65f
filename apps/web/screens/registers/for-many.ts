import type { RegisterDescription } from '#contract/entries.ts'
import type { MoveDescription } from '../../api/types.ts'

/** What can be said once for all that were chosen. */
const ALIKE = new Set(['day', 'choice', 'check', 'number'])

/** Whether one answer does for many entries: what asks for papers or places of each is done one by one. */
export function isForMany({ via, asks = [] }: MoveDescription, fields: RegisterDescription['fields']): boolean {
  return via === undefined && asks.every((name) => ALIKE.has(fields.find((field) => field.name === name)?.control ?? ''))
}
