import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { systemClock } from '#platform/clock/clock.ts'
import { type FileProblem, fileProblem } from './problem.ts'

/** What was kept: its name is its SHA-256. */
export interface StoredFile {
  readonly sha256: string
  readonly size: number
}

/** How much is taken, and who looks at it first. */
export interface PutOptions {
  readonly limitBytes: number
  /** Looks at the whole file before it is kept, such as `examineEvidence`. */
  readonly examine?: (path: string) => Promise<FileProblem | undefined>
}

/** Files by what they contain: the same bytes are kept once, under their SHA-256. Who may read them is not decided here. */
export interface FileStore {
  put(source: Readable | Uint8Array, options: PutOptions): Promise<StoredFile | FileProblem>
  /** The stream fails with ENOENT when there is no such file. */
  read(sha256: string): Readable
  size(sha256: string): Promise<number | undefined>
  has(sha256: string): Promise<boolean>
  remove(sha256: string): Promise<void>
}

/** Opens a store in a folder on local disk and clears away what interrupted uploads left. */
export async function openFileStore(folder: string): Promise<FileStore> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  await clearRemains(incoming)

  const size = async (sha256: string) => (await stat(placeOf(folder, sha256)).catch(() => undefined))?.size
  return {
    put: (source, options) => put(folder, join(incoming, randomUUID()), source, options),
    read: (sha256) => createReadStream(placeOf(folder, sha256)),
    size,
    has: async (sha256) => (await size(sha256)) !== undefined,
    remove: (sha256) => rm(placeOf(folder, sha256), { force: true }),
  }
}

/** Two levels of 256 folders: 10,000,000 files are 150 to a folder. */
function placeOf(folder: string, sha256: string) {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`"${sha256}" is no SHA-256; expected 64 hexadecimal digits.`)
  return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

/** Written and forced to disk under another name first, so a half-written file is never found under its hash. */
async function put(folder: string, draft: string, source: Readable | Uint8Array, { limitBytes, examine }: PutOptions) {
  try {
    const written = await write(draft, source, limitBytes)
    if ('problem' in written) return written
    const problem = await examine?.(draft)
    if (problem) return problem
    await settle(draft, placeOf(folder, written.sha256))
    return written
  } finally {
    await rm(draft, { force: true })
  }
}

async function write(draft: string, source: Readable | Uint8Array, limitBytes: number): Promise<StoredFile | FileProblem> {
  const hash = createHash('sha256')
  const file = await open(draft, 'wx', 0o600)
  let size = 0
  try {
    for await (const chunk of source instanceof Readable ? source : [source]) {
      const bytes = bytesOf(chunk)
      size += bytes.length
      if (size > limitBytes) return tooLarge(limitBytes)
      hash.update(bytes)
      await writeAll(file, bytes)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return size === 0 ? fileProblem('file.empty', '文件是空的', 'The file is empty') : { sha256: hash.digest('hex'), size }
}

function bytesOf(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk
  if (typeof chunk === 'string') return Buffer.from(chunk)
  throw new Error('A stream of a file gave something other than bytes.')
}

async function writeAll(file: FileHandle, bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten
}

async function settle(draft: string, place: string) {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  await rename(draft, place) // over the same bytes, if they are there already
  const folder = await open(dirname(place), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function tooLarge(limitBytes: number): FileProblem {
  const limit = limitBytes >= MEGABYTE ? `${Math.floor(limitBytes / MEGABYTE)} MB` : `${limitBytes} B`
  return fileProblem('file.too-large', `文件超过 ${limit}`, `The file is larger than ${limit}`)
}

const MEGABYTE = 1024 * 1024
const REMAINS_AFTER_MS = 24 * 3600 * 1000

async function clearRemains(incoming: string) {
  const now = systemClock.now().getTime()
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const age = now - ((await stat(path).catch(() => undefined))?.mtimeMs ?? now)
    if (age > REMAINS_AFTER_MS) await rm(path, { force: true })
  }
}
