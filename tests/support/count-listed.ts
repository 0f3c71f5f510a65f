import { listQuestion, pageQuery } from '#apps/api/list-question.ts'
import type { ListLook } from '#contract/views.ts'
import type { Actor } from '#engine/define/actor.ts'
import { isRefusal } from '#engine/define/refusal.ts'
import type { Store } from '#engine/store/context.ts'
import { countUpTo } from '#engine/store/list.ts'
import { poolReader } from '#engine/store/read.ts'

const CAP = 10_000

/** How many entries the list of a register shows to a person when it is opened like this, up to 10,000. */
export async function countListed(store: Store, actor: Actor, name: string, look: Pick<ListLook, 'state' | 'late' | 'area' | 'f'>) {
  const register = store.catalogue.need(name)
  const { late, f = {}, ...rest } = look
  const choices = Object.fromEntries(Object.entries(f).map(([field, codes]) => [`f.${field}`, codes]))
  const address = { ...rest, ...(late && { late: String(late) }), ...choices }
  const question = await listQuestion({ register, store }, pageQuery.safeParse(address), address)
  if (isRefusal(question)) throw new Error(question.words.zh)
  return countUpTo(poolReader(store), store, register, actor, question, CAP)
}
