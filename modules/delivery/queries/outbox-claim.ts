import { MESSAGE_KINDS } from '#contract/delivery.ts'
import { askFor } from '#engine/store/ask-for.ts'
import { engineTable, type Store } from '#engine/store/context.ts'
import { ask, clientReader, type Reader } from '#engine/store/read.ts'
import { bytes, type Columned, number, oneOf, orNull, text } from '#platform/db/columns.ts'

/** Longer than connecting, talking and waiting may take together; who has not ended by then is dead. */
const LEASE_MS = 10 * 60_000
const AT_ONCE = 20
const LOOKED_AT = 500
/** News that could not leave for so long is none; a weekly digest over the longest holidays is younger. */
const NEWS_FOR_MS = 14 * 24 * 3_600_000

const CLAIMED = { id: text, channel: text, person: text, kind: oneOf(MESSAGE_KINDS), tries: number, address: orNull(bytes) }

/** A message taken on by this process. */
export type Claimed = Columned<typeof CLAIMED>

/**
 * Takes on messages that are due. What is due to one person by one channel goes out as one message: the first leads, the others are part of it
 * from then on, so that a second try sends the same. Claims of several processes follow one another; rows that a command holds are passed over.
 */
export async function claimDue(store: Store, channels: readonly string[]): Promise<readonly Claimed[]> {
  if (channels.length === 0) return []
  return store.database.transaction(async (client) => {
    const reader = clientReader(client)
    const now = store.clock.now()
    await ask(reader, `select pg_advisory_xact_lock(hashtextextended($1, 0))`, [engineTable(store, 'outbox')])
    await dropOldNews(store, reader, now)
    const sql = `select id, channel, person, kind, tries, address from ${engineTable(store, 'outbox')}
      where state = 'waiting' and part_of is null and due_at <= $1 and (leased_until is null or leased_until <= $1) and channel = any($2)
      order by due_at, id limit ${LOOKED_AT} for update skip locked`
    const due = await askFor(reader, CLAIMED, sql, [now, [...channels]])
    const groups = groupsOf(due).slice(0, AT_ONCE)
    await take(store, reader, groups, new Date(now.getTime() + LEASE_MS))
    return groups.map(([lead]) => ({ ...lead!, tries: lead!.tries + 1 }))
  })
}

/** Fresh ones by person and channel; what was tried before, and tests, each alone. */
function groupsOf(due: readonly Claimed[]): readonly (readonly Claimed[])[] {
  return [
    ...Map.groupBy(due, ({ id, channel, person, tries, kind }) => (tries > 0 || kind === 'test' ? id : `${channel} ${person}`)).values(),
  ]
}

async function take(store: Store, reader: Reader, groups: readonly (readonly Claimed[])[], until: Date): Promise<void> {
  const outbox = engineTable(store, 'outbox')
  const parts = groups.flatMap(([lead, ...rest]) => rest.map(({ id }) => ({ id, lead: lead!.id })))
  if (parts.length > 0)
    await ask(
      reader,
      `update ${outbox} own set part_of = given.lead from jsonb_to_recordset($1::jsonb) as given(id uuid, lead uuid) where own.id = given.id`,
      [JSON.stringify(parts)],
    )
  await ask(reader, `update ${outbox} set tries = tries + 1, leased_until = $2 where id = any($1)`, [
    groups.map(([lead]) => lead!.id),
    until,
  ])
}

/** What the person has read in the product meanwhile, or what is too old to tell, is not sent any more. */
async function dropOldNews(store: Store, reader: Reader, now: Date): Promise<void> {
  const drop = (reason: object, condition: string, values: readonly unknown[]) =>
    ask(
      reader,
      `update ${engineTable(store, 'outbox')} own set state = 'given_up', ended_at = $1, reason = $2
        where own.state = 'waiting' and own.tries = 0 and own.part_of is null and own.due_at <= $1 and ${condition}`,
      [now, JSON.stringify(reason), ...values],
    )
  const isRead = `exists (select from ${engineTable(store, 'notice')} notice where notice.id = own.notice and notice.read_at is not null)`
  await drop({ zh: '本人已在站内阅读，不再外发', en: 'read in the product before it was sent' }, isRead, [])
  await drop({ zh: '积压过久，不再外发', en: 'it waited too long to be news' }, 'own.made_at < $3', [new Date(now.getTime() - NEWS_FOR_MS)])
}
