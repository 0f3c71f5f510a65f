import { z } from 'zod'
import type { Id } from '#engine/define/id.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Call } from '#engine/store/call.ts'
import { command, execute } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import { accountOfPerson, giveOneTimePassword } from '../queries/accounts.ts'
import { person } from '../registers/person.register.ts'
import { hashPassword } from './accounts-password-hash.ts'
import { INSTALLER } from './keep-classifications.ts'
import { inTransaction, jurisdictionOf, oneTimePassword } from './one-time-password.ts'

const input = z.strictObject({ person: z.uuid(), reason: z.string().trim().min(1).max(2000) })

/** A person who forgot the password, or whose first one was lost, gets a new one-time password; who is signed in as them is out. */
export const resetPassword = command({
  name: 'directory.reset-password',
  label: { zh: '重设密码', en: 'Reset a password' },
  input,
  right: { role: 'administrator' },
  run: (call, given) => reset(call, given, 1),
  // The one-time password is told once and kept nowhere.
  keeps: ({ password: _password, ...rest }) => rest,
})

/** By whoever has the machine, also for an account that several jurisdictions share. */
export async function resetPasswordAtMachine(store: Store, whom: Id<'person'>) {
  const atMachine = { ...resetPassword, run: (call: Call, given: z.infer<typeof input>) => reset(call, given, Number.POSITIVE_INFINITY) }
  const given = { person: whom, reason: '在服务器上用命令行重设密码' }
  return await execute(store, atMachine, { actor: INSTALLER, request: 'reset-password' }, given)
}

async function reset(call: Call, given: z.infer<typeof input>, mostPlaces: number) {
  call.because(given.reason)
  const own = await call.read(person, given.person)
  const database = inTransaction(call)
  const account = await accountOfPerson(database, await jurisdictionOf(call), own.id)
  if (!account) return noAccount(own.name)
  if (account.places > mostPlaces) return shared(own.name)
  call.move(person, [own], 'resetPassword')
  const password = oneTimePassword()
  await giveOneTimePassword(database, { account: account.id, passwordHash: await hashPassword(password), at: call.facts.now })
  return { person: own.id, loginName: account.loginName, password }
}

function noAccount(name: string): Refusal {
  return refuse(
    'not_found',
    'account.none',
    `“${name}”还没有登录账号，无密码可重设；请通过岗位交接为其开设账号`,
    `"${name}" has no account to sign in with; one is made when a post is handed over to a new person`,
  )
}

/** An administrator of one jurisdiction must not come to act in another. */
function shared(name: string): Refusal {
  return refuse(
    'forbidden',
    'account.shared',
    `“${name}”的账号也在其他辖区使用，不能由本辖区重设；请系统维护人员在服务器上运行 lantu reset-password`,
    `the account of "${name}" is used in other jurisdictions too; ask who runs the machine to give lantu reset-password`,
  )
}
