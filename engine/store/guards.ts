import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import type { Store } from './context.ts'
import { findRows } from './find.ts'
import type { GuardQuestion } from './guard.ts'
import { poolReader, type Reader } from './read.ts'

/** A move that is under way or offered. */
export interface GuardedMove {
  readonly register: Register
  readonly move: string
  readonly rows: readonly Row[]
}

/** What a guard may look at. */
export interface GuardSurroundings {
  readonly store: Store
  readonly reader: Reader
  readonly actor: Actor
  readonly today: string
  /** False where the move is only shown. */
  readonly locks: boolean
}

/** All that the guards of a move say against it. */
export async function guardsAgainst({ register, move, rows }: GuardedMove, surroundings: GuardSurroundings): Promise<readonly Words[]> {
  const asked = surroundings.store.guards.filter((guard) => guard.move === move && (guard.register ?? register.name) === register.name)
  const question = { register, rows, ...eyesOf(surroundings) }
  const said: Words[] = []
  // One after the other: in a command they share one connection.
  for (const guard of asked) said.push(...(await guard.against(question)))
  return said
}

/** What stands against a move that is offered to a person, from the pool and without locks. */
export async function guardsAgainstOffer(move: GuardedMove, store: Store, actor: Actor, today: string): Promise<readonly Words[]> {
  return guardsAgainst(move, { store, reader: poolReader(store), actor, today, locks: false })
}

function eyesOf({ store, reader, actor, today, locks }: GuardSurroundings): Omit<GuardQuestion, 'register' | 'rows'> {
  const eyes = { store, reader, actor }
  return {
    today,
    actor,
    need: (name) => store.catalogue.need(name),
    look: (register, where) => findRows(eyes, register, where),
    lock: (register, where) => findRows(eyes, register, where, locks ? ' for update' : ''),
  }
}
