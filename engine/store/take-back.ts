import { z } from 'zod'
import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register, RowOf } from '#engine/define/register.ts'
import { titleOf } from './call-refusals.ts'
import { type Command, command } from './command.ts'
import { engineTable, pastTableOf, type Store } from './context.ts'
import { ask, clientReader, lockEntries, poolReader, type Reader } from './read.ts'
import { refusalOf } from './refused.ts'
import { decoded, selectList } from './rows.ts'
import { type SetWritten, setRefused, setWritten } from './set-answers.ts'

/** Which act is to be undone, and for which of its entries. */
export interface TakeBackInput {
  readonly event: string
  /** Some of the entries that the event moved; absent: all of them. */
  readonly entries?: readonly string[] | undefined
}

/** What may still be taken back: the event that did it, and until when. */
export interface TakeBackOffer {
  readonly event: string
  readonly until: string
}

/** Ten minutes, unless the people who run the installation or the jurisdiction say otherwise; 0 takes nothing back. */
const TAKE_BACK_MINUTES = 10
/** Only what a person did by hand, one by one or as a set: batches, letters and confirmations number, print and publish. */
const BY_HAND = ['entry.move', 'entry.move-set']

/**
 * 取回: what a person has just moved by hand stands again as it stood before, as a new version and an event of its own. Only who did it, as the
 * same post, within the window, while nobody has dealt with the entry since; entries of a set are taken back whole or not at all, like the set itself.
 */
export function takeBackCommand(register: Register): Command<TakeBackInput, SetWritten> {
  return command({
    name: 'entry.take-back',
    about: register.name,
    label: { zh: `取回${register.title.zh}`, en: `Take back ${register.title.en}` },
    input: z.strictObject({ event: z.uuid(), entries: z.array(z.uuid()).min(1).optional() }),
    right: { always: true },
    async run(call, { event, entries }) {
      const { store, client, actor, now } = call.facts
      const moved = await movedBy(clientReader(client), store, register, actor, event)
      const wanted = new Set(entries ?? moved.map(({ entry }) => entry))
      const acts = moved.filter(({ entry }) => wanted.has(entry))
      if (acts.length === 0 || acts.length < wanted.size) return unknownMove()
      const until = await untilWhen(store, acts[0]!.at)
      if (now > until) return tooLate(acts[0]!.at, until)
      const rows = await lockEntries(client, store, register, [...wanted])
      const before = await versionsBefore(store, clientReader(client), register, acts)
      call.because(`取回“${register.moves[acts[0]!.act]?.label.zh ?? acts[0]!.act}”`)
      const refusals = acts.flatMap(({ entry, version, act }) => {
        const row = rows.find(({ id }) => id === entry) as RowOf<Register>
        const earlier = before.get(entry) as RowOf<Register>
        const refusal = row.version === version ? refusalOf(() => call.takeBack(register, row, earlier, act)) : movedOn(register, row)
        return refusal ? [{ row, refusal }] : []
      })
      return refusals.length > 0 ? setRefused(register, acts.length, refusals) : setWritten(call, [...wanted])
    },
  })
}

/** Whether the person who asks has just moved the entry and may take that back. */
export async function takeBackOffer(store: Store, register: Register, row: Row, actor: Actor): Promise<TakeBackOffer | undefined> {
  if (row['version'] === 1) return undefined // made and never moved
  const at = String(row['changedAt'])
  if (row['changedBy'] !== actor.person) return undefined
  const until = await untilWhen(store, at)
  if (store.clock.now() > until) return undefined
  const event = String(row['event'])
  const moved = await movedBy(poolReader(store), store, register, actor, event)
  const own = moved.find(({ entry, version }) => entry === row['id'] && version === row['version'])
  return own && { event, until: until.toISOString() }
}

/** Until when what was done at an instant may be taken back: by the window that held then. */
export async function untilWhen(store: Store, at: string | Date): Promise<Date> {
  const done = new Date(at)
  const minutes = (await store.takeBackMinutesAt?.(done)) ?? minutesUnlessSet(store)
  return new Date(done.getTime() + minutes * 60_000)
}

/** The window of a jurisdiction that has set none. */
export function minutesUnlessSet({ takeBackMinutes }: Pick<Store, 'takeBackMinutes'>): number {
  return takeBackMinutes ?? TAKE_BACK_MINUTES
}

interface MovedEntry {
  readonly entry: string
  readonly version: number
  readonly act: string
  readonly at: string
}

/** What the event moved of this register, if this person did it by hand as this post. A move that invites others has left the house. */
async function movedBy(reader: Reader, store: Store, register: Register, actor: Actor, event: string): Promise<readonly MovedEntry[]> {
  const text = `select act.entry, act.version, act.act, event.at from ${engineTable(store, 'event')} event
    join ${engineTable(store, 'event_entry')} act on act.event = event.id and act.register = $2
    where event.id = $1 and event.person = $3 and event.post = $4 and event.command = any($5)`
  const found = await ask(reader, text, [event, register.name, actor.person, actor.post, BY_HAND])
  const moved = found as unknown as readonly MovedEntry[] // the columns named above
  return moved.filter(({ act }) => register.moves[act] !== undefined && register.moves[act].invites === undefined)
}

async function versionsBefore(
  store: Store,
  reader: Reader,
  register: Register,
  acts: readonly MovedEntry[],
): Promise<ReadonlyMap<string, Row>> {
  const text = `select ${selectList(register)} from ${pastTableOf(store, register)} where (id, version) in (select * from unnest($1::uuid[], $2::integer[]))`
  const rows = await ask(reader, text, [acts.map(({ entry }) => entry), acts.map(({ version }) => version - 1)])
  return new Map(rows.map((row) => [String(row['id']), decoded(register, row)]))
}

function unknownMove(): Refusal {
  return refuse(
    'not_found',
    'take-back.unknown',
    '没有可取回的办理：只能取回本人以当前岗位亲手办理的事项，批次、推荐函等统一办理的除外',
    'there is nothing to take back: only what you did yourself as this post; what a batch or a letter did is not taken back',
  )
}

function tooLate(at: string, until: Date): Refusal {
  const minutes = (until.getTime() - new Date(at).getTime()) / 60_000
  return refuse(
    'state',
    'take-back.too-late',
    `办理已超过 ${minutes} 分钟，不能取回；请按程序退回或与下一环节联系`,
    `more than ${minutes} minutes have passed: return the entry or talk to whoever has it now`,
  )
}

function movedOn(register: Register, row: RowOf<Register>): Refusal {
  return refuse(
    'state',
    'take-back.moved-on',
    `“${titleOf(register, row)}”之后已有人办理或修改，不能取回`,
    `somebody has dealt with “${titleOf(register, row)}” since; it cannot be taken back`,
  )
}
