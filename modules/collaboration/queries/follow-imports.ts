import { engineTable, type Store } from '#engine/store/context.ts'
import { ask, clientReader } from '#engine/store/read.ts'
import { keepNotices, nobodyElse, type OnKept } from './follow-events.ts'

/** Whoever looks on while a sheet is read needs no notice of it. */
const WAITS_AFTER_MS = 60_000
/** After a long stop older news is none. */
const NEWS_FOR_MS = 7 * 24 * 3_600_000

/** Tells people what became of the sheets they handed in: that one waits for their word, is in, or failed. Each is told once. */
export async function followImports(store: Store, onKept: OnKept = nobodyElse): Promise<number> {
  const now = store.clock.now().getTime()
  return await store.database.transaction(async (client) => {
    const reader = clientReader(client)
    const text = `select own.id, own.person, own.post, own.register, own.state, own.changed_at as at,
        (select count(*)::int from ${engineTable(store, 'import_row')} row where row.import = own.id and row.applied_at is not null) as many
      from ${engineTable(store, 'import')} own
      where own.changed_at > $1 and (own.state in ('done', 'failed') or own.state = 'ready' and own.changed_at < $2)
        and not exists (select from ${engineTable(store, 'notice')} notice where notice.person = own.person and notice.key = 'import/' || own.id || '/' || own.state)`
    const found = await ask(reader, text, [new Date(now - NEWS_FOR_MS), new Date(now - WAITS_AFTER_MS)])
    return await keepNotices(
      store,
      reader,
      found.map(({ id, person, post, register, state, at, many }) => ({
        person: String(person),
        post: String(post),
        kind: 'imported' as const,
        key: `import/${String(id)}/${String(state)}`,
        register: String(register),
        entry: String(id),
        act: String(state),
        many: Number(many),
        at: String(at),
      })),
      onKept,
    )
  })
}
