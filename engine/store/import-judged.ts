import { createHash } from 'node:crypto'
import type { Actor } from '#engine/define/actor.ts'
import type { Register } from '#engine/define/register.ts'
import { today } from '#platform/clock/clock.ts'
import type { Call } from './call.ts'
import { areValid, type NamedCodes } from './codes-check.ts'
import { engineTable, type Store } from './context.ts'
import { ask, type Reader } from './read.ts'

/** What rows were judged by. As long as all of it is the same, judging them again comes to the same. */
export interface Judged {
  /** Of everything that a judgement rests on besides the row and codes: who asks, the day, the definition, the program. */
  readonly by: string
  readonly codes: NamedCodes
}

/** Another program, or the same one installed anew, may judge otherwise: what another process has judged is judged again. */
const PROGRAM = `${process.pid} ${performance.timeOrigin}`

export function judgedBy(store: Store, register: Register, actor: Actor): string {
  const { person, post, unit, area, roles } = actor
  const rested = [person, post, unit, area, [...roles].sort(), today(store.clock, store.timeZone)]
  const definition = [register.name, store.definitionVersions.get(register.name) ?? 1]
  return createHash('sha256')
    .update(JSON.stringify([PROGRAM, rested, definition]))
    .digest('base64url')
}

export async function keepJudged(reader: Reader, store: Store, id: string, judged: Judged): Promise<void> {
  await ask(reader, `update ${engineTable(store, 'import')} set judged = $2 where id = $1`, [id, JSON.stringify(judged)])
}

/** Whether what the preview found still holds: nothing it rests on has changed, and its codes are valid today. */
export async function stillHolds(call: Call, register: Register, judged: Judged | null): Promise<boolean> {
  const { store, actor } = call.facts
  return judged !== null && judged.by === judgedBy(store, register, actor) && (await areValid(call, judged.codes))
}
