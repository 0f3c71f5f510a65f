import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { LARGEST_FILE, type UploadedFile, uploadedFile } from '#contract/files.ts'
import type { Id } from '#engine/define/id.ts'
import { newId } from '#platform/clock/id.ts'
import { openFileStore } from '#platform/files/file-store.ts'
import { answerErrors } from '#platform/http/errors.ts'
import { fileRoutes } from './file-routes.ts'
import type { SignedIn } from './session.ts'
import { typed } from './typed.ts'

let folder: string
let app: FastifyInstance
let address: string
let noted: UploadedFile[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lantu-upload-'))
  app = fastify({ bodyLimit: 2 * 1024 * 1024 })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  answerErrors(app)
  await app.register(multipart)
  app.decorateRequest('session', null)
  app.addHook('onRequest', async (request) => {
    request.session = someone
  })
  const onUpload = async (who: SignedIn, file: UploadedFile) => {
    if (who === someone) noted.push(file)
  }
  fileRoutes(typed(app), { files: await openFileStore(folder), onUpload })
  address = await app.listen({ port: 0, host: '127.0.0.1' })
})

afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

async function upload(content: Uint8Array<ArrayBuffer>, name: string) {
  const form = new FormData()
  form.append('file', new Blob([content]), name)
  const answer = await fetch(`${address}/files`, { method: 'POST', body: form })
  return { status: answer.status, body: await answer.json() }
}

const text = (content: string) => new TextEncoder().encode(content)

const person = newId() as Id<'person'>
const someone: SignedIn = {
  sessionId: newId(),
  account: newId(),
  person: { id: person, name: '周明', loginName: 'zhou.ming' },
  jurisdiction: { code: 'demo', title: '示范省', schema: 'j_demo', demonstration: true, timeZone: 'Asia/Shanghai' },
  actor: { person, post: newId() as Id<'post'>, unit: newId() as Id<'org_unit'>, roles: new Set(['planner']), area: '320000' },
  csrf: '',
  mustChangePassword: false,
  language: null,
  seenAt: '2026-09-28T01:00:00.000Z',
}

describe('an uploaded file', () => {
  beforeEach(() => {
    noted = []
  })

  test("is kept under its hash, told with name, size and type, and noted as its sender's", async () => {
    const { status, body } = await upload(text('第十五个五年规划'), '江苏省“十五五”规划 （定稿）.TXT')

    expect(status).toBe(200)
    expect(uploadedFile.parse(body)).toEqual({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      name: '江苏省“十五五”规划 （定稿）.TXT',
      size: 24,
      type: 'text/plain',
    })
    expect(noted).toEqual([body])
  })

  test('may be larger than a JSON body may', async () => {
    const { status, body } = await upload(new Uint8Array(5 * 1024 * 1024).fill(0x61), 'notes.txt')

    expect(status).toBe(200)
    expect(body.size).toBe(5 * 1024 * 1024)
  })

  test('of exactly the largest size is taken, one byte more is refused with the limit, and nothing of it stays', async () => {
    const largest = await upload(new Uint8Array(LARGEST_FILE).fill(0x61), 'largest.txt')
    const larger = await upload(new Uint8Array(LARGEST_FILE + 1).fill(0x61), 'larger.txt')
    const enormous = await upload(new Uint8Array(LARGEST_FILE * 3).fill(0x61), 'enormous.txt')

    expect(largest.status).toBe(200)
    expect([larger.status, enormous.status]).toEqual([413, 413])
    expect(enormous.body.code).toBe('file.too-large')
    expect(enormous.body.words.zh).toContain('20 MB')
    expect(readdirSync(join(folder, 'incoming'))).toEqual([])
  })

  test('of another type, or whose content is not what its name says, is refused with the types allowed', async () => {
    const program = await upload(text('MZ'), 'setup.exe')
    const disguised = await upload(text('just text'), 'photo.png')

    expect([program.status, disguised.status]).toEqual([422, 422])
    expect([program.body.code, disguised.body.code]).toEqual(['file.type-not-allowed', 'file.name-disagrees'])
    expect(disguised.body.words.zh).toContain('pdf')
    expect(noted).toEqual([])
  })

  test('that is missing or empty is said to be so', async () => {
    const none = await fetch(`${address}/files`, { method: 'POST', body: new FormData() })
    const json = await fetch(`${address}/files`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
    const empty = await upload(text(''), 'empty.txt')

    expect([none.status, json.status, empty.status]).toEqual([422, 422, 422])
    expect((await none.json()).code).toBe('file.missing')
    expect(empty.body.code).toBe('file.empty')
  })

  test('cannot bring a folder with its name', async () => {
    const { body } = await upload(text('x'), '..\\..\\etc/passwd.txt')

    expect(body.name).toBe('passwd.txt')
  })
})
