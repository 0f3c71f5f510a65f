import type { Id } from '#engine/define/id.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Clock } from '#platform/clock/clock.ts'
import { newId } from '#platform/clock/id.ts'
import type { Database } from '#platform/db/database.ts'
import { addAccount } from '../queries/accounts.ts'
import { passwordFault } from '../rules/password.ts'
import { hashPassword } from './accounts-password-hash.ts'

export interface AccountInput {
  readonly loginName: string
  readonly password: string
  /** Code of the jurisdiction that the person is an entry of. */
  readonly jurisdiction: string
  readonly person: Id<'person'>
  /** Right for a password that somebody else has chosen. */
  readonly mustChangePassword: boolean
}

/** Gives a person an account to sign in with. */
export async function createAccount(
  database: Pick<Database, 'query'>,
  clock: Clock,
  input: AccountInput,
): Promise<{ readonly ok: true; readonly account: string } | Refusal> {
  const loginName = input.loginName.normalize('NFKC').trim()
  const fault = loginNameFault(loginName) ?? passwordFault(input.password, loginName)
  if (fault) return fault

  const { mustChangePassword, jurisdiction, person } = input
  const id = newId(clock)
  const passwordHash = await hashPassword(input.password)
  const added = await addAccount(database, { id, loginName, passwordHash, mustChangePassword, jurisdiction, person, at: clock.now() })
  return added ? { ok: true, account: id } : taken(loginName)
}

/** Letters of any script, digits and . _ - @, up to 64: "zhang.wei", "张伟", "13800000000". */
const LOGIN_NAME = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,63}$/u

function loginNameFault(loginName: string): Refusal | null {
  if (LOGIN_NAME.test(loginName)) return null
  return refuse(
    'invalid',
    'account.login-name',
    `登录名“${loginName}”不合要求：应为 1 至 64 个文字、数字或 . _ - @，以文字或数字开头。`,
    `The login name "${loginName}" is not valid: 1 to 64 letters, digits or . _ - @ are expected, beginning with a letter or digit.`,
  )
}

function taken(loginName: string): Refusal {
  return refuse(
    'conflict',
    'account.login-name-taken',
    `登录名“${loginName}”已有人使用，请另取一个。`,
    `The login name "${loginName}" is taken. Choose another.`,
  )
}
