import type { Session } from '#contract/session.ts'
import { seatsOf } from '#modules/directory/queries/posts.ts'
import { today } from '#platform/clock/clock.ts'
import { HttpProblem } from '#platform/http/problem.ts'
import type { ApiParts } from './parts.ts'
import { SIGNED_OUT } from './session.ts'
import type { SessionStore } from './session-store.ts'

/** What the session routes work with. */
export interface SessionParts extends Pick<ApiParts, 'database' | 'clock' | 'settings' | 'secrets'> {
  readonly store: SessionStore
  readonly signInsPerMinute: number
}

/** The session as the browser sees it, with every post the person may act as today. */
export async function viewOf({ database, clock, store, secrets }: SessionParts, token: string | undefined): Promise<Session> {
  const who = token === undefined ? null : await store.find(token)
  if (!who) throw new HttpProblem(SIGNED_OUT)
  const { code, title, demonstration, timeZone } = who.jurisdiction
  return {
    person: who.person,
    jurisdiction: { code, title, demonstration, timeZone, today: today(clock, timeZone) },
    posts: (await seatsOf(database, clock, who.account)).map(({ post }) => post),
    post: who.actor.post,
    csrf: who.csrf,
    mustChangePassword: who.mustChangePassword,
    draftKey: secrets.hmac(`${code} ${who.person.id}`, 'browser drafts'),
  }
}
