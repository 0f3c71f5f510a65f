import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Register } from '#engine/define/register.ts'

/**
 * Whether an entry was filled in for another unit, told when its unit is first known: at the creation of the entry, or when a
 * draft without a unit gets one. What somebody changes later does not make it theirs.
 */
export function filedForIn({ filedFor }: Register, before: Row | undefined, values: Row, actor: Pick<Actor, 'unit'>): Row {
  const unit = filedFor && values[filedFor.unit]
  if (!filedFor || (before && (typeof before[filedFor.unit] === 'string' || typeof unit !== 'string'))) return {}
  return { [filedFor.field]: typeof unit === 'string' && unit !== actor.unit }
}
