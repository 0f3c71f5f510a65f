import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownDeliveryView, templatesView } from '#contract/delivery.ts'
import { remindOfDue } from '#modules/collaboration/index.ts'
import { queueNotices, sendDue } from '#modules/delivery/index.ts'
import { a } from '#tests/support/builders.ts'
import { giveAddress, mailChannel, outbox, setChannel, tell } from '#tests/support/delivery.ts'
import { followAll } from '#tests/support/follow.ts'
import { type MailServer, mailServer } from '#tests/support/mail-server.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

const NIGHT = { from: '21:00', until: '08:00', daysOff: true }
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
  // A Wednesday.
  world.clock.at('2026-06-03T10:00:00+08:00')
  server = await mailServer()
  await habits({ quiet: NIGHT })
})
afterEach(async () => {
  await world.sql(`delete from {{schema}}.outbox`)
  await world.sql(`delete from {{schema}}.delivery_choice`)
  await server.close()
})

async function habits(more: object, linkBase = 'https://lantu.example.cn'): Promise<void> {
  const own = mailChannel(server.port)
  channel = await setChannel(world, { ...own, habits: { ...own.habits, linkBase, ...more }, ...(channel && { channel }) })
}
const handIn = (values: object = {}) => a.technology(world, { by: 'applicant', steps: 1, values: { title: '不外传的名称', ...values } })
const at = (moment: string) => world.clock.at(`2026-06-${moment}:00+08:00`)
const choose = (choices: object) => must(world.give('kunshan', 'delivery.choose-delivery', choices))

test('at night and on days off nothing leaves; in the morning of the next working day all of it is one mail', async () => {
  at('05T21:30') // Friday
  await handIn()
  await handIn()
  await tell(world)
  at('06T11:00')
  await handIn()
  await tell(world)
  at('08T07:59')
  await tell(world)
  expect(server.received).toEqual([])

  at('08T08:00')
  await tell(world)
  expect(server.received).toHaveLength(1)
  expect(server.received[0]!.head).toContain('Subject: 【蓝图】您有 3 条新消息')
  expect(server.received[0]!.text).toContain('· 等您办理：“前沿技术突破” 3 件')
  expect(await outbox(world)).toMatchObject([{ kind: 'waiting', many: 3, state: 'sent' }])
})

test('what is due within a working day goes at once, at night too; how near that is, is a setting', async () => {
  at('03T22:00')
  const { id } = await handIn()
  await world.sql(`update {{schema}}.technology set changed_at = '2026-05-28T02:00:00Z' where id = $1`, [id]) // five working days ago
  await tell(world)
  expect(server.received).toHaveLength(1)

  at('04T22:00')
  await handIn()
  await tell(world)
  expect(server.received).toHaveLength(1)
  await habits({ quiet: NIGHT, urgentDays: 5 })
  await handIn()
  await tell(world)
  expect(server.received).toHaveLength(2)
})

test('a digest gathers many into one, daily at 08:30 or on Monday; a second try says the same and takes in nothing new', async () => {
  await choose({ channels: { [channel]: { cadence: 'weekly' } } })
  for (let n = 0; n < 4; n++) await handIn()
  await tell(world)
  at('05T08:30')
  await tell(world)
  expect(server.received).toEqual([])

  server.answers(451)
  at('08T08:30')
  await tell(world)
  await choose({ channels: {} })
  at('08T08:31')
  await handIn()
  await followAll(world, queueNotices(world.store))
  while ((await sendDue(world.store)) > 0);
  expect(server.received.map(({ head }) => /^Subject: (.*)$/m.exec(head)![1])).toEqual([
    '【蓝图】您有 4 条新消息',
    '【蓝图】您有 1 件“前沿技术突破”待办',
  ])
  expect((await outbox(world)).map(({ many, state }) => [many, state])).toEqual([
    [1, 'sent'],
    [4, 'sent'],
  ])
})

test('two workers at once make one digest, not two', async () => {
  at('03T22:00')
  for (let n = 0; n < 6; n++) await handIn()
  await tell(world)
  at('04T08:30')
  await Promise.all([sendDue(world.store), sendDue(world.store), sendDue(world.store)])
  expect(server.received).toHaveLength(1)
})

test('the morning’s reminders leave with the working day, the same work counted once', async () => {
  at('22T00:05')
  await handIn()
  await followAll(world)
  at('30T00:05')
  expect(await remindOfDue(world.store, queueNotices(world.store))).toBeGreaterThan(0)
  at('30T08:00')
  await tell(world)
  const own = server.received.filter(({ to }) => to[0] === 'clerk@ks.example.cn')
  expect(own).toHaveLength(1)
  expect(own[0]!.head).toMatch(/您有 \d+ 件待办已逾期/)
})

