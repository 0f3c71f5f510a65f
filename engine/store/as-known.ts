import type { Register } from '#engine/define/register.ts'
import { pastTableOf, type Store, tableOf } from './context.ts'
import { selectList } from './rows.ts'

/**
 * The entries of a register as they were known at an instant, as a relation for a statement of a module; columns bear the names of
 * fields. `instant` is a place such as $2; null in it is now.
 */
export function asKnown(store: Store, register: Register, instant: string): string {
  const at = `${instant}::timestamptz`
  const columns = selectList(register)
  return `(select ${columns} from ${tableOf(store, register)} where ${at} is null or changed_at <= ${at}
    union all select ${columns} from ${pastTableOf(store, register)} where changed_at <= ${at} and recorded_to > ${at})`
}
