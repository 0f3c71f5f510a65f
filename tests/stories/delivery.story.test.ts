import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { setChannelsFrom } from '#apps/cli/channels-file.ts'
import { channelsView } from '#contract/delivery.ts'
import { queueNotices, sendDue } from '#modules/delivery/index.ts'
import { a } from '#tests/support/builders.ts'
import { giveAddress, mailChannel, outbox, setChannel, tell } from '#tests/support/delivery.ts'
import { followAll } from '#tests/support/follow.ts'
import { type MailServer, mailServer } from '#tests/support/mail-server.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

let world: World
let server: MailServer
let channel: string

beforeAll(async () => {
  world = await openWorld({ takeBackMinutes: 0 })
  await giveAddress(world, 'kunshan', { mail: 'clerk@ks.example.cn' })
  await followAll(world)
})
afterAll(() => world?.close())

beforeEach(async () => {
  server = await mailServer()
  channel = await setChannel(world, { ...mailChannel(server.port), ...(channel && { channel }) })
})
afterEach(async () => {
  await world.sql(`delete from {{schema}}.outbox`)
  await server.close()
})

const handIn = (title: string) => a.technology(world, { by: 'applicant', steps: 1, values: { title } })

test('a notice leaves by mail to who has an address, with a count and a link, and without title or name', async () => {
  await handIn('光量子芯片的封装')
  await tell(world)

  expect(server.received.map(({ to }) => to)).toEqual([['clerk@ks.example.cn']])
  const { head, text } = server.received[0]!
  expect(head).toMatch(/^Subject: 【蓝图】您有 1 件“前沿技术突破”待办$/m)
  expect(head).toMatch(/^Auto-Submitted: auto-generated$/m)
  expect(text).toContain('https://lantu.example.cn/work')
  expect(head + text).not.toContain('光量子')
  expect(await outbox(world)).toMatchObject([{ kind: 'waiting', state: 'sent', tries: 1, many: 1, channelTitle: '单位邮箱' }])
})

test('the outbox line is made with the notice or not at all, and once', async () => {
  await handIn('同生共死')
  await expect(
    followAll(world, async (reader, kept) => {
      await queueNotices(world.store)(reader, kept)
      throw new Error('the process dies here')
    }),
  ).rejects.toThrow('dies')
  expect(await outbox(world)).toEqual([])

  await followAll(world, queueNotices(world.store))
  await world.sql(`update {{schema}}.follower set xid = '0'`)
  await followAll(world, queueNotices(world.store))
  expect(await outbox(world)).toHaveLength(1)
})

test('what the person has read in the product before it leaves is not sent', async () => {
  await handIn('已经看过')
  await followAll(world, queueNotices(world.store))
  await must(world.give('kunshan', 'collaboration.read-notices', {}))
  await tell(world)

  expect(server.received).toEqual([])
  expect(await outbox(world)).toMatchObject([{ state: 'given_up', reason: { zh: '本人已在站内阅读，不再外发' } }])
})

test('a server that asks to wait is tried again later, longer each time, with the same Message-ID', async () => {
  server.answers(451, 451)
  await handIn('稍后再来')
  await tell(world)
  expect(await outbox(world)).toMatchObject([{ state: 'waiting', tries: 1, reason: { zh: expect.stringContaining('暂不接收') } }])
  expect((await outbox(world))[0]!.reason!.zh).not.toContain('ks.example.cn')

  await pass(29)
  await tell(world)
  expect((await outbox(world))[0]).toMatchObject({ tries: 1 })
  await pass(10)
  await tell(world)
  expect((await outbox(world))[0]).toMatchObject({ tries: 2, state: 'waiting' })
  await pass(75)
  await tell(world)

  const [own] = await outbox(world)
  expect(own).toMatchObject({ state: 'sent', tries: 3, reason: null })
  expect(server.received.map(({ messageId }) => messageId)).toEqual([`<${own!.id}@kjt.example.cn>`])
})

