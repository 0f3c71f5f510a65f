import { holds, type Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { kindOf } from '#engine/kinds/index.ts'
import { today } from '#platform/clock/clock.ts'
import { type Beside, readBeside } from './beside.ts'
import { notFound } from './call-refusals.ts'
import type { Store } from './context.ts'
import { guardsAgainstOffer } from './guards.ts'
import { historyOf } from './history.ts'
import { countUpTo, type ListQuestion, list } from './list.ts'
import { countingOf, presentRow, rightsOn } from './present.ts'
import { poolReader, readEntry, readEntryAsOf, titlesFor, titlesIn } from './read.ts'
import { takeBackOffer } from './take-back.ts'

const EXACT_UP_TO = 10_000

/** One entry under the reader's right, as the API answers it. */
export async function entryAnswer(store: Store, register: Register, actor: Actor, id: string, asOf?: string) {
  if (asOf !== undefined) return pastAnswer(store, register, actor, id, asOf)
  const found = await readBeside(poolReader(store), store, register, id, actor)
  if (!found || !mayRead(register, found.row, actor)) return notFound(register, id)
  const { row, beside } = found
  return {
    ...answerOf(store, register, row, { ...(await offersOn(store, register, row, actor)), ...withDoubts(register, row, beside) }),
    ...(await takenBack(store, register, row, actor)),
  }
}

/** What this person may do with the entry, with what guards say against each move. */
async function offersOn(store: Store, register: Register, row: Row, actor: Actor): Promise<ReturnType<typeof rightsOn>> {
  const { may, moves, commands } = rightsOn(register, row, actor)
  const day = today(store.clock, store.timeZone)
  const guarded = moves.map(async ({ name, missing }) => ({
    name,
    missing: [...missing, ...(await guardsAgainstOffer({ register, move: name, rows: [row] }, store, actor, day))],
  }))
  return { may, commands, moves: await Promise.all(guarded) }
}

/** The past offers nothing to do. */
async function pastAnswer(store: Store, register: Register, actor: Actor, id: string, asOf: string) {
  const row = await readEntryAsOf(poolReader(store), store, register, id, asOf)
  if (!row || !mayRead(register, row, actor)) return notFound(register, id)
  return answerOf(store, register, row, {
    may: [],
    moves: [],
    commands: [],
    titles: await titlesFor(poolReader(store), store, register, [row]),
    warnings: [],
  })
}

/** The answer for a row that was just written. */
export async function answerFor(store: Store, register: Register, actor: Actor, row: Row) {
  const beside = (await readBeside(poolReader(store), store, register, String(row['id']), actor))!.beside
  return {
    ...answerOf(store, register, row, { ...(await offersOn(store, register, row, actor)), ...withDoubts(register, row, beside) }),
    ...(await takenBack(store, register, row, actor)),
  }
}

async function takenBack(store: Store, register: Register, row: Row, actor: Actor) {
  const takeBack = await takeBackOffer(store, register, row, actor)
  return takeBack && { takeBack }
}

/** Doubtful values first, then likeness to other entries. */
function withDoubts(register: Register, row: Row, beside: Beside): Beside {
  const doubts = Object.entries(register.fields).flatMap(([name, field]) => {
    const doubt = kindOf(field).doubt?.(row[name], field, { row, titles: beside.titles })
    return doubt ? [{ zh: `${field.label.zh}：${doubt.zh}`, en: `${field.label.en}: ${doubt.en}`, field: name }] : []
  })
  return { ...beside, warnings: [...doubts, ...beside.warnings] }
}

function answerOf(
  store: Store,
  register: Register,
  row: Row,
  { may, moves, commands, titles, warnings }: ReturnType<typeof rightsOn> & Beside,
) {
  const counting = register.counting && countingOf(register, row)
  return { entry: { ...presentRow(store, register, row), may, moves, commands }, titles, warnings, ...(counting && { counting }) }
}

/** A page of a register, with the names of what its entries refer to. */
export async function entryPage(
  store: Store,
  register: Register,
  actor: Actor,
  question: ListQuestion & { readonly count: boolean; readonly rights?: boolean },
) {
  const reader = poolReader(store)
  const [page, counted] = await Promise.all([
    list(reader, store, register, actor, { ...question, titled: true }),
    question.count ? countUpTo(reader, store, register, actor, question, EXACT_UP_TO) : undefined,
  ])
  if (!page.ok) return page
  const total = counted === undefined ? undefined : counted > EXACT_UP_TO ? { atLeast: EXACT_UP_TO } : { exactly: counted }
  return {
    entries: page.rows.map((row) => ({
      ...presentRow(store, register, row),
      ...(question.rights && { may: rightsOn(register, row, actor).may }),
    })),
    titles: titlesIn(register, page.rows),
    ...(page.cursor && { cursor: page.cursor }),
    ...(total && { total }),
  }
}

/** The history of an entry, for who may read the entry. */
export async function entryHistory(store: Store, register: Register, actor: Actor, id: string) {
  const row = await readEntry(poolReader(store), store, register, id)
  if (!row || !mayRead(register, row, actor)) return notFound(register, id)
  return { lines: await historyOf(store, register, id) }
}

/** What a picker offers: entries whose searched fields contain the words, under the reader's right. */
export async function entryOptions(store: Store, register: Register, actor: Actor, words: string | undefined, limit: number) {
  const page = await list(poolReader(store), store, register, actor, { words, limit, sort: register.sorts?.[0] })
  if (!page.ok) return page
  return { options: page.rows.map((row) => ({ id: String(row['id']), title: String(row[register.titleField ?? 'title'] ?? row['id']) })) }
}

/** Whether a person may read an entry as it stands. */
export function mayRead(register: Register, row: Row, actor: Actor): boolean {
  const read = register.access['read']
  return read !== undefined && holds(read, register, row, actor)
}

/** No register has this name. */
export function unknownRegister(name: string): Refusal {
  return refuse('not_found', 'register.unknown', `没有名为 ${name} 的台账`, `no register is named ${name}`)
}