test('each person says what they are told of, how often and when not; others keep what the channel has', async () => {
  await giveAddress(world, 'kunshan-leader', { mail: 'leader@ks.example.cn' })
  await choose({ channels: { [channel]: { kinds: ['returned'] } }, quiet: null })
  await handIn()
  await tell(world)
  expect(server.received).toEqual([])
  expect(ownDeliveryView.parse(await world.ask('kunshan', 'delivery.own', {}))).toMatchObject({
    mail: 'c****@ks.example.cn',
    choices: { channels: { [channel]: { kinds: ['returned'] } }, quiet: null },
  })
  expect(ownDeliveryView.parse(await world.ask('suzhou', 'delivery.own', {}))).toMatchObject({
    mail: null,
    channels: [{ reached: false }],
    choices: { channels: {} },
  })

  at('03T23:00')
  await choose({ channels: {}, quiet: null })
  await handIn()
  await tell(world)
  expect(server.received).toHaveLength(1)
})

test('a person changes their own address and nobody else’s; it stands masked in the history', async () => {
  expect((await refused(world.give('kunshan', 'delivery.choose-address', { mail: 'a@b.cn\r\nBcc: c@d.cn' }))).code).toBe('input.invalid')
  await must(world.give('kunshan', 'delivery.choose-address', { mail: 'new.clerk@ks.example.cn' }))
  await handIn()
  await tell(world)
  expect(server.received.map(({ to }) => to)).toEqual([['new.clerk@ks.example.cn']])

  const [version] = await world.sql('select version from {{schema}}.person where id = $1', [world.as('suzhou').person])
  const other = { id: world.as('suzhou').person, version: Number(version!['version']) }
  expect((await refused(world.edit('kunshan', 'person', other, { mail: 'x@y.cn' }))).kind).toMatch(/not_found|forbidden/)
  expect((await refused(world.move('kunshan', 'person', other, 'setAddress'))).kind).toMatch(/not_found|forbidden/)
  await must(world.give('kunshan', 'delivery.choose-address', { mail: 'clerk@ks.example.cn' }))
})

test('who takes the address away is sent nothing, and the administrator sees why', async () => {
  at('03T22:00')
  await handIn()
  await tell(world)
  await must(world.give('kunshan', 'delivery.choose-address', { mail: null }))
  at('04T09:00')
  await tell(world)
  expect(await outbox(world)).toMatchObject([{ state: 'failed', reason: { zh: expect.stringContaining('未登记地址') } }])
  await must(world.give('kunshan', 'delivery.choose-address', { mail: 'clerk@ks.example.cn' }))
})

test('the administrator writes other words, with the facts there are; the default comes back', async () => {
  const key = { about: 'waiting', transport: 'smtp', language: 'zh' }
  const { code, faults } = await refused(
    world.give('admin', 'delivery.set-template', { ...key, subject: '有 {count} 件', body: '{name}，请办理 {phone}' }),
  )
  expect(code).toBe('input.invalid')
  expect(faults!.map(({ message }) => message.zh).join()).toMatch(/\{name\}.*\{phone\}/)

  await must(
    world.give('admin', 'delivery.set-template', {
      ...key,
      subject: '科技厅：有 {count} 件',
      body: '类型 {register}，时间 {time}\n{link}',
    }),
  )
  await handIn()
  await habits({ quiet: null, linkBase: undefined })
  await tell(world)
  expect(server.received[0]!.head).toContain('Subject: 科技厅：有 1 件')
  expect(server.received[0]!.text).toBe('类型 前沿技术突破，时间 2026-06-03 10:00')
  const of = async () =>
    templatesView
      .parse(await world.ask('admin', 'delivery.templates', {}))
      .templates.find((each) => each.about === 'waiting' && each.transport === 'smtp' && each.language === 'zh')
  expect(await of()).toMatchObject({ isDefault: false, subject: '科技厅：有 {count} 件' })

  await must(world.give('admin', 'delivery.restore-template', key))
  expect(await of()).toMatchObject({ isDefault: true })
  expect((await refused(world.give('admin', 'delivery.restore-template', key))).code).toBe('template.is-default')
  await must(world.give('admin', 'delivery.set-template', { ...key, subject: '再改', body: '再改' }))
  expect(await of()).toMatchObject({ subject: '再改' })
  await must(world.give('admin', 'delivery.restore-template', key))
})

test('a title leaves only where the entry is 主动公开 and the person may read it, whatever the template asks for', async () => {
  const key = { about: 'waiting', transport: 'smtp', language: 'zh' }
  await must(world.give('admin', 'delivery.set-template', { ...key, subject: '{matter}待办', body: '{matter}' }))
  for (const disclosure of ['open', 'on_request', 'closed']) {
    await handIn({ title: `名称-${disclosure}`, disclosure })
    await tell(world)
  }
  expect(server.received.map(({ text }) => text)).toEqual(['“名称-open”', '1 件“前沿技术突破”', '1 件“前沿技术突破”'])
  await must(world.give('admin', 'delivery.restore-template', key))
})

test('who works in English is told in English', async () => {
  await world.sql(`update lantu.account set language = 'en' where id = (select account from lantu.account_person where person = $1)`, [
    world.as('kunshan').person,
  ])
  await handIn()
  await tell(world)
  expect(server.received[0]!.head).toMatch(/Subject: \[Lantu\] 1 of .*wait for you/)
  await world.sql(`update lantu.account set language = null`)
})
