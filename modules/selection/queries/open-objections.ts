import { type Store, tableOf } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { objection } from '../registers/objection.register.ts'

/** The objections to a batch that are not settled, whoever asks: for `againstOpenObjections`. */
export async function openObjections(store: Store, batch: string): Promise<readonly { readonly title: string }[]> {
  const text = `select title from ${tableOf(store, objection)} where batch = $1 and state = 'received' order by no`
  return (await ask(poolReader(store), text, [batch])).map(({ title }) => ({ title: String(title) }))
}
