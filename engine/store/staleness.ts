import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register, RowOf } from '#engine/define/register.ts'

/** The refusal for who saw an older version than the one that stands. */
export function staleness(row: RowOf<Register>, seen: number): Refusal | undefined {
  if (row.version === seen) return undefined
  return refuse(
    'stale',
    'entry.stale',
    '这条记录已被他人修改，请对照后再保存；您填写的内容仍保留在本机',
    'somebody else has changed this entry; compare and save again, what you typed is kept',
    { current: row },
  )
}
