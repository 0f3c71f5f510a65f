import { type FileHandle, open } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { createInflateRaw, inflateRawSync } from 'node:zlib'
import { type FileProblem, fileProblem } from './problem.ts'

/** What a zip file says about itself, without anything being unpacked. */
export interface Archive {
  readonly names: readonly string[]
  readonly uncompressed: number
}

interface ArchiveEntry {
  readonly name: string
  readonly compressed: number
  readonly uncompressed: number
  readonly offset: number
  readonly method: number
}

/** An office file of 500 MB unpacked is no evidence; ordinary sheets shrink 5 to 50 times, a bomb 1,000 times. */
const MOST_UNCOMPRESSED = 500 * 1024 * 1024
const MOST_ENTRIES = 20_000
const HIGHEST_RATIO = 200
const RATIO_MATTERS_FROM = 20 * 1024 * 1024

/** Reads the central directory and refuses archives that are broken or would unpack to far more than they are. */
export async function inspectArchive(path: string): Promise<Archive | FileProblem> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const tail = await readAt(file, Math.max(0, size - END_LENGTH - LONGEST_COMMENT), size)
    const directory = directoryIn(tail, size)
    return judged(directory && readEntries(await readAt(file, directory.from, directory.to), directory.count), size)
  } finally {
    await file.close()
  }
}

/** The same of an archive that is in memory, such as one that lies in another. */
export function inspectBytes(bytes: Uint8Array): Archive | FileProblem {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return judged(entriesIn(all), all.length)
}

/** What `unpackArchive` may unpack at most, in bytes. */
export interface UnpackLimits {
  readonly perEntry: number
  readonly inAll: number
}

/** The entries with these names, really unpacked within the limits: what an archive says of its sizes may be a lie. */
export function unpackArchive(
  bytes: Uint8Array,
  wanted: RegExp,
  { perEntry, inAll }: UnpackLimits,
): ReadonlyMap<string, Uint8Array> | FileProblem {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = entriesIn(all)
  const archive = judged(entries, all.length)
  if ('problem' in archive || !entries) return 'problem' in archive ? archive : broken()
  const unpacked = new Map<string, Uint8Array>()
  let left = inAll
  for (const entry of entries.filter(({ name }) => wanted.test(name))) {
    const content = unpackedEntry(all, entry, Math.min(perEntry, left))
    if ('problem' in content) return content
    left -= content.length
    unpacked.set(entry.name, content)
  }
  return unpacked
}

/** What is in an archive that was looked at before: small parts whole, large ones as they are unpacked. */
export interface ArchiveContent {
  readonly names: readonly string[]
  /** In UTF-8; undefined when there is no such part. */
  text(name: string): string | undefined
  stream(name: string): AsyncIterable<string> | undefined
}

/** As much of an archive's part as is held at once. */
const MOST_TEXT = 256 * 1024 * 1024

/** Opens an archive in memory for reading; throws when it is broken, holds far more than it is, or lies about it. */
export function openArchive(bytes: Uint8Array): ArchiveContent {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = entriesIn(all)
  const archive = judged(entries, all.length)
  if ('problem' in archive || !entries) throw new Error(broken().words.en)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  return {
    names: archive.names,
    text(name) {
      const entry = byName.get(name)
      const content = entry && unpackedEntry(all, entry, MOST_TEXT)
      if (content && 'problem' in content) throw new Error(content.words.en)
      return content?.toString('utf8').replace(/^\uFEFF/, '')
    },
    stream(name) {
      const entry = byName.get(name)
      return entry && textOf(all, entry)
    },
  }
}

async function* textOf(all: Buffer, entry: ArchiveEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let length = 0
  for await (const chunk of unpackedChunks(packedBytes(all, entry), entry.method)) {
    length += chunk.length
    if (length > MOST_UNCOMPRESSED) throw new Error(tooLarge().words.en)
    yield decoder.decode(chunk, { stream: true })
  }
}

function unpackedChunks(packed: Buffer, method: number): AsyncIterable<Uint8Array> {
  const pieces = Array.from({ length: Math.ceil(packed.length / PIECE) }, (_each, at) => packed.subarray(at * PIECE, (at + 1) * PIECE))
  const source = Readable.from(pieces, { objectMode: true, highWaterMark: 1 })
  if (method === STORED) return source as AsyncIterable<Uint8Array>
  const unpacker = createInflateRaw({ chunkSize: PIECE })
  // A fault on the way destroys the unpacker with it, and so reaches who reads.
  pipeline(source, unpacker, () => {})
  return unpacker as AsyncIterable<Uint8Array>
}

