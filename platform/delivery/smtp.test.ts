import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { authority } from '#tests/support/certificates.ts'
import { type MailServer, mailServer } from '#tests/support/mail-server.ts'
import { quotable } from './channel.ts'
import { smtpChannel } from './smtp.ts'

const MESSAGE = {
  id: '0198a7f0-0000-7000-8000-000000000001',
  to: 'a@b.cn',
  subject: '主题',
  text: '正文\n.\n第二行',
  at: new Date('2026-06-01T01:00:00Z'),
}
let server: MailServer

beforeEach(async () => {
  server = await mailServer()
})
afterEach(() => server.close())

test('a mail arrives as it was written, a lone dot in its text included', async () => {
  const channel = open({})
  expect(await channel.send(MESSAGE)).toEqual({ outcome: 'accepted', receipt: `<${MESSAGE.id}@b.cn>` })
  channel.close()

  expect(server.received).toMatchObject([{ to: ['a@b.cn'], text: '正文\n.\n第二行' }])
})

test.each(['subject', 'to', 'id'] as const)(
  'a line break in the %s begins no header: the message is refused and nothing leaves',
  async (field) => {
    const channel = open({})
    const sent = await channel.send({ ...MESSAGE, [field]: `${MESSAGE[field]}\r\nBcc: all@gov.example.cn` })
    channel.close()

    expect(sent.outcome).toBe('refused')
    expect(server.received).toEqual([])
  },
)

test('a server that does not offer TLS gets nothing when TLS is asked for', async () => {
  const channel = open({ security: 'starttls' })
  const sent = await channel.send(MESSAGE)
  channel.close()

  expect(sent).toMatchObject({ outcome: 'again' })
  expect(server.received).toEqual([])
})

describe.each([
  { security: 'tls', from: 'first-byte' },
  { security: 'starttls', from: 'starttls' },
] as const)('over $security', ({ security, from }) => {
  const own = authority('内网证书机构')

  test('a server certified by the authority of the settings gets the mail', async () => {
    const sent = await sendTo({ ...own.certify('localhost'), from }, { security, authority: own.certificate })

    expect(sent).toMatchObject({ outcome: 'accepted', received: 1 })
  })

  test('a certificate of an authority nobody named is not taken: nothing leaves, and the reason says what to do', async () => {
    const sent = await sendTo({ ...own.certify('localhost'), from }, { security })

    expect(sent).toMatchObject({ outcome: 'again', received: 0, reason: { zh: expect.stringContaining('签发机构的证书') } })
  })

  test('a certificate of another authority of the same name is not taken', async () => {
    const sent = await sendTo({ ...authority('内网证书机构').certify('localhost'), from }, { security, authority: own.certificate })

    expect(sent).toMatchObject({ outcome: 'again', received: 0 })
  })

  test('a certificate of another server is not taken', async () => {
    const sent = await sendTo({ ...own.certify('mail.example.cn'), from }, { security, authority: own.certificate })

    expect(sent).toMatchObject({ outcome: 'again', received: 0, reason: { zh: expect.stringContaining('证书') } })
  })
})

test('what a server answered is kept short, on one line, and without addresses or numbers', () => {
  expect(quotable('550 5.1.1 <zhang.san@ks.gov.cn>:\r\n user 13800001234 unknown')).toBe('550 5.1.1 <***>: user *** unknown')
  expect(quotable('x'.repeat(5000))).toHaveLength(300)
})

function open(more: { readonly security?: 'starttls' }) {
  return smtpChannel('邮件', { host: '127.0.0.1', port: server.port, security: 'none', from: 'lantu@b.cn', ...more }, undefined)
}

type Tls = NonNullable<NonNullable<Parameters<typeof mailServer>[0]>['tls']>

async function sendTo(tls: Tls, more: { readonly security: 'tls' | 'starttls'; readonly authority?: string }) {
  const secured = await mailServer({ tls })
  const channel = smtpChannel('邮件', { host: 'localhost', port: secured.port, from: 'lantu@b.cn', ...more }, undefined)
  const sent = await channel.send(MESSAGE)
  channel.close()
  await secured.close()
  return { ...sent, received: secured.received.length }
}
