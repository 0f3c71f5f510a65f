import type { Words } from '#engine/define/words.ts'
import { engineTable, type Store } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import type { Sent } from '#platform/delivery/channel.ts'
import { nextTryIn } from '../rules/next-try.ts'
import type { Claimed } from './outbox-claim.ts'

/** Keeps what became of a message and of those that went out with it; one that was given up meanwhile stays so. */
export async function markSent(store: Store, message: Claimed, sent: Sent): Promise<void> {
  if (sent.outcome === 'accepted') return accepted(store, message, sent.receipt)
  const wait = sent.outcome === 'again' ? nextTryIn(message.tries, message.id, sent.afterSeconds) : undefined
  return wait === undefined ? failed(store, message, sent.reason) : later(store, message, sent.reason, wait)
}

async function accepted(store: Store, { id }: Claimed, receipt: string | null): Promise<void> {
  const text = `update ${engineTable(store, 'outbox')} set state = 'sent', sent_at = $2, leased_until = null, reason = null, receipt = case when id = $1 then $3 end
    where (id = $1 or part_of = $1) and state = 'waiting'`
  await ask(poolReader(store), text, [id, store.clock.now(), receipt])
}

async function failed(store: Store, { id }: Claimed, reason: Words): Promise<void> {
  const text = `update ${engineTable(store, 'outbox')} set state = 'failed', ended_at = $2, leased_until = null, reason = $3
    where (id = $1 or part_of = $1) and state = 'waiting'`
  await ask(poolReader(store), text, [id, store.clock.now(), JSON.stringify(reason)])
}

async function later(store: Store, { id }: Claimed, reason: Words, milliseconds: number): Promise<void> {
  const text = `update ${engineTable(store, 'outbox')} set due_at = $2, leased_until = null, reason = $3 where id = $1 and state = 'waiting'`
  await ask(poolReader(store), text, [id, new Date(store.clock.now().getTime() + milliseconds), JSON.stringify(reason)])
}
