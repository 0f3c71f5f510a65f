import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCommand } from '#apps/cli/read/read.ts'
import { DEMONSTRATION_PASSWORD } from '#apps/cli/seed/directory.ts'
import type { Problem } from '#contract/problem.ts'
import { type Api, type Client, openApi } from '#tests/support/api.ts'
import { onePagePdf } from '#tests/support/files.ts'
import { ROOT } from '#tests/support/test-jurisdiction.ts'
import { openWorld, type World } from '#tests/support/world.ts'

const PLAN = join(ROOT, 'tests/golden/passages/04-notice-with-action-plan.txt')
let world: World
let api: Api
let applicant: Client

beforeAll(async () => {
  world = await openWorld()
  api = await openApi(world)
  applicant = await api.as('kunshan')
})
afterAll(async () => {
  await api?.close()
  await world?.close()
})

describe('a plan is read without being kept', () => {
  test.each(['json', 'md', 'html', 'xlsx'] as const)('as %s it is what the command line gives', async (format) => {
    const answer = await read(readFileSync(PLAN), 'plan.txt', format)
    const printed = await command(PLAN, format)

    expect(answer.statusCode).toBe(200)
    if (format === 'xlsx') expect(await cellsOf(answer.rawPayload)).toEqual(await cellsOf(printed))
    else expect(answer.body).toBe(printed.toString('utf8'))
    if (format !== 'json') expect(answer.headers['content-disposition']).toContain(`plan.${format}`)
    expect(answer.headers['cache-control']).toContain('no-store')
  })

  test('a pasted text is read, too; no document, no item and no file is made of either', async () => {
    const before = await kept()
    const answer = await applicant.post('/documents:read', { text: '行动方案\n一、主要目标\n到2030年，建成创新平台20个。\n' })

    expect(answer.json()).toMatchObject({ targets: [{ value: 20, unit: '个', deadline: '2030' }] })
    expect(await kept()).toEqual(before)
  })

  test.each([
    ['a scan', onePagePdf(''), 'scan.pdf', 422, 'plan.empty'],
    ['a broken PDF', Buffer.from('%PDF-1.7'), 'broken.pdf', 422, 'plan.broken-file'],
    ['an old Word file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]), 'old.doc', 422, 'plan.not-text'],
    ['too long a text', Buffer.from('字'.repeat(1_000_001)), 'long.txt', 413, 'plan.too-long'],
    ['over 20 MB', Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), 'large.txt', 413, 'file.too-large'],
    ['marked secret', Buffer.from('机密★10年\n\n行动方案\n一、主要目标\n'), 'marked.txt', 422, 'secrecy.mark-found'],
  ])('%s is answered with what to do', async (_what, bytes, name, status, code) => {
    const answer = await read(bytes, name, 'json')

    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([status, code])
    expect(answer.json<Problem>().words.zh).toContain(name)
  })

  test('not for who is signed out, not without a text, not in another format', async () => {
    const out = await api.app.inject({ method: 'POST', url: '/api/v1/documents:read', payload: { text: '方案' } })

    expect(out.statusCode).toBe(401)
    expect((await applicant.post('/documents:read', {})).json<Problem>()).toMatchObject({ status: 422 })
    expect((await applicant.post('/documents:read?format=docx', { text: '方案' })).json<Problem>()).toMatchObject({
      code: 'request.invalid',
    })
  })

  test('is described for programs', async () => {
    const { paths } = (await applicant.send({ url: '/api/openapi.json' })).json<{ paths: Record<string, { post?: object }> }>()

    expect(paths['/api/v1/documents:read']?.post).toMatchObject({ parameters: [{ name: 'format', in: 'query' }] })
  })
})

describe('a reading ends', () => {
  test('when its client goes away, and its place is free again', async () => {
    const text = '一、主要任务\n（一）建设创新平台。到2030年，建成创新平台20个。\n'.repeat(25_000)
    const ask = await fetching()
    const client = new AbortController()
    const short = async () => (await ask('文本', new AbortController().signal)).status
    // The short question may take a place before the second long text has arrived, which then tries again.
    const long = async () => {
      for (;;) {
        const answer = await ask(text, client.signal)
        if (answer.status !== 409) return answer
      }
    }
    const begun = [long(), long()]
    const settled = Promise.allSettled(begun)
    await expect.poll(short, { timeout: 10_000 }).toBe(409)

    client.abort()

    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect.poll(short, { timeout: 10_000 }).toBe(200)
  })
})

const read = (bytes: Uint8Array, name: string, format: string) => {
  const edge = 'edge-of-parts'
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return applicant.send({
    method: 'POST',
    url: `/api/v1/documents:read?format=${format}`,
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
  })
}

async function command(file: string, format: string): Promise<Buffer> {
  const parts: Buffer[] = []
  await readCommand([file, '--format', format], { out: (part) => void parts.push(Buffer.from(part)), err: () => {} })
  return Buffer.concat(parts)
}

async function cellsOf(bytes: Uint8Array) {
  return (await readXlsx(new Uint8Array(bytes))).sheets.map(({ name, rows }) => ({ name, rows }))
}

async function kept() {
  const [counted] = await world.sql(
    'select (select count(*) from {{schema}}.policy_document) as documents, (select count(*) from {{schema}}.file) as files',
  )
  return counted
}

/** Asks over a real connection, which can be hung up. */
async function fetching() {
  const address = `${await api.app.listen({ port: 0, host: '127.0.0.1' })}/api/v1`
  const post = async (path: string, body: object, headers: Readonly<Record<string, string>>, signal?: AbortSignal) =>
    await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    })
  const opened = await post('/session', { loginName: 'kunshan', password: DEMONSTRATION_PASSWORD }, {})
  const own = {
    cookie: opened.headers.getSetCookie()[0]!.split(';')[0]!,
    'x-csrf-token': ((await opened.json()) as { csrf: string }).csrf,
  }
  return async (text: string, signal: AbortSignal) => await post('/documents:read', { text }, own, signal)
}
