import { createHash, randomBytes } from 'node:crypto'
import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Clock } from '#platform/clock/clock.ts'
import { newId } from '#platform/clock/id.ts'
import type { Database } from '#platform/db/database.ts'
import { type Seat, seatsOf } from '../queries/posts.ts'
import { addSession, lastPost } from '../queries/sessions.ts'
import { type Credentials, checkCredentials } from './accounts-credentials.ts'

export interface SignInInput extends Credentials {
  readonly userAgent: string
}

/** After a week everybody signs in again: a forgotten open browser does not stay open for ever. */
export const SESSION_DAYS = 7

/** Opens a session; the token is told once and only its hash is kept. */
export async function signIn(
  database: Database,
  clock: Clock,
  input: SignInInput,
): Promise<{ readonly ok: true; readonly token: string } | Refusal> {
  const account = await checkCredentials(database, clock, input)
  if (account === null) return wrong
  if (isRefusal(account)) return account

  const seat = chosen(await seatsOf(database, clock, account.id), await lastPost(database, account.id))
  if (!seat) return noPost
  return { ok: true, token: await openSession(database, clock, { account: account.id, seat, input }) }
}

/** What the database keeps of a token. */
export function tokenHashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** The post of last time, if it is still held. */
function chosen(seats: readonly Seat[], last: string | null): Seat | undefined {
  return seats.find(({ post }) => post.id === last) ?? seats[0]
}

interface Opening {
  readonly account: string
  readonly seat: Seat
  readonly input: SignInInput
}

async function openSession(database: Database, clock: Clock, { account, seat, input }: Opening): Promise<string> {
  const token = secret()
  const at = clock.now()
  await addSession(database, {
    tokenHash: tokenHashOf(token),
    id: newId(clock),
    account,
    jurisdiction: seat.jurisdiction.code,
    person: seat.person,
    post: seat.post.id,
    csrf: secret(),
    at,
    expiresAt: new Date(at.getTime() + SESSION_DAYS * DAY_MS),
    userAgent: input.userAgent.slice(0, LONGEST_USER_AGENT),
    address: input.address,
  })
  return token
}

function secret() {
  return randomBytes(32).toString('base64url')
}

const DAY_MS = 86_400_000
const LONGEST_USER_AGENT = 300

const wrong = refuse(
  'invalid',
  'session.wrong-credentials',
  '登录名或密码不正确，请核对后重新输入。连续 5 次不正确将暂停登录 15 分钟。',
  'The login name or the password is wrong. Check both and try again; after five failures signing in is suspended for 15 minutes.',
)

const noPost = refuse(
  'forbidden',
  'session.no-post',
  '您目前没有任职的岗位，不能登录。请联系本单位的系统管理员办理任职登记。',
  'You hold no post at present and cannot sign in. Ask the administrator of your unit to enter your tenure.',
)
