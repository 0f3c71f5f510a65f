import type { Call } from '#engine/store/call.ts'
import { engineTable } from '#engine/store/context.ts'
import { ask, clientReader } from '#engine/store/read.ts'
import { newId } from '#platform/clock/id.ts'

/** Puts a test for one address into the outbox; the address is sealed and belongs to this message only. */
export async function queueTest({ facts: { store, client, now }, actor }: Call, channel: string, to: string): Promise<string> {
  const id = newId(store.clock)
  const text = `insert into ${engineTable(store, 'outbox')} (id, channel, person, kind, due_at, made_at, address) values ($1, $2, $3, 'test', $4, $4, $5)`
  await ask(clientReader(client), text, [id, channel, actor.person, now, store.secrets.seal(to, `message ${id}`)])
  return id
}

/** Sets messages that are to be sent again back to their beginning; those they went out with come along. */
export async function releaseMessages(call: Call, messages: readonly string[]): Promise<readonly { readonly channel: string }[]> {
  return change(
    call,
    messages,
    `state = 'waiting', due_at = $2, tries = 0, leased_until = null, reason = null, ended_at = null`,
    RELEASABLE,
  )
}

/** Messages that are not to be sent any more, whatever a process that has just taken one on may answer. */
export async function giveUpMessages(call: Call, messages: readonly string[]): Promise<readonly { readonly channel: string }[]> {
  return change(call, messages, `state = 'given_up', ended_at = $2, leased_until = null`, `own.state in ('waiting', 'failed')`)
}

/** Not one that a process is sending right now. */
const RELEASABLE = `(own.state in ('failed', 'given_up') or own.state = 'waiting' and (own.leased_until is null or own.leased_until <= $2))`

async function change({ facts: { store, client, now } }: Call, messages: readonly string[], set: string, condition: string) {
  const outbox = engineTable(store, 'outbox')
  const reader = clientReader(client)
  // Claims take the same lock: neither waits for the other with rows in hand.
  await ask(reader, `select pg_advisory_xact_lock(hashtextextended($1, 0))`, [outbox])
  const text = `update ${outbox} own set ${set}
    where (own.id = any($1) or own.part_of = any($1)) and ${condition} returning own.channel, own.part_of`
  const rows = await ask(reader, text, [[...messages], now])
  return rows.filter(({ part_of: part }) => part === null).map(({ channel }) => ({ channel: String(channel) }))
}
