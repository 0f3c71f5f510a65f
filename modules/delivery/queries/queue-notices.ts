import { engineTable, type Store } from '#engine/store/context.ts'
import { ask, type Reader } from '#engine/store/read.ts'
import type { KeptNotice, OnKept } from '#modules/collaboration/index.ts'
import { newId } from '#platform/clock/id.ts'
import { activeChannels, type KeptChannel } from './channel-store.ts'
import { reachable } from './recipients.ts'

/** Puts notices into the outbox in the transaction that makes them: one line for each channel that tells the person of this kind. */
export function queueNotices(store: Store): OnKept {
  return async (reader, kept) => {
    const channels = await activeChannels(store, reader)
    if (channels.length === 0) return
    const reached = await reachable(
      store,
      reader,
      kept.map(({ person }) => person),
    )
    const wanted = channels.flatMap((channel) =>
      kept
        .filter((notice) => reached.get(notice.person)?.[channel.settings.transport] && channel.habits.kinds.includes(notice.kind))
        .map((notice) => ({ channel, notice })),
    )
    await insert(store, reader, wanted)
  }
}

async function insert(
  store: Store,
  reader: Reader,
  wanted: readonly { readonly channel: KeptChannel; readonly notice: KeptNotice }[],
): Promise<void> {
  const now = store.clock.now().toISOString()
  const rows = wanted.map(({ channel, notice }) => ({
    id: newId(store.clock),
    channel: channel.id,
    person: notice.person,
    kind: notice.kind,
    notice: notice.id,
    due_at: now,
    made_at: now,
  }))
  const text = `insert into ${engineTable(store, 'outbox')} (id, channel, person, kind, notice, due_at, made_at)
    select given.* from jsonb_to_recordset($1::jsonb) as given(id uuid, channel uuid, person uuid, kind text, notice uuid, due_at timestamptz, made_at timestamptz)
    on conflict (channel, notice) do nothing`
  if (rows.length > 0) await ask(reader, text, [JSON.stringify(rows)])
}
