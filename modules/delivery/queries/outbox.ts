import { MESSAGE_KINDS, MESSAGE_STATES, type OutboxView, outboxInput } from '#contract/delivery.ts'
import { askFor } from '#engine/store/ask-for.ts'
import { engineTable, tableOf } from '#engine/store/context.ts'
import { binder } from '#engine/store/expression-sql.ts'
import { query } from '#engine/store/query.ts'
import { poolReader } from '#engine/store/read.ts'
import { pageOf } from '#modules/collaboration/index.ts'
import { person } from '#modules/directory/index.ts'
import { number, oneOf, orNull, rowOf, text } from '#platform/db/columns.ts'
import { noticeChannel } from '../registers/notice-channel.register.ts'
import { ADMINISTRATOR } from '../rules/rights.ts'

const MESSAGE = {
  id: text,
  channel: text,
  channelTitle: text,
  personName: text,
  kind: oneOf(MESSAGE_KINDS),
  many: number,
  state: oneOf(MESSAGE_STATES),
  tries: number,
  reason: orNull(rowOf({ zh: text, en: text })),
  receipt: orNull(text),
  madeAt: text,
  dueAt: text,
  sentAt: orNull(text),
  endedAt: orNull(text),
}

/** What left the house or is to leave it, the last first; messages that went out as one are one line. Addresses and texts are not shown. */
export const outbox = query({
  name: 'delivery.outbox',
  label: { zh: '外发记录', en: 'Outbox' },
  input: outboxInput,
  right: ADMINISTRATOR,
  async run(asked, input) {
    const { store } = asked
    const page = pageOf(asked, 'outbox', input)
    if (page.refusal) return page.refusal
    const values: unknown[] = []
    const bind = binder(values)
    const conditions = [
      'own.part_of is null',
      ...(input.state ? [`own.state = ${bind(input.state)}`] : []),
      ...(input.channel ? [`own.channel = ${bind(input.channel)}`] : []),
      ...(input.kind ? [`own.kind = ${bind(input.kind)}`] : []),
      ...(page.after ? [`(own.made_at, own.id) < (${bind(page.after.at)}::timestamptz, ${bind(page.after.id)}::uuid)`] : []),
    ]
    const table = engineTable(store, 'outbox')
    const sql = `select own.id, own.channel, channel.title as "channelTitle", coalesce(person.name, '') as "personName", own.kind,
        1 + (select count(*)::int from ${table} part where part.part_of = own.id) as many, own.state, own.tries, own.reason, own.receipt,
        own.made_at as "madeAt", own.due_at as "dueAt", own.sent_at as "sentAt", own.ended_at as "endedAt"
      from ${table} own join ${tableOf(store, noticeChannel)} channel on channel.id = own.channel
        left join ${tableOf(store, person)} person on person.id = own.person
      where ${conditions.join(' and ')} order by own.made_at desc, own.id desc limit ${bind(input.limit)}`
    const items = await askFor(poolReader(store), MESSAGE, sql, values)
    return { items: [...items], ...page.next(items.map(({ id, madeAt }) => ({ at: madeAt, id }))) } satisfies OutboxView
  },
})
