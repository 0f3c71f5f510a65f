import type { DeliveryChoices } from '#contract/delivery.ts'
import { engineTable, type Store } from '#engine/store/context.ts'
import { ask, type Reader } from '#engine/store/read.ts'
import { untilWhen } from '#engine/store/take-back.ts'
import { type KeptNotice, type OnKept, workingCalendar } from '#modules/collaboration/index.ts'
import { newId } from '#platform/clock/id.ts'
import { instantOf, localTime } from '../rules/local-time.ts'
import { whenDue } from '../rules/when-due.ts'
import { activeChannels, type KeptChannel } from './channel-store.ts'
import { choicesOf } from './choices.ts'
import { reachable } from './recipients.ts'
import { urgentAmong } from './urgent.ts'

/** Puts notices into the outbox in the transaction that makes them: one line for each channel that tells the person of this kind. */
export function queueNotices(store: Store): OnKept {
  return async (reader, kept) => {
    const channels = await activeChannels(store, reader)
    if (channels.length === 0) return
    const people = kept.map(({ person }) => person)
    const [reached, choices] = await Promise.all([reachable(store, reader, people), choicesOf(store, reader, people)])
    const wanted = channels.flatMap((channel) =>
      kept
        .filter(
          ({ person, kind }) => reached.get(person)?.[channel.settings.transport] && kindsOf(channel, choices.get(person)).includes(kind),
        )
        .map((notice) => ({ channel, notice })),
    )
    if (wanted.length > 0) await insert(store, reader, await timed(store, wanted, choices))
  }
}

interface Wanted {
  readonly channel: KeptChannel
  readonly notice: KeptNotice
}

const kindsOf = ({ id, habits }: KeptChannel, choices: DeliveryChoices | undefined) => choices?.channels[id]?.kinds ?? habits.kinds

/** When each leaves; only of those that would wait it is asked whether they may. */
async function timed(
  store: Store,
  wanted: readonly Wanted[],
  choices: ReadonlyMap<string, DeliveryChoices>,
): Promise<readonly (Wanted & { readonly dueAt: Date })[]> {
  const now = store.clock.now()
  const calendar = await workingCalendar(store)
  const working = new Set(calendar.days)
  const planned = wanted.map(({ channel, notice }) => {
    const own = choices.get(notice.person)
    const { habits } = channel
    const when = whenDue({
      now: localTime(now, store.timeZone),
      kind: notice.kind,
      cadence: own?.channels[channel.id]?.cadence ?? habits.cadence,
      digestAt: habits.digestAt,
      quiet: own?.quiet === undefined ? habits.quiet : own.quiet,
      isWorkingDay: (day) => working.has(day),
    })
    return { channel, notice, dueAt: when === 'now' ? now : instantOf(when, store.timeZone) }
  })
  const waiting = planned.filter(({ dueAt }) => dueAt > now)
  const urgent = await urgentAmong(store, waiting, calendar)
  const untils = await stayingUntil(store, planned)
  return planned.map((each) => {
    const dueAt = urgent.has(each) ? now : each.dueAt
    return { ...each, dueAt: later(dueAt, each.notice.event === null ? undefined : untils.get(each.notice.at)) }
  })
}

/** What leaves the house cannot be called back: news of an act waits until nobody can take the act back (取回) any more; by the act's instant. */
async function stayingUntil(store: Store, wanted: readonly Wanted[]): Promise<ReadonlyMap<string, Date>> {
  const instants = new Set(wanted.flatMap(({ notice: { event, at } }) => (event === null ? [] : [at])))
  return new Map(await Promise.all([...instants].map(async (at) => [at, await untilWhen(store, at)] as const)))
}

function later(one: Date, other: Date | undefined): Date {
  return other !== undefined && other > one ? other : one
}

async function insert(store: Store, reader: Reader, wanted: readonly (Wanted & { readonly dueAt: Date })[]): Promise<void> {
  const now = store.clock.now().toISOString()
  const rows = wanted.map(({ channel, notice, dueAt }) => ({
    id: newId(store.clock),
    channel: channel.id,
    person: notice.person,
    kind: notice.kind,
    notice: notice.id,
    due_at: dueAt.toISOString(),
    made_at: now,
  }))
  const text = `insert into ${engineTable(store, 'outbox')} (id, channel, person, kind, notice, due_at, made_at)
    select given.* from jsonb_to_recordset($1::jsonb) as given(id uuid, channel uuid, person uuid, kind text, notice uuid, due_at timestamptz, made_at timestamptz)
    on conflict (channel, notice) do nothing`
  await ask(reader, text, [JSON.stringify(rows)])
}