test('a refusal for good is not tried again; the administrator sees why, mends it and sends it again', async () => {
  server.answers(550)
  await handIn('查无此人')
  await tell(world)
  await pass(86_400)
  await tell(world)
  const [own] = await outbox(world, { state: 'failed' })
  expect(own).toMatchObject({ tries: 1, reason: { zh: expect.stringContaining('拒收') } })
  expect(channelsView.parse(await world.ask('admin', 'delivery.channels', {})).channels[0]).toMatchObject({
    counts: { failed: 1, waiting: 0 },
    lastReason: { zh: expect.stringContaining('拒收') },
  })

  expect(await must(world.give('admin', 'delivery.retry-messages', { messages: [own!.id], reason: '邮箱已恢复' }))).toEqual({ messages: 1 })
  await tell(world)
  expect(await outbox(world)).toMatchObject([{ state: 'sent' }])
  expect((await refused(world.give('admin', 'delivery.retry-messages', { messages: [own!.id], reason: '再来' }))).code).toBe(
    'message.nothing-to-do',
  )
})

test('after ten tries a message is given to the administrator, who gives it up for a reason that stands in the history', async () => {
  await server.close()
  await handIn('服务器没了')
  await tell(world)
  for (let hours = 0; hours < 12; hours++) {
    await pass(3 * 3600)
    await tell(world)
  }
  const [own] = await outbox(world)
  expect(own).toMatchObject({ state: 'failed', tries: 10, reason: { zh: expect.stringContaining('连不上邮件服务器') } })

  await must(world.give('admin', 'delivery.give-up-messages', { messages: [own!.id], reason: '改用电话通知' }))
  expect(await outbox(world)).toMatchObject([{ state: 'given_up' }])
  const [event] = await world.sql(`select reason, person from {{schema}}.event where command = 'delivery.give-up-messages'`)
  expect(event).toEqual({ reason: '改用电话通知（1）', person: world.as('admin').person })
})

test('a worker that dies after the server took the mail leaves it to be sent again under the same Message-ID, once its lease is over', async () => {
  await handIn('死在半路')
  await followAll(world, queueNotices(world.store))
  const dies = sendDue(world.store, async (store, kept) => {
    const { openChannel } = await import('#modules/delivery/queries/open-channel.ts')
    const real = await openChannel(store, kept)
    return {
      ...real,
      async send(message) {
        await real.send(message)
        throw new Error('killed')
      },
    }
  })
  await expect(dies).rejects.toThrow('killed')
  expect(server.received).toHaveLength(1)

  expect(await sendDue(world.store)).toBe(0)
  await pass(601)
  expect(await sendDue(world.store)).toBe(1)
  const ids = server.received.map(({ messageId }) => messageId)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  expect(await outbox(world)).toMatchObject([{ state: 'sent', tries: 2 }])
})

test('four workers at once send each message once', async () => {
  for (const who of ['kunshan', 'kunshan-leader', 'suzhou', 'jiangning']) await giveAddress(world, who, { mail: `${who}@ks.example.cn` })
  for (let at = 0; at < 30; at++) await must(world.give('admin', 'delivery.send-test', { channel, to: `clerk${at}@ks.example.cn` }))
  const counts = await Promise.all([sendDue(world.store), sendDue(world.store), sendDue(world.store), sendDue(world.store)])

  expect(counts.reduce((sum, count) => sum + count)).toBe(30)
  expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(30)
  expect(server.received).toHaveLength(30)
})

test('a stopped channel sends nothing and keeps what waits; started again, it goes out', async () => {
  await must(world.give('admin', 'delivery.send-test', { channel, to: 'it@kjt.example.cn' }))
  await must(world.give('admin', 'delivery.stop-channel', { channel }))
  await tell(world)
  expect(server.received).toEqual([])

  await must(world.give('admin', 'delivery.start-channel', { channel }))
  await tell(world)
  expect(server.received).toMatchObject([{ to: ['it@kjt.example.cn'], text: expect.stringContaining('渠道“单位邮箱”已接通') }])
})

