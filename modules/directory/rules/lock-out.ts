import { type Refusal, refuse } from '#engine/define/refusal.ts'

export interface LockOutRule {
  readonly failures: number
  readonly withinMinutes: number
  readonly lockedMinutes: number
}

/** 《GB/T 22239-2019》8.1.4.1 b asks for a limit of failed sign-ins; the numbers are ours. */
export const BY_NAME: LockOutRule = { failures: 5, withinMinutes: 15, lockedMinutes: 15 }

/** Higher, because a whole bureau may reach us through one address. */
export const BY_ADDRESS: LockOutRule = { failures: 50, withinMinutes: 15, lockedMinutes: 15 }

/** No failure older than this can still lock. */
export const LOOK_BACK_MINUTES = 30

/** When the lock ends that these failures (milliseconds, ascending) have caused, or null when there is none now. */
export function lockedUntil(failures: readonly number[], rule: LockOutRule, now: number): number | null {
  const ends = failures
    .filter((at, index) => at - (failures[index - rule.failures + 1] ?? Number.NEGATIVE_INFINITY) <= rule.withinMinutes * MINUTE_MS)
    .map((at) => at + rule.lockedMinutes * MINUTE_MS)
  const until = Math.max(0, ...ends)
  return until > now ? until : null
}

/** What a person who is locked out is told; the time is that of the server's zone. */
export function lockedOut(until: number, timeZone: string): Refusal {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(roundedUp(until))
  return refuse(
    'forbidden',
    'session.locked',
    `登录失败次数过多，已暂停登录。请在 ${time} 之后再试；忘记密码请联系系统管理员。`,
    `Too many failed sign-ins; signing in is suspended. Try again after ${time}. If you forgot your password, ask your administrator.`,
  )
}

/** A time told without seconds must not be too early. */
function roundedUp(until: number) {
  return Math.ceil(until / MINUTE_MS) * MINUTE_MS
}

const MINUTE_MS = 60_000
