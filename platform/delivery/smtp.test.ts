import { afterEach, beforeEach, expect, test } from 'vitest'
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

test('what a server answered is kept short, on one line, and without addresses or numbers', () => {
  expect(quotable('550 5.1.1 <zhang.san@ks.gov.cn>:\r\n user 13800001234 unknown')).toBe('550 5.1.1 <***>: user *** unknown')
  expect(quotable('x'.repeat(5000))).toHaveLength(300)
})

function open(more: { readonly security?: 'starttls' }) {
  return smtpChannel('邮件', { host: '127.0.0.1', port: server.port, security: 'none', from: 'lantu@b.cn', ...more }, undefined)
}
