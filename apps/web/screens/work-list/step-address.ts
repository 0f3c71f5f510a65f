import type { WorkList } from '#contract/work-list.ts'
import { entryAddress } from '../../frame/entry-address.ts'

/** Where the next step is made: the page of the call, batch or document for what has no page of its own, the checking queue for many. */
export function stepAddress({ register, id, under, many }: WorkList['items'][number]) {
  if (register === 'objection' || register === 'plan_item')
    return under ? entryAddress(under.register, under.id) : entryAddress(register, id)
  if (many === 1) return entryAddress(register, id)
  if (register === 'recommendation' && under) return entryAddress(under.register, under.id)
  return { to: '/checking/$register', params: { register } } as const
}
