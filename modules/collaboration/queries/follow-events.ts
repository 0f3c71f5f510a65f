import type { Row } from '#engine/access/holds.ts'
import { TAKE_BACK } from '#engine/derive/act-words.ts'
import { engineTable, type Store } from '#engine/store/context.ts'
import { ask, clientReader, type Reader, readEntries } from '#engine/store/read.ts'
import { newId } from '#platform/clock/id.ts'
import type { PgClient } from '#platform/db/database.ts'
import { type FollowedAct, gathering, mayBeNews, type Notice, noticesOf } from '../rules/notices-of.ts'
import { dueCounts } from './due-counts.ts'
import { holdersOf } from './holders.ts'
import { workingCalendar } from './working-calendar.ts'

const EVENTS_AT_ONCE = 500
/** A publication or a sheet may touch 100,000 entries: as many acts of smaller events are followed at once, and as many entries are read. */
const ACTS_AT_ONCE = 2_000
/** What happened longer ago than this tells nobody: after a restored backup or a long stop the old news is none. */
const NEWS_FOR_MS = 30 * 24 * 3_600_000

/**
 * Makes the notices of the events that were committed since the last time. Events are taken in the order of their transactions, and only below
 * the oldest one still running, so that none is passed over; a second process finds the place taken and does nothing.
 */
export async function followEvents(store: Store, onKept: OnKept = nobodyElse): Promise<number> {
  let made = 0
  for (;;) {
    const step = await store.database.transaction((client) => followSome(store, client, onKept))
    made += step.made
    if (step.events === 0) return made
  }
}

async function followSome(store: Store, client: PgClient, onKept: OnKept): Promise<{ events: number; made: number }> {
  const reader = clientReader(client)
  const follower = engineTable(store, 'follower')
  const [place] = await ask(reader, `select xid::text as xid from ${follower} where name = 'notices' for update skip locked`, [])
  if (!place) return { events: 0, made: 0 }
  const events = await eventsAfter(store, reader, place['xid'])
  const last = events.at(-1)
  if (!last) return { events: 0, made: 0 }
  const ids = events.map(({ id }) => id)
  const made = await keepNotices(store, reader, await newsOf(store, client, ids), onKept)
  await withdrawNotices(store, reader, ids)
  await ask(reader, `update ${follower} set xid = $1::xid8 where name = 'notices'`, [last['xid']])
  return { events: events.length, made }
}

/** The next events with at least one of them, however much it did, and none after so many acts; those of one transaction together. */
async function eventsAfter(store: Store, reader: Reader, xid: unknown): Promise<readonly Row[]> {
  const acts = `(select count(*) from ${engineTable(store, 'event_entry')} act where act.event = event.id)`
  const next = `select id, xid, ${acts} as acts from ${engineTable(store, 'event')} event
    where xid > $1::xid8 and xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid limit ${EVENTS_AT_ONCE}`
  const text = `select id, xid::text as xid from (
      select id, xid, sum(acts) over (order by xid) - sum(acts) over (partition by xid) as before from (${next}) next) each
    where before < ${ACTS_AT_ONCE} order by each.xid`
  return ask(reader, text, [xid])
}

type ActRow = Omit<FollowedAct, 'register' | 'row'> & { readonly register: string; readonly entry: string }

/** By a cursor: one event may have done something to every entry of a register. */
async function newsOf(store: Store, client: PgClient, events: readonly unknown[]): Promise<readonly Notice[]> {
  const since = new Date(store.clock.now().getTime() - NEWS_FOR_MS)
  const text = `declare acts no scroll cursor for
    select event.id as event, event.at, event.person, act.register, act.entry, act.act, act.to_state as "toState"
    from ${engineTable(store, 'event')} event join ${engineTable(store, 'event_entry')} act on act.event = event.id
    where event.id = any($1) and event.at > $2 and not ${takenBack(store, 'act')} order by event.at, act.entry`
  await client.query({ text, values: [[...events], since] })
  const holders = await holdersOf(store)
  const gathered = gathering()
  for (;;) {
    const { rows } = await client.query<ActRow>(`fetch ${ACTS_AT_ONCE} from acts`)
    if (rows.length === 0) break
    for (const act of await withRows(store, clientReader(client), rows.filter(isNewsworthy(store))))
      gathered.add(noticesOf(act, holders, (name) => store.catalogue.get(name)))
  }
  await client.query('close acts')
  return gathered.notices()
}

const isNewsworthy =
  ({ catalogue }: Store) =>
  ({ register: name, act, toState }: ActRow): boolean => {
    const register = catalogue.get(name)
    return register !== undefined && mayBeNews(register, act, toState)
  }

