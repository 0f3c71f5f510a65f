import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inspectArchive } from './archive.ts'
import { examineEvidence, sniff } from './evidence.ts'
import { type FileStore, openFileStore } from './file-store.ts'

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const LIMIT = { limitBytes: 1024 * 1024 }

let folder: string
let store: FileStore

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lantu-files-'))
  store = await openFileStore(folder)
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the store', () => {
  test('gives back the bytes it was given, under their SHA-256', async () => {
    const bytes = randomBytes(300_000)
    const kept = await store.put(Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000)]), LIMIT)

    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(kept).toEqual({ sha256, size: 300_000 })
    expect((await buffer(store.read(sha256))).equals(bytes)).toBe(true)
    expect(await store.size(sha256)).toBe(300_000)
    expect(statSync(join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)).mode & 0o077).toBe(0)
  })

  test('keeps the same bytes once, also when they arrive at the same time', async () => {
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => store.put(PDF, LIMIT)))

    expect(others.every((other) => JSON.stringify(other) === JSON.stringify(first))).toBe(true)
    expect(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())).toHaveLength(1)
  })

  test('refuses what is too large or empty and leaves nothing behind', async () => {
    expect(await store.put(Readable.from([randomBytes(60), randomBytes(60)]), { limitBytes: 100 })).toMatchObject({
      problem: 'file.too-large',
    })
    expect(await store.put(new Uint8Array(), LIMIT)).toMatchObject({ problem: 'file.empty' })
    expect(readdirSync(join(folder, 'incoming'))).toEqual([])
  })

  test('an upload that breaks off leaves nothing behind', async () => {
    const breaking = Readable.from(
      (async function* () {
        yield randomBytes(10)
        throw new Error('connection lost')
      })(),
    )

    await expect(store.put(breaking, LIMIT)).rejects.toThrow('connection lost')
    expect(readdirSync(join(folder, 'incoming'))).toEqual([])
  })

  test('what a killed process left is cleared away after a day', async () => {
    const [old, young] = ['old', 'young'].map((name) => join(folder, 'incoming', name)) as [string, string]
    writeFileSync(old, 'x')
    writeFileSync(young, 'x')
    utimesSync(old, 0, 0)
    await openFileStore(folder)

    expect(readdirSync(join(folder, 'incoming'))).toEqual(['young'])
  })

  test('removes, knows what it has, and takes no path for a hash', async () => {
    const kept = await store.put(PDF, LIMIT)
    const sha256 = 'sha256' in kept ? kept.sha256 : ''
    await store.remove(sha256)
    await store.remove(sha256)

    expect(await store.has(sha256)).toBe(false)
    await expect(buffer(store.read(sha256))).rejects.toThrow('ENOENT')
    expect(() => store.read('../../etc/passwd')).toThrow('no SHA-256')
  })
})

describe('evidence', () => {
  const examined = (bytes: Uint8Array, name: string) => store.put(bytes, { ...LIMIT, examine: examineEvidence(name) })
  const docx = (...more: readonly string[]) =>
    zip(['[Content_Types].xml', 'word/document.xml', ...more].map((name) => ({ name, data: Buffer.from('<x/>') })))

  test.each([
    ['公示.pdf', PDF],
    ['照片.PNG', PNG],
    ['照片.jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0')])],
    ['说明.txt', Buffer.from('科技计划项目验收说明\r\n')],
    ['老说明.txt', Buffer.from([0xbf, 0xc6, 0xbc, 0xbc, 0xbc, 0xc6, 0xbb, 0xae])],
    ['任务书.docx', docx()],
    ['经费.xlsx', zip([{ name: 'xl/workbook.xml', data: Buffer.from('<x/>') }])],
    ['批文.ofd', zip([{ name: 'OFD.xml', data: Buffer.from('<x/>') }])],
  ])('%s is taken', async (name, bytes) => {
    expect(await examined(bytes, name)).toHaveProperty('sha256')
  })

  test.each([
    ['病毒.exe', Buffer.from('MZ'), 'file.type-not-allowed'],
    ['无扩展名', PDF, 'file.type-not-allowed'],
    ['伪装.pdf', PNG, 'file.name-disagrees'],
    ['伪装.txt', Buffer.from([0x4d, 0x5a, 0x90, 0x00, 0x03]), 'file.name-disagrees'],
    ['伪装.xlsx', docx(), 'file.name-disagrees'],
    ['带宏.docx', docx('word/vbaProject.bin'), 'file.macros'],
    ['残缺.docx', docx().subarray(0, 60), 'file.archive-broken'],
  ])('%s is refused', async (name, bytes, problem) => {
    expect(await examined(bytes, name)).toMatchObject({ problem })
  })

  test('a bomb is refused without being unpacked', async () => {
    const path = join(folder, 'bomb.docx')
    writeFileSync(path, zip([{ name: 'word/document.xml', data: Buffer.alloc(60 * 1024 * 1024) }]))

    expect(await inspectArchive(path)).toMatchObject({ problem: 'file.archive-too-large' })
  })

  test('entries that share their bytes are refused', async () => {
    const path = join(folder, 'overlap.docx')
    writeFileSync(path, zip(['a', 'b'].map((name) => ({ name, data: Buffer.from('same'), offset: 0 }))))

    expect(await inspectArchive(path)).toMatchObject({ problem: 'file.archive-broken' })
  })

  test('sniffing says what the content is and whether the name agrees', async () => {
    expect(await sniff(PNG, 'a.png')).toMatchObject({ content: 'png', agrees: true, mime: 'image/png' })
    expect(await sniff(PNG, 'a.pdf')).toMatchObject({ content: 'png', named: 'pdf', agrees: false, mime: 'image/png' })
  })
})

interface Packed {
  readonly name: string
  readonly data: Buffer
  /** A lie about where the entry stands. */
  readonly offset?: number
}

function zip(entries: readonly Packed[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  for (const { name, data, offset } of entries) {
    const packed = deflateRawSync(data)
    const sizes = [crc32(data), packed.length, data.length]
    const start = offset ?? Buffer.concat(locals).length
    locals.push(record(0x04034b50, [20, 0, 8, 0, 0], sizes, [Buffer.byteLength(name), 0], []), Buffer.from(name), packed)
    central.push(record(0x02014b50, [20, 20, 0, 8, 0, 0], sizes, [Buffer.byteLength(name), 0, 0, 0, 0], [0, start]), Buffer.from(name))
  }
  const [body, directory] = [Buffer.concat(locals), Buffer.concat(central)]
  const end = record(0x06054b50, [0, 0, entries.length, entries.length], [directory.length, body.length], [0], [])
  return Buffer.concat([body, directory, end])
}

function record(
  signature: number,
  shorts: readonly number[],
  longs: readonly number[],
  moreShorts: readonly number[],
  moreLongs: readonly number[],
) {
  const [short, long] = [
    (n: number) => Buffer.from(Uint16Array.of(n).buffer),
    (n: number) => Buffer.from(Uint32Array.of(n).buffer),
  ] as const
  return Buffer.concat([long(signature), ...shorts.map(short), ...longs.map(long), ...moreShorts.map(short), ...moreLongs.map(long)])
}
