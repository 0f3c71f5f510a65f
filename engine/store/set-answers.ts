import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register, RowOf } from '#engine/define/register.ts'
import type { Call } from './call.ts'
import { titleOf } from './call-refusals.ts'

/** What a write to a set answers: the event it is, and the entries in the order in which they were given. */
export interface SetWritten {
  readonly event: string
  readonly entries: readonly { readonly id: string; readonly version: number; readonly state: string }[]
}

/** The answer of a set that was written. */
export function setWritten(call: Call, ids: readonly string[]): SetWritten {
  const after = new Map(call.touched.map((touched) => [String(touched.after['id']), touched.after]))
  return {
    event: call.facts.event,
    entries: ids.map((entry) => ({ id: entry, version: Number(after.get(entry)!['version']), state: String(after.get(entry)!['state']) })),
  }
}

/** How many of the entries that stand against a set are named in its sentence; all of them are among its faults. */
const NAMED = 5

/** An entry that stands against a set, and why. */
export interface AgainstSet {
  readonly row: RowOf<Register>
  readonly refusal: Refusal
}

/** The refusal of a whole set for those of its entries that stand against it. */
export function setRefused(register: Register, asked: number, refusals: readonly AgainstSet[]): Refusal {
  const named = refusals.slice(0, NAMED).map(({ refusal }) => refusal.words)
  const more = refusals.length > NAMED
  return refuse(
    'invalid',
    'entry.set-refused',
    `所选 ${asked} 条中有 ${refusals.length} 条不能办理，全部未办理：${named.map(({ zh }) => zh).join('；')}${more ? '等' : ''}`,
    `${refusals.length} of ${asked} entries cannot take this, so none was: ${named.map(({ en }) => en).join('; ')}${more ? ' …' : ''}`,
    {
      faults: refusals.map(({ row, refusal }) => ({
        path: row.id,
        label: { zh: titleOf(register, row), en: titleOf(register, row) },
        message: refusal.words,
      })),
    },
  )
}
