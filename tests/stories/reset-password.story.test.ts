import { afterAll, beforeAll, expect, test } from 'vitest'
import { resetPasswordOf } from '#apps/cli/reset-password.ts'
import type { ResetPasswordAnswer } from '#contract/posts.ts'
import { entryHistory } from '#engine/store/entries.ts'
import { type Api, openApi } from '#tests/support/api.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

let world: World
let api: Api

beforeAll(async () => {
  world = await openWorld()
  api = await openApi(world)
})
afterAll(async () => {
  await api?.close()
  await world?.close()
})

const reset = (who: string, whom: string, request?: string) =>
  world.give<ResetPasswordAnswer>(who, 'directory.reset-password', { person: world.as(whom).person, reason: '忘记密码' }, request)
const signIn = async (loginName: string, password: string) =>
  await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { loginName, password } })

const later = () => world.clock.at(new Date(world.clock.now().getTime() + 1000).toISOString())

const sessionsOf = async (loginName: string) => {
  const text = `select count(*)::int as n from lantu.session own join lantu.account on account.id = own.account where login_name = $1`
  return Number((await world.sql(text, [loginName]))[0]?.['n'])
}

test('an administrator gives a new one-time password; the old one and all open sessions end, and the history tells it', async () => {
  await api.as('sip')
  expect(await sessionsOf('sip')).toBeGreaterThan(0)

  const { loginName, password } = await must(reset('admin', 'sip'))

  expect(await sessionsOf('sip')).toBe(0)
  expect((await signIn('sip', 'Lantu-demo-2026')).json()).toMatchObject({ code: 'session.wrong-credentials' })
  expect((await signIn(loginName, password!)).json()).toMatchObject({ mustChangePassword: true })
  const history = await entryHistory(world.store, world.store.catalogue.need('person'), world.as('admin'), world.as('sip').person)
  expect('lines' in history && history.lines[0]).toMatchObject({ act: 'resetPassword', reason: '忘记密码' })
})

test.each([
  ['an administrator', async () => (await must(reset('admin', 'suzhou', `lock ${String(world.clock.now())}`))).password!],
  ['the command line', () => printedFor('suzhou')],
])(
  'a new password by %s lifts the lock of whoever tried the old one too often; wrong ones after it count from none',
  async (_who, give) => {
    later()
    for (let tried = 0; tried < 6; tried++) await signIn('suzhou', `wrong ${tried}`)
    expect((await signIn('suzhou', 'Lantu-demo-2026')).json()).toMatchObject({ code: 'session.locked' })

    later()
    const password = await give()

    expect((await signIn('suzhou', 'still wrong')).json()).toMatchObject({ code: 'session.wrong-credentials' })
    expect((await signIn('suzhou', password)).json()).toMatchObject({ mustChangePassword: true })
  },
)

test('a repeated request tells the password no more, and nobody else may give one', async () => {
  expect((await must(reset('admin', 'nanjing', 'once'))).password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
  expect((await must(reset('admin', 'nanjing', 'once'))).password).toBeUndefined()
  for (const who of ['planner', 'sip-leader', 'auditor']) expect((await refused(reset(who, 'kunshan'))).kind).toBe('forbidden')
})

test('an account of two jurisdictions is reset on the machine alone', async () => {
  await world.sql(
    `insert into lantu.jurisdiction select (jsonb_populate_record(own, '{"code": "elsewhere", "schema_name": "j_elsewhere"}')).* from lantu.jurisdiction own limit 1`,
  )
  const account = `(select account from lantu.account_person where person = $1 limit 1)`
  await world.sql(`insert into lantu.account_person (account, jurisdiction, person) values (${account}, 'elsewhere', gen_random_uuid())`, [
    world.as('jiangning').person,
  ])

  expect((await refused(reset('admin', 'jiangning'))).code).toBe('account.shared')
})

test('the command line prints one for a login name, whatever its case, and says when there is none', async () => {
  expect((await signIn('kunshan', await printedFor('Kunshan'))).json()).toMatchObject({ mustChangePassword: true })

  const { code, err } = await atMachine('nobody')
  expect([code, err]).toEqual([1, expect.stringContaining('没有登录名“nobody”')])
})

const printedFor = async (loginName: string) => (await atMachine(loginName)).out.split('\n')[0]!

async function atMachine(loginName: string) {
  const said = { out: '', err: '' }
  const io = { out: (text: string) => void (said.out += text), err: (text: string) => void (said.err += text) }
  const code = await resetPasswordOf({ database: world.store.database, storeOf: () => world.store }, loginName, io)
  return { ...said, code }
}
