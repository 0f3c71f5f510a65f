import type { Installation } from '#apps/api/installation.ts'
import { holds, type Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Register } from '#engine/define/register.ts'
import { execute } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import { MOST_IN_A_SET } from '#engine/store/entry-commands.ts'
import type { Line } from './officials.ts'
import type { Random } from './random.ts'
import type { Pace, Recent } from './recent.ts'
import type { SimulatedClock } from './simulated-clock.ts'

export interface Seeding {
  readonly installation: Installation
  readonly store: Store
  readonly clock: SimulatedClock
  readonly random: Random
  readonly recent: Recent
}

/** A step every one to three days. */
const atEase: Pace = ({ clock, random }) => clock.advance({ days: 1 + random.below(3) })

/** An entry on its way, and who handles it. */
export interface Underway {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly values: Row
  readonly creator: Actor
  readonly line: Line
}

export type Planned = Pick<Underway, 'values' | 'creator' | 'line'>

/** What is added on the way: fields an author fills in before a move, and what a move itself asks for. */
export interface OnTheWay {
  readonly before?: Readonly<Record<string, (entry: Underway, clock: SimulatedClock) => Row>>
  readonly asked?: Readonly<Record<string, (actor: Actor) => Promise<Row>>>
}

/** Enters these, a set for each author, as one does with a form a day. */
export async function enter(seeding: Seeding, register: Register, planned: readonly Planned[]): Promise<readonly Underway[]> {
  const { installation, store, clock, random } = seeding
  const { createSet } = installation.shipped.entryCommands.get(register.name)!
  const made = new Map<Planned, Underway>()
  for (const [creator, own] of groups(planned, ({ creator }) => creator)) {
    clock.advance({ minutes: 5 + random.below(40) })
    const { entries } = await must(
      execute(store, createSet, { actor: creator, request: 'seed' }, { values: own.map(({ values }) => values) }),
    )
    for (const [at, each] of own.entries()) made.set(each, { ...each, ...entries[at]! })
  }
  return planned.map((each) => made.get(each)!)
}

/** Brings entries to a state by the shortest way through the life cycle, each step made by the first of the line who has the right to it. */
export async function advance(
  seeding: Seeding,
  register: Register,
  entries: readonly Underway[],
  goal: string,
  onTheWay: OnTheWay = {},
  pace: Pace = atEase,
): Promise<readonly Underway[]> {
  let now = entries
  for (;;) {
    const waiting = now.filter(({ state }) => state !== goal)
    if (waiting.length === 0) return now
    pace(seeding, Math.max(...waiting.map((entry) => nextStep(register, entry, goal).steps)))
    now = await oneStep(seeding, register, now, goal, onTheWay)
  }
}

async function oneStep(
  seeding: Seeding,
  register: Register,
  entries: readonly Underway[],
  goal: string,
  onTheWay: OnTheWay,
): Promise<readonly Underway[]> {
  const moved = new Map<string, Underway>()
  const steps = entries.filter(({ state }) => state !== goal).map((entry) => ({ entry, ...nextStep(register, entry, goal) }))
  for (const [, group] of groups(steps, ({ move, actor }) => `${move}:${actor.post}`)) {
    const [{ move, actor }] = group as [(typeof steps)[number]]
    const own = await completed(
      seeding,
      register,
      onTheWay.before?.[move],
      group.map(({ entry }) => entry),
    )
    const asked = await onTheWay.asked?.[move]?.(actor)
    for (const entry of await moveTogether(seeding, register, own, { move, actor, asked })) moved.set(entry.id, entry)
  }
  return entries.map((entry) => moved.get(entry.id) ?? entry)
}

interface Step {
  readonly move: string
  readonly actor: Actor
  readonly asked: Row | undefined
}