test('a password is sealed in the table, never answered, opens the server, and a wrong one is told as such', async () => {
  await server.close()
  server = await mailServer({ account: { user: 'lantu', password: 'geheim-8842' } })
  const own = mailChannel(server.port)
  const withUser = { ...own, channel, settings: { ...own.settings, user: 'lantu' } }
  await setChannel(world, { ...withUser, secrets: { password: 'falsch-1' } })
  await must(world.give('admin', 'delivery.send-test', { channel, to: 'it@kjt.example.cn' }))
  await tell(world)
  expect(await outbox(world)).toMatchObject([{ state: 'waiting', reason: { zh: expect.stringContaining('不接受登录') } }])

  await setChannel(world, { ...withUser, secrets: { password: 'geheim-8842' } })
  await setChannel(world, withUser)
  await pass(60)
  await tell(world)
  expect(server.received).toHaveLength(1)
  const answered = JSON.stringify(await world.ask('admin', 'delivery.channels', {}))
  expect(answered).toContain('"secrets":["password"]')
  const tables = await Promise.all(
    ['channel_secret', 'notice_channel', 'notice_channel_version', 'event', 'idempotency', 'outbox'].map((name) =>
      world.sql(`select own::text as text from {{schema}}.${name} own`),
    ),
  )
  expect(answered + JSON.stringify(tables)).not.toMatch(/geheim|falsch/)
  expect(JSON.stringify(tables)).not.toContain('it@kjt.example.cn')
})

test.each(['a@b.cn\r\nBcc: all@gov.example.cn', 'a@b.cn, all@gov.example.cn', '13800000000', 'a@b\n.cn'])(
  'a test to %j is refused before anything is kept',
  async (to) => {
    const { kind } = await refused(world.give('admin', 'delivery.send-test', { channel, to: to }))
    expect(kind).toBe('invalid')
    expect(await outbox(world)).toEqual([])
  },
)

test('only an administrator sets channels up, sees the outbox and sends tests', async () => {
  for (const who of ['planner', 'kunshan', 'auditor', 'applicant']) {
    expect((await refused(world.give(who, 'delivery.set-channel', mailChannel(25)))).code).toBe('command.no-right')
    expect((await refused(world.give(who, 'delivery.send-test', { channel, to: 'a@b.cn' }))).code).toBe('command.no-right')
    expect(await world.ask(who, 'delivery.outbox', {})).toMatchObject({ code: 'query.no-right' })
    expect(await world.ask(who, 'delivery.channels', {})).toMatchObject({ code: 'query.no-right' })
  }
  expect((await refused(world.give('admin', 'delivery.set-channel', mailChannel(25)))).code).toBe('channel.code-taken')
})

test('the file of an unattended installation makes the channels, changes what differs, and writes nothing the second time', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'lantu-channels-')), 'channels.json')
  const keep = async (title: string, password: string) => {
    const { code: _code, ...own } = mailChannel(server.port)
    writeFileSync(file, JSON.stringify([{ ...own, code: 'from-file', title, secrets: { password } }]))
    await setChannelsFrom(file, world.installation)
  }
  const versions = async () => await world.sql(`select title, version from {{schema}}.notice_channel where code = 'from-file'`)
  await keep('政务邮箱', 'eins')
  await keep('政务邮箱', 'eins')
  expect(await versions()).toEqual([{ title: '政务邮箱', version: 1 }])
  await keep('政务邮箱', 'zwei')
  await keep('厅邮箱', 'zwei')
  expect(await versions()).toEqual([{ title: '厅邮箱', version: 3 }])

  writeFileSync(file, JSON.stringify([{ code: 'x' }]))
  await expect(setChannelsFrom(file, world.installation)).rejects.toThrow('0.settings')
  rmSync(dirname(file), { recursive: true })
})

/** So many seconds later. */
async function pass(seconds: number): Promise<void> {
  world.clock.at(new Date(world.clock.now().getTime() + seconds * 1000).toISOString())
}