const PIECE = 65_536

function packedBytes(all: Buffer, { offset, compressed }: ArchiveEntry): Buffer {
  const from = offset + LOCAL_HEADER_LENGTH + all.readUInt16LE(offset + 26) + all.readUInt16LE(offset + 28)
  return all.subarray(from, from + compressed)
}

function entriesIn(all: Buffer): readonly ArchiveEntry[] | undefined {
  const directory = directoryIn(all.subarray(Math.max(0, all.length - END_LENGTH - LONGEST_COMMENT)), all.length)
  return directory && readEntries(all.subarray(directory.from, directory.to), directory.count)
}

function unpackedEntry(all: Buffer, entry: ArchiveEntry, most: number): Buffer | FileProblem {
  const { method } = entry
  const packed = packedBytes(all, entry)
  if (method === STORED) return packed.length <= most ? packed : tooLarge()
  if (method !== DEFLATED) return broken()
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    return error instanceof RangeError ? tooLarge() : broken()
  }
}

function judged(entries: readonly ArchiveEntry[] | undefined, size: number): Archive | FileProblem {
  if (!entries || overlap(entries, size)) return broken()
  const uncompressed = entries.reduce((sum, entry) => sum + entry.uncompressed, 0)
  const isBomb = uncompressed > RATIO_MATTERS_FROM && uncompressed / size > HIGHEST_RATIO
  if (entries.length > MOST_ENTRIES || uncompressed > MOST_UNCOMPRESSED || isBomb) return tooLarge()
  return { names: entries.map(({ name }) => name), uncompressed }
}

// PKWARE APPNOTE 6.3.10, sections 4.3.12 (central directory) and 4.3.16 (its end). Files of 4 GB and more (zip64) are over our limit anyway.
const END_SIGNATURE = 0x06054b50
const END_LENGTH = 22
const LONGEST_COMMENT = 65_535
const ENTRY_SIGNATURE = 0x02014b50
const ENTRY_LENGTH = 46
const LOCAL_HEADER_LENGTH = 30

// Section 4.4.5: how an entry is packed.
const STORED = 0
const DEFLATED = 8

/** Where the central directory lies, from the last bytes of an archive. */
function directoryIn(tail: Buffer, size: number): { readonly from: number; readonly to: number; readonly count: number } | undefined {
  let at = tail.length - END_LENGTH
  while (at >= 0 && tail.readUInt32LE(at) !== END_SIGNATURE) at -= 1
  if (at < 0) return undefined
  const [count, length, offset] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)]
  return offset + length > size ? undefined : { from: offset, to: offset + length, count }
}

async function readAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const buffer = Buffer.alloc(to - from)
  const { bytesRead } = await file.read(buffer, 0, buffer.length, from)
  return buffer.subarray(0, bytesRead)
}

function readEntries(bytes: Buffer, count: number): readonly ArchiveEntry[] | undefined {
  const entries: ArchiveEntry[] = []
  let at = 0
  while (at + ENTRY_LENGTH <= bytes.length && bytes.readUInt32LE(at) === ENTRY_SIGNATURE) {
    const nameEnd = at + ENTRY_LENGTH + bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + ENTRY_LENGTH, nameEnd),
      compressed: bytes.readUInt32LE(at + 20),
      uncompressed: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
      method: bytes.readUInt16LE(at + 10),
    })
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries.length === count ? entries : undefined
}

/** Entries that share bytes are how a small archive claims to hold petabytes (Fifield, “A better zip bomb”, 2019). */
function overlap(entries: readonly ArchiveEntry[], size: number): boolean {
  let end = 0
  for (const { name, offset, compressed } of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < end) return true
    end = offset + LOCAL_HEADER_LENGTH + Buffer.byteLength(name) + compressed
  }
  return end > size
}

function broken() {
  return fileProblem('file.archive-broken', '文件已损坏，无法打开', 'The file is broken and cannot be opened')
}

function tooLarge() {
  return fileProblem(
    'file.archive-too-large',
    '文件解压后过大，不予接收；请删去图片、空白的行列和多余的工作表后另存，或分成几个文件上传',
    'The file unpacks to far more than is accepted; save it without pictures, empty rows and other sheets, or upload it in parts',
  )
}
