import type { Register } from '#engine/define/register.ts'

/** Whether people fill a register in by sheets; what only commands make has none. */
export function isLaidOut({ createVia }: Register): boolean {
  return createVia === undefined
}
