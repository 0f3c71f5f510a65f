import { isRefusal, type Refusal } from '#engine/define/refusal.ts'
import type { Clock } from '#platform/clock/clock.ts'
import { newId } from '#platform/clock/id.ts'
import type { Database } from '#platform/db/database.ts'
import { type Account, accountOf } from '../queries/accounts.ts'
import { type Attempt, failuresSince, recordAttempt } from '../queries/accounts-attempts.ts'
import { BY_ADDRESS, BY_NAME, LOOK_BACK_MINUTES, lockedOut, lockedUntil } from '../rules/lock-out.ts'
import { decoyHash, passwordIsRight } from './accounts-password-hash.ts'

export interface Credentials {
  readonly loginName: string
  readonly password: string
  readonly address: string
  /** The zone in which the end of a lock is told. */
  readonly timeZone: string
}

/** The account if the password is right, null if name or password is wrong, or the lock-out; every attempt is recorded. */
export async function checkCredentials(database: Database, clock: Clock, given: Credentials): Promise<Account | Refusal | null> {
  const loginName = given.loginName.normalize('NFKC').trim()
  if (loginName.includes('\0')) return null // PostgreSQL text cannot hold it
  return await inTurn(loginName.toLowerCase(), async () => {
    const checked = await check(database, clock, { ...given, loginName })
    const { address } = given
    await recordAttempt(database, { id: newId(clock), loginName, address, at: clock.now(), outcome: outcomeOf(checked) })
    return checked
  })
}

async function check(database: Database, clock: Clock, given: Credentials): Promise<Account | Refusal | null> {
  await decoyHash()
  const now = clock.now().getTime()
  const failures = await failuresSince(database, given, { since: new Date(now - LOOK_BACK_MINUTES * 60_000), now: new Date(now) })
  const until = lockedUntil(failures.byName, BY_NAME, now) ?? lockedUntil(failures.byAddress, BY_ADDRESS, now)
  if (until !== null) return lockedOut(until, given.timeZone)

  const account = await accountOf(database, given.loginName)
  const right = await passwordIsRight(account?.passwordHash ?? null, given.password)
  return right && account?.disabledAt === null ? account : null
}

function outcomeOf(checked: Account | Refusal | null): Attempt['outcome'] {
  if (checked === null) return 'failed'
  return isRefusal(checked) ? 'refused' : 'succeeded'
}

const queues = new Map<string, Promise<unknown>>()

/** One attempt of a name after the other, or a hundred sent at once would all pass before the first failure counts. */
async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = queues.get(name) ?? Promise.resolve()
  const mine = before.then(work, work)
  queues.set(name, mine)
  try {
    return await mine
  } finally {
    if (queues.get(name) === mine) queues.delete(name)
  }
}