async function withRows(store: Store, reader: Reader, acts: readonly ActRow[]): Promise<readonly FollowedAct[]> {
  const rows = new Map<unknown, FollowedAct['row']>()
  for (const [name, own] of Map.groupBy(acts, ({ register }) => register))
    for (const row of await readEntries(reader, store, store.catalogue.need(name), [...new Set(own.map(({ entry }) => entry))]))
      rows.set(row['id'], row)
  return acts.flatMap(({ register, entry, ...facts }) => {
    const row = rows.get(entry)
    return row ? [{ ...facts, at: String(facts.at), register: store.catalogue.need(register), row }] : []
  })
}

/** Whether the act was taken back (取回): the next version of the entry is as it was before it. */
function takenBack(store: Store, act: string): string {
  return `exists (select from ${engineTable(store, 'event_entry')} back where back.entry = ${act}.entry and back.version = ${act}.version + 1 and back.act = '${TAKE_BACK}')`
}

/** What was told of a move that was taken back altogether is no news any more. */
async function withdrawNotices(store: Store, reader: Reader, events: readonly unknown[]): Promise<void> {
  const acts = engineTable(store, 'event_entry')
  const text = `update ${engineTable(store, 'notice')} notice set read_at = $2 where notice.read_at is null
    and notice.event in (select moved.event from ${acts} back join ${acts} moved on moved.entry = back.entry and moved.version = back.version - 1
      where back.event = any($1) and back.act = '${TAKE_BACK}')
    and not exists (select from ${acts} moved where moved.event = notice.event and not ${takenBack(store, 'moved')})`
  await ask(reader, text, [[...events], store.clock.now()])
}

type Kept = Omit<Notice, 'register' | 'entry' | 'event' | 'act'> & Partial<Pick<Notice, 'register' | 'entry' | 'event' | 'act'>>

/** A notice that was just made. */
export type KeptNotice = Pick<Notice, 'person' | 'kind' | 'many' | 'at'> & {
  readonly id: string
  readonly post: string | null
  readonly register: string | null
  readonly entry: string | null
  /** The act it tells of; reminders tell of none. */
  readonly event: string | null
}

/** Told of the notices that were made, in their transaction: what else is promised exists if and only if they do. */
export type OnKept = (reader: Reader, kept: readonly KeptNotice[]) => Promise<void>
/** Where nothing else is promised. */
export const nobodyElse: OnKept = async () => {}

/** Those that nobody has refused and that are not there yet. */
export async function keepNotices(store: Store, reader: Reader, notices: readonly Kept[], onKept: OnKept): Promise<number> {
  if (notices.length === 0) return 0
  const rows = notices.map((each) => ({ ...each, id: newId(store.clock) }))
  const text = `insert into ${engineTable(store, 'notice')} (id, person, post, kind, key, register, entry, event, act, many, at)
    select given.* from jsonb_to_recordset($1::jsonb) as given(id uuid, person uuid, post uuid, kind text, key text, register text, entry uuid, event uuid, act text, many integer, at timestamptz)
    where not exists (select from ${engineTable(store, 'notice_refused')} refused where refused.person = given.person and refused.kind = given.kind)
    on conflict (person, key) do nothing returning id, person, post, kind, register, entry, event, many, at`
  const kept = (await ask(reader, text, [JSON.stringify(rows)])) as unknown as readonly KeptNotice[] // the columns returned
  if (kept.length > 0) await onKept(reader, kept)
  return kept.length
}

/** Once on every working day each holder of a post is told how much of their work is overdue or due soon. */
export async function remindOfDue(store: Store, onKept: OnKept = nobodyElse): Promise<number> {
  const calendar = await workingCalendar(store)
  if (!calendar.days.includes(calendar.today)) return 0
  const follower = engineTable(store, 'follower')
  return store.database.transaction(async (client) => {
    const reader = clientReader(client)
    const [free] = await ask(
      reader,
      `select name from ${follower} where name = 'notices' and day is distinct from $1::date for update skip locked`,
      [calendar.today],
    )
    if (!free) return 0
    const at = store.clock.now().toISOString()
    const counts = await dueCounts(store, await holdersOf(store), calendar)
    const notices = counts.flatMap(({ person, post, overdue, soon }) =>
      [['overdue', overdue] as const, ['due', soon] as const].flatMap(([kind, many]) =>
        many > 0 ? [{ person, post, kind, key: `${kind}/${calendar.today}/${post}`, many, at }] : [],
      ),
    )
    const made = await keepNotices(store, reader, notices, onKept)
    await ask(reader, `update ${follower} set day = $1::date where name = 'notices'`, [calendar.today])
    return made
  })
}
