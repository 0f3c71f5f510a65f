import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSecrets } from './secrets.ts'

let folder: string

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'lantu-secrets-')), 'keys')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

test('what was sealed is opened after a restart, and reads as nothing meanwhile', async () => {
  const sealed = (await openSecrets(folder)).seal('13800138000 张三')

  expect((await openSecrets(folder)).open(sealed)).toBe('13800138000 张三')
  expect(sealed.includes(Buffer.from('13800138000'))).toBe(false)
})

test('the same text is sealed differently each time', async () => {
  const secrets = await openSecrets(folder)
  expect(secrets.seal('张三').equals(secrets.seal('张三'))).toBe(false)
})

test('no nonce is used twice, also where one page of random bytes ends and the next begins', async () => {
  const secrets = await openSecrets(folder)
  const nonces = Array.from({ length: 2000 }, () => secrets.seal('张三').subarray(1, 13).toString('hex'))
  expect(new Set(nonces).size).toBe(2000)
})

test('a sealed value that was changed, cut, or belongs to somebody else is refused', async () => {
  const secrets = await openSecrets(folder)
  const sealed = secrets.seal('320102199001011234', 'person-1')
  const changed = Buffer.from(sealed)
  changed[sealed.length - 1] = (changed.at(-1) ?? 0) ^ 1

  expect(secrets.open(sealed, 'person-1')).toBe('320102199001011234')
  expect(() => secrets.open(changed, 'person-1')).toThrow('cannot be opened')
  expect(() => secrets.open(sealed.subarray(0, 10), 'person-1')).toThrow('cannot be opened')
  expect(() => secrets.open(sealed, 'person-2')).toThrow('cannot be opened')
})

test('another installation cannot open or sign for this one', async () => {
  const [ours, theirs] = [await openSecrets(folder), await openSecrets(`${folder}-other`)]

  expect(() => theirs.open(ours.seal('x'))).toThrow('cannot be opened')
  expect(theirs.verifyHmac('cursor', ours.hmac('cursor'))).toBe(false)
})

test('a signature holds for its text and its purpose only', async () => {
  const secrets = await openSecrets(folder)
  const signature = secrets.hmac('page 2', 'cursor')

  expect(secrets.verifyHmac('page 2', signature, 'cursor')).toBe(true)
  expect(secrets.verifyHmac('page 3', signature, 'cursor')).toBe(false)
  expect(secrets.verifyHmac('page 2', signature, 'invitation')).toBe(false)
  expect(secrets.verifyHmac('page 2', 'short', 'cursor')).toBe(false)
})

test('two processes that start at once agree on one key, which only its owner may read', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => openSecrets(folder)))

  expect(new Set(all.map((secrets) => secrets.hmac('x'))).size).toBe(1)
  expect(readdirSync(folder)).toEqual(['lantu.key'])
  expect(statSync(join(folder, 'lantu.key')).mode & 0o777).toBe(0o600)
})

test('a damaged key is reported, never replaced', async () => {
  await openSecrets(folder)
  writeFileSync(join(folder, 'lantu.key'), 'oops')

  await expect(openSecrets(folder)).rejects.toThrow('restore it from a backup')
})
