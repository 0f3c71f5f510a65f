import { jurisdictions, peopleOfLogin, resetPasswordAtMachine } from '#modules/directory/index.ts'
import { readSettings } from '#platform/settings/settings.ts'
import { type Opened, openHome } from './open.ts'
import type { Terminal } from './terminal.ts'

const USAGE = '用法 / usage: lantu reset-password USERNAME\n'

/** `lantu reset-password USERNAME`: prints a one-time password, to be changed at the next sign-in. */
export async function resetPasswordCommand(args: readonly string[], io: Terminal): Promise<number> {
  const [loginName, ...more] = args
  if (loginName === undefined || loginName.startsWith('-') || more.length > 0) {
    io.err(USAGE)
    return 2
  }
  const opened = await openHome(readSettings())
  try {
    return await resetPasswordOf(opened.installation, loginName, io)
  } finally {
    await opened.database.leave()
  }
}

/** The same in an installation that is open. */
export async function resetPasswordOf(installation: Pick<Opened['installation'], 'database' | 'storeOf'>, loginName: string, io: Terminal) {
  const [first] = await peopleOfLogin(installation.database, loginName)
  const own = first && (await jurisdictions(installation.database)).find(({ code }) => code === first.jurisdiction)
  if (!first || !own) {
    io.err(`没有登录名“${loginName}”，请核对 | there is no login name "${loginName}"\n`)
    return 1
  }
  const outcome = await resetPasswordAtMachine(installation.storeOf(own.schema), first.person)
  if (!outcome.ok) {
    io.err(`${outcome.words.zh} | ${outcome.words.en}\n`)
    return 1
  }
  const { password } = outcome.answer as { readonly password: string } // the answer of this command
  io.out(
    `${password}\n一次性密码，只显示这一次；首次登录须修改，原有登录均已退出 | shown only now; to be changed at the next sign-in; all sessions of the account have ended\n`,
  )
  return 0
}
