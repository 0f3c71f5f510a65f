import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, openApi } from '#tests/support/api.ts'
import { a } from '#tests/support/builders.ts'
import { giveAddress, mailChannel, outbox, setChannel, smsChannel, tell } from '#tests/support/delivery.ts'
import { followAll } from '#tests/support/follow.ts'
import { type GatewayServer, type GivenAnswer, gatewayServer } from '#tests/support/gateway-server.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

let world: World
let api: Api
let server: GatewayServer
let channel: string

beforeAll(async () => {
  world = await openWorld({ takeBackMinutes: 0 })
  api = await openApi(world)
  await giveAddress(world, 'kunshan', { phone: '13900000001' })
  await followAll(world)
})
afterAll(async () => {
  await api?.close()
  await world?.close()
})
beforeEach(async () => {
  server = await gatewayServer()
  channel = await setChannel(world, { ...smsChannel(server.address), ...(channel && { channel }) })
})
afterEach(async () => {
  await world.sql(`delete from {{schema}}.outbox`)
  await server.close()
})

const sendTest = async () =>
  (await must(world.give<{ message: string }>('admin', 'delivery.send-test', { channel, to: '13800000000' }))).message
const first = async () => (await outbox(world))[0]!

test('a notice goes to the person’s number, signed, with its id, and the platform’s receipt is kept', async () => {
  await a.technology(world, { by: 'applicant', steps: 1, values: { title: '"}],"x":"逃逸' } })
  await tell(world)

  const [call] = server.received
  const message = await first()
  expect(call).toMatchObject({ method: 'POST', path: '/send?app=app%3D1%26x' })
  expect(JSON.parse(call!.body)).toEqual({
    mobiles: ['13900000001'],
    content: '您有 1 件“前沿技术突破”待办。请登录系统办理。https://lantu.example.cn/work',
    ext: { id: message.id },
  })
  const stamp = String(call!.headers['x-timestamp'])
  expect(Number(stamp)).toBe(world.clock.now().getTime() / 1000)
  expect(call!.headers['x-signature']).toBe(createHmac('sha256', 'schluessel-77').update(`${stamp}\n${call!.body}`).digest('hex'))
  expect(call!.headers['idempotency-key']).toBe(message.id)
  expect(message).toMatchObject({ state: 'sent', receipt: 'm-1', channelTitle: '短信平台' })
})