async function moveTogether(
  { installation, store, clock, random }: Seeding,
  register: Register,
  entries: readonly Underway[],
  { move, actor, asked }: Step,
): Promise<readonly Underway[]> {
  const { moveSet } = installation.shipped.entryCommands.get(register.name)!
  clock.advance({ minutes: 3 + random.below(25) })
  const parts = Array.from({ length: Math.ceil(entries.length / MOST_IN_A_SET) }, (_each, at) =>
    entries.slice(at * MOST_IN_A_SET, (at + 1) * MOST_IN_A_SET),
  )
  const moved: Underway[] = []
  for (const part of parts) {
    const input = {
      entries: part.map(({ id, version }) => ({ id, version })),
      move,
      ...(register.moves[move]?.reason === 'required' && { reason: REASON }),
      ...(asked && { values: asked }),
    }
    const answer = await must(execute(store, moveSet, { actor, request: 'seed' }, input))
    moved.push(...part.map((entry, at) => ({ ...entry, ...answer.entries[at]! })))
  }
  return moved
}

/** The author adds what has come up since, such as the day something was built. */
async function completed(
  { installation, store, clock }: Seeding,
  register: Register,
  fill: ((entry: Underway, clock: SimulatedClock) => Row) | undefined,
  entries: readonly Underway[],
): Promise<readonly Underway[]> {
  if (!fill) return entries
  const { edit } = installation.shipped.entryCommands.get(register.name)!
  const done: Underway[] = []
  for (const entry of entries) {
    clock.advance({ minutes: 2 })
    const values = fill(entry, clock)
    const { row } = await must(
      execute(store, edit, { actor: entry.creator, request: 'seed' }, { id: entry.id, version: entry.version, values }),
    )
    done.push({ ...entry, values: { ...entry.values, ...values }, version: Number(row['version']) })
  }
  return done
}

const REASON = '演示数据：按流程办理'

interface Way {
  readonly move: string
  readonly actor: Actor
  /** Moves from here to the goal, this one included. */
  readonly steps: number
}

/** The first move of the shortest way that somebody of the line may make and that needs no batch; a bad end is entered only when it is the goal. */
function nextStep(register: Register, entry: Underway, goal: string): Way {
  const seen = new Set([entry.state])
  let frontier = exits(register, entry.state, goal).flatMap(([move, to]) => {
    const actor = actorFor(register, move, entry)
    return actor ? [{ first: { move, actor }, to }] : []
  })
  for (let steps = 1; frontier.length > 0; steps++) {
    const arrived = frontier.find(({ to }) => to === goal)
    if (arrived) return { ...arrived.first, steps }
    const next = frontier.filter(({ to }) => !seen.has(to))
    for (const { to } of next) seen.add(to)
    frontier = next.flatMap(({ first, to }) => exits(register, to, goal).map(([, then]) => ({ first, to: then })))
  }
  throw new Error(`${register.name}: nobody of the line can bring an entry from ${entry.state} to ${goal}`)
}

function exits(register: Register, state: string, goal: string): readonly (readonly [string, string])[] {
  return Object.entries(register.states[state]?.moves ?? {}).filter(
    ([move, to]) =>
      !register.moves[move]?.via && (to === goal || (register.moves[move]?.tone !== 'danger' && register.states[to]?.tone !== 'bad')),
  )
}

function actorFor(register: Register, move: string, { creator, line, values, state }: Underway): Actor | undefined {
  const row = { ...values, state, createdBy: creator.person }
  return [creator, line.county, line.countyLeader, line.city, line.cityLeader, line.department, line.planner].find(
    (each) => each && register.access[move] && holds(register.access[move], register, row, each),
  )
}

/** Items by a key, in the order in which each key first appears. */
export function groups<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const found = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = found.get(key)
    if (group) group.push(item)
    else found.set(key, [item])
  }
  return found
}

export async function must<Answer>(
  outcome: Promise<{ readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly words: { readonly zh: string } }>,
): Promise<Answer> {
  const settled = await outcome
  if (!settled.ok) throw new Error(settled.words.zh)
  return settled.answer
}
