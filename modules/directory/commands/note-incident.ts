import { z } from 'zod'
import { command, execute, type Given } from '#engine/store/command.ts'
import type { NotedMark, Store } from '#engine/store/context.ts'
import { MARK_WORDS } from '#platform/secrecy/marks.ts'
import { secrecyIncident } from '../registers/secrecy-incident.register.ts'

const KINDS = Object.keys(MARK_WORDS) as [NotedMark['markKind'], ...NotedMark['markKind'][]]

/** Enters for the secrecy officer that something was refused for its mark. Nobody may give it; the gate gives it in the person's name. */
export const noteIncident = command({
  name: 'directory.note-incident',
  label: { zh: '登记涉密拦截', en: 'Note a secrecy incident' },
  input: z.strictObject({ markKind: z.enum(KINDS), place: z.string(), part: z.string() }),
  right: { always: false },
  async run(call, { markKind, place, part }) {
    const { person, post } = call.actor
    const [incident] = call.create(secrecyIncident, [{ markKind, place, part, person, post, request: call.facts.request.slice(0, 100) }])
    return { incident: incident! }
  },
})

/** In a transaction of its own, after what carried the mark was rolled back. */
export async function noteMark(store: Store, { actor, request }: Pick<Given, 'actor' | 'request'>, found: NotedMark): Promise<void> {
  await execute(store, { ...noteIncident, right: { always: true } }, { actor, request }, found)
}
