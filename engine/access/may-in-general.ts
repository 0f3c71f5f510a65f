import type { Actor } from '#engine/define/actor.ts'
import type { Register } from '#engine/define/register.ts'
import { holds, type Row } from './holds.ts'

/** Whether a right of the register could hold for some entry: it is only shut out when no entry could make it hold. */
export function mayInGeneral(register: Register, actor: Actor, right: string): boolean {
  // Whoever may make none has none of his own to change.
  const createdBy = right === 'edit' ? undefined : actor.person
  const probe: Row = new Proxy(
    {},
    {
      get: (_row, field) => ({ [register.area ?? '']: actor.area, createdBy, leadUnit: actor.unit, unit: actor.unit })[String(field)],
    },
  )
  return register.access[right] !== undefined && holds(register.access[right], register, probe, actor)
}