test.each([
  ['503', { status: 503 }, 30],
  ['429 that says when', { status: 429, headers: { 'retry-after': '120' } }, 120],
  ['a code that passes', { body: { code: 1001 } }, 30],
  ['a code that passes, as text', { body: { code: 'BUSY' } }, 30],
  ['a broken connection', (response) => void response.destroy(), 30],
] satisfies readonly (readonly [string, GivenAnswer, number])[])(
  'after %s it is tried again, not before its time, under the same id',
  async (_what, answer, seconds) => {
    server.answers(answer)
    await sendTest()
    await tell(world)
    expect(await first()).toMatchObject({ state: 'waiting', tries: 1 })

    await pass(seconds - 1)
    await tell(world)
    expect(server.received).toHaveLength(1)
    await pass(1 + seconds * 0.2)
    await tell(world)
    expect(await first()).toMatchObject({ state: 'sent', tries: 2 })
    expect(new Set(server.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  },
)

test.each([
  ['a code that is none of success', { body: { code: 401, message: 'bad mobile 13800000000' } }, '拒收'],
  ['404', { status: 404 }, '拒收'],
  ['a page of a portal instead of an answer', { body: '<html>login</html>' }, '拒收'],
  ['a redirect to another host', { status: 302, headers: { location: 'http://127.0.0.1:1/steal' } }, '转到别处'],
  ['a body without end', (response) => void (response.writeHead(200), response.write('x'.repeat(200_000))), '拒收'],
] satisfies readonly (readonly [string, GivenAnswer, string])[])(
  '%s is a refusal, told without anybody’s number, and not tried again',
  async (_what, answer, words) => {
    server.answers(answer)
    await sendTest()
    await tell(world)
    await pass(86_400)
    await tell(world)

    const own = await first()
    expect(own).toMatchObject({ state: 'failed', tries: 1, reason: { zh: expect.stringContaining(words) } })
    expect(own.reason!.zh.length).toBeLessThan(400)
    expect(JSON.stringify(own)).not.toContain('13800000000')
    expect(server.received).toHaveLength(1)
  },
)

test.each([
  'http://169.254.169.254/latest/meta-data',
  'http://[fe80::1]/x',
  'http://0.0.0.0:9/x',
  'http://[::ffff:169.254.169.254]/x',
  'http://224.0.0.1/',
])('an address for the host itself or for all, %s, is not asked', async (url) => {
  await setChannel(world, { ...smsChannel('', { url }), channel })
  await sendTest()
  await tell(world)
  expect(await first()).toMatchObject({ state: 'failed', reason: { zh: expect.stringContaining('不允许访问') } })
})

test.each([
  ['another protocol', { url: 'file:///etc/passwd' }],
  ['a name and password in the address', { url: 'http://user:secret@sms.example.cn/' }],
  ['a host that a text decides', { url: 'http://{to}.example.cn/' }],
  ['a header of the connection', { headers: { Host: 'elsewhere.example.cn' } }],
  ['a line break in a header', { headers: { 'X-App': 'a\r\nX-Other: b' } }],
  ['a placeholder that is none', { body: { content: '{txet}' } }],
  ['a signature inside what is signed', { body: { sign: '{signature}' } }],
])('%s is refused before it is kept', async (_what, settings) => {
  const before = JSON.stringify(await world.ask('admin', 'delivery.channels', {}))
  const { code, faults } = await refused(world.give('admin', 'delivery.set-channel', { ...smsChannel(server.address, settings), channel }))

  expect(code).toBe('input.invalid')
  expect(faults![0]!.path).toMatch(/^settings\./)
  expect(JSON.stringify(await world.ask('admin', 'delivery.channels', {}))).toBe(before)
})

test('a robot whose signature stands in the address is a matter of settings', async () => {
  const settings = {
    url: `${server.address}/robot/send?access_token={token}&timestamp={timestamp}&sign={signature}`,
    headers: {},
    body: { msgtype: 'text', text: { content: '{text}' }, at: { atMobiles: ['{to}'] } },
    signature: { signs: '{timestamp}\n{signKey}', encoding: 'base64', unit: 'ms' },
    accepted: { pointer: '/errcode', oneOf: [0] },
  }
  await setChannel(world, { ...smsChannel('', settings), channel })
  server.answers({ body: { errcode: 0 } })
  await sendTest()
  await tell(world)

  const stamp = String(world.clock.now().getTime())
  const sign = encodeURIComponent(createHmac('sha256', 'schluessel-77').update(`${stamp}\nschluessel-77`).digest('base64'))
  expect(server.received[0]!.path).toBe(`/robot/send?access_token=app%3D1%26x&timestamp=${stamp}&sign=${sign}`)
  expect(await first()).toMatchObject({ state: 'sent', receipt: null })
})

describe('a receipt', () => {
  const send = async (body: string, more: { readonly key?: string; readonly at?: number; readonly to?: string } = {}) => {
    const stamp = String(Math.floor(world.clock.now().getTime() / 1000) + (more.at ?? 0))
    const signature = createHmac('sha256', more.key ?? 'schluessel-77')
      .update(`${stamp}\n${body}`)
      .digest('hex')
    return await api.app.inject({
      method: 'POST',
      url: `/api/v1/receipts/${more.to ?? channel}`,
      headers: { 'content-type': 'application/json', 'x-lantu-timestamp': stamp, 'x-lantu-signature': signature },
      payload: body,
    })
  }
  const reports = (...given: readonly (readonly [string, string])[]) =>
    JSON.stringify({ reports: given.map(([msgid, status]) => ({ msgid, status })) })

  test('that is signed marks what was delivered and what was not, once, and never the other way round', async () => {
    const [good, bad] = [await sendTest(), await sendTest()]
    await tell(world)
    const receiptOf = new Map((await outbox(world)).map(({ id, receipt }) => [id, receipt!]))
    const both = reports([receiptOf.get(good)!, 'DELIVRD'], [receiptOf.get(bad)!, 'UNDELIV'])

    expect((await send(both)).json()).toEqual({ taken: 2 })
    expect((await send(both)).json()).toEqual({ taken: 0 })
    expect((await send(reports([receiptOf.get(good)!, 'EXPIRED']))).json()).toEqual({ taken: 0 })
    const states = new Map((await outbox(world)).map(({ id, state, reason }) => [id, { state, reason }]))
    expect(states.get(good)).toEqual({ state: 'delivered', reason: null })
    expect(states.get(bad)).toMatchObject({ state: 'failed', reason: { zh: '网关回执：未送达（UNDELIV）' } })
  })

  test.each([
    ['signed with another key', { key: 'other' }],
    ['ten minutes old', { at: -600 }],
    ['of a channel that is none', { to: '0198a7f0-0000-7000-8000-000000000000' }],
    ['of a channel whose name is none', { to: "x' or true --" }],
  ])('%s is refused without telling more, and marks nothing', async (_what, more) => {
    await sendTest()
    await tell(world)
    const { receipt } = await first()
    const answer = await send(reports([receipt!, 'DELIVRD']), more)

    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ code: 'receipt.not-signed' })
    expect(await first()).toMatchObject({ state: 'sent' })
  })

  test('that does not hold what the settings say, is changed on its way, or is too long is refused', async () => {
    await sendTest()
    await tell(world)
    for (const body of ['', '{}', 'null', '{"reports":[{"msgid":{"$ne":1},"status":"DELIVRD"}]}', '[', '{"reports":5}'])
      expect((await send(body)).json()).toMatchObject({ code: 'receipt.unreadable' })
    expect((await send('x'.repeat(70_000))).statusCode).toBe(413)
    const unsigned = await api.app.inject({ method: 'POST', url: `/api/v1/receipts/${channel}`, payload: { reports: [] } })
    expect(unsigned.statusCode).toBe(403)
  })

  test('to a mail channel, which takes none, is refused as one to nobody', async () => {
    const mail = await setChannel(world, { ...mailChannel(25), secrets: { signKey: 'schluessel-77' } })
    expect((await send(reports(['x', 'DELIVRD']), { to: mail })).json()).toMatchObject({ code: 'receipt.not-signed' })
    await must(world.give('admin', 'delivery.stop-channel', { channel: mail }))
  })
})

async function pass(seconds: number): Promise<void> {
  world.clock.at(new Date(world.clock.now().getTime() + seconds * 1000).toISOString())
}
