import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, inject, test } from 'vitest'
import { type OutboxView, outboxView } from '#contract/delivery.ts'
import { openDatabase } from '#platform/db/database.ts'
import { quoteIdentifier, withDatabaseName } from '#platform/db/identifier.ts'
import { mailChannel } from '#tests/support/delivery.ts'
import { mailServer } from '#tests/support/mail-server.ts'
import { type Caller, startServer } from './server-process.ts'

const home = mkdtempSync(join(tmpdir(), 'lantu-delivery-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const NAME = `delivery_${process.pid}`
const MAILS = 6

test('kill -9 in the middle of sending: every message leaves at least once, a second time under the same id, and none is lost', {
  timeout: 300_000,
}, async () => {
  const admin = openDatabase({ connectionString: inject('testServer'), max: 1 })
  await admin.query(`create database ${quoteIdentifier(NAME)}`)
  const own = { LANTU_DEMONSTRATION: 'small', DATABASE_URL: withDatabaseName(inject('testServer'), NAME) }
  const mail = await mailServer()
  const before = await startServer(home, own)
  const swallowed = mail.swallowsNext()
  await queueTests(await before.signIn('admin'), mail.port)
  // The mail server has taken one in; its answer, and the mark in the outbox, never come.
  await swallowed
  await before.kill()

  const there = openDatabase({ connectionString: own.DATABASE_URL, max: 1 })
  const { rows: unmarked } = await there.query<{ id: string }>(`select id from j_demo.outbox where state = 'waiting' and tries > 0`)
  expect(unmarked.length).toBeGreaterThan(0)
  const twice = mail.received.filter(({ messageId }) => unmarked.some(({ id }) => messageId.includes(id)))
  expect(twice.length).toBeGreaterThan(0)
  // Ten minutes later.
  await there.query(`update j_demo.outbox set leased_until = now() - interval '1 second' where leased_until is not null`)
  const after = await startServer(home, own)
  const items = await untilSent(await after.signIn('admin'))

  const left = mail.received.map(({ messageId }) => messageId)
  expect(items).toHaveLength(MAILS)
  for (const { id } of items) expect(left.some((messageId) => messageId.includes(id))).toBe(true)
  expect(new Set(left).size).toBe(MAILS)
  for (const { messageId } of twice) expect(left.filter((one) => one === messageId)).toHaveLength(2)
  expect(left).toHaveLength(MAILS + twice.length)
  await after.interrupt()
  await mail.close()
  await there.close()
  await admin.query(`drop database ${quoteIdentifier(NAME)} with (force)`)
  await admin.close()
})

async function queueTests(person: Caller, port: number): Promise<void> {
  const made = await person.call('POST', '/commands/delivery.set-channel', mailChannel(port))
  const { channel } = (await made.json()) as { channel: string }
  const sent = await Promise.all(
    Array.from({ length: MAILS }, (_each, at) =>
      person.call('POST', '/commands/delivery.send-test', { channel, to: `clerk${at}@ks.example.cn` }),
    ),
  )
  expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 200))
}

async function untilSent(person: Caller): Promise<OutboxView['items']> {
  for (let look = 0; look < 200; look++) {
    const { items } = outboxView.parse(await (await person.call('GET', '/queries/delivery.outbox')).json())
    if (items.every(({ state }) => state === 'sent')) return items
    await pause(200)
  }
  throw new Error('not every message leaves')
}
