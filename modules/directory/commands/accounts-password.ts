import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Clock } from '#platform/clock/clock.ts'
import type { Database } from '#platform/db/database.ts'
import { replacePassword } from '../queries/accounts.ts'
import type { SignedIn } from '../queries/sessions-signed-in.ts'
import { passwordFault } from '../rules/password.ts'
import { checkCredentials } from './accounts-credentials.ts'
import { hashPassword } from './accounts-password-hash.ts'

export interface PasswordChange {
  readonly current: string
  readonly next: string
  readonly address: string
}

/** Changes the person's own password and ends their other sessions; a wrong current one counts as a failed sign-in. */
export async function changePassword(
  database: Database,
  clock: Clock,
  { who, change }: { readonly who: SignedIn; readonly change: PasswordChange },
): Promise<{ readonly ok: true } | Refusal> {
  const { loginName } = who.person
  const { current, next, address } = change
  const fault = next === current ? unchanged : passwordFault(next, loginName)
  if (fault) return fault

  const account = await checkCredentials(database, clock, { loginName, password: current, address, timeZone: who.jurisdiction.timeZone })
  if (account === null) return wrongCurrent
  if (isRefusal(account)) return account

  await replacePassword(database, { account: account.id, passwordHash: await hashPassword(next), at: clock.now(), session: who.sessionId })
  return { ok: true }
}

const wrongWords = { zh: '当前密码不正确，请重新输入。', en: 'The current password is wrong. Type it again.' }
const wrongCurrent = refuse('invalid', 'password.wrong-current', wrongWords.zh, wrongWords.en, {
  faults: [{ path: 'current', message: wrongWords }],
})

const unchangedWords = { zh: '新密码与当前密码相同，请另设一个。', en: 'The new password is the current one. Choose another.' }
const unchanged = refuse('invalid', 'password.unchanged', unchangedWords.zh, unchangedWords.en, {
  faults: [{ path: 'next', message: unchangedWords }],
})
