import type { Refusal } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import type { CellFault } from './import-rows.ts'
import { Refused } from './refused.ts'

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

export function asFaults(register: Register, refusal: Refusal): readonly CellFault[] {
  const { faults, words, kind } = refusal
  if (faults && faults.length > 0) return faults
  const area = register.area === undefined ? undefined : register.fields[register.area]
  return kind === 'forbidden' && area ? [notHere(register.area!, area.label, words)] : [{ path: '', message: words }]
}

/** In a sheet a right is wanting most often because the row lies elsewhere. */
function notHere(path: string, label: Words, { zh, en }: Words): CellFault {
  return {
    path,
    label,
    message: {
      zh: `${zh}；“${label.zh}”填错的请改正，其他地区的由该地岗位填报`,
      en: `${en}; correct “${label.en}” if it is wrong, and leave the rows of other areas to the posts there`,
    },
  }
}
