import type { Refusal } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { Refused } from './call.ts'
import type { CellFault } from './import-rows.ts'

/** A refusal as faults of the row: what names a field stands at its cell, a right that is wanting at the area's. */
export function faultsOf(register: Register, act: () => void): readonly CellFault[] {
  try {
    act()
    return []
  } catch (error) {
    if (error instanceof Refused) return asFaults(register, error.refusal)
    throw error
  }
}

export function asFaults(register: Register, { faults, words, kind }: Refusal): readonly CellFault[] {
  const place = kind === 'forbidden' ? (register.area ?? '') : ''
  return faults && faults.length > 0 ? faults : [{ path: place, message: words }]
}
