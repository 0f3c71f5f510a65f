import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Clock } from '#platform/clock/clock.ts'
import type { Database } from '#platform/db/database.ts'
import { seatsOf } from '../queries/posts.ts'
import { endSession, moveSession } from '../queries/sessions.ts'
import type { SignedIn } from '../queries/sessions-signed-in.ts'

/** Lets the person act as another post they hold today, be it in another jurisdiction. */
export async function choosePost(database: Database, clock: Clock, who: SignedIn, post: string): Promise<{ readonly ok: true } | Refusal> {
  const seat = (await seatsOf(database, clock, who.account)).find((one) => one.post.id === post)
  if (!seat) return notHeld
  await moveSession(database, who.sessionId, { jurisdiction: seat.jurisdiction.code, person: seat.person, post: seat.post.id })
  return { ok: true }
}

/** Ends the session the request came with. */
export async function signOut(database: Database, who: SignedIn): Promise<void> {
  await endSession(database, who.account, who.sessionId)
}

/** Ends any one of the person's own sessions, such as the one left open at another desk. */
export async function endOwnSession(database: Database, who: SignedIn, session: string): Promise<{ readonly ok: true } | Refusal> {
  return (await endSession(database, who.account, session)) ? { ok: true } : noSession
}

const notHeld = refuse(
  'forbidden',
  'session.post-not-held',
  '您今天没有担任这个岗位，不能切换。请刷新后重新选择。',
  'You do not hold this post today and cannot act as it. Reload and choose again.',
)

const noSession = refuse(
  'not_found',
  'session.unknown',
  '没有这个登录记录，它可能已经退出。请刷新列表。',
  'There is no such session; it may have ended already. Reload the list.',
)
