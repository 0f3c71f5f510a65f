import { type FileHandle, open } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'
import { type FileProblem, fileProblem } from './problem.ts'

/** What a zip file says about itself, without anything being unpacked. */
export interface Archive {
  readonly names: readonly string[]
  readonly uncompressed: number
}

interface ArchiveEntry {
  readonly name: string
  readonly method: number
  readonly compressed: number
  readonly uncompressed: number
  readonly offset: number
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
    const directory = await readDirectory(file, size)
    const entries = directory && readEntries(directory)
    if (!entries || overlap(entries, size)) return broken()
    const uncompressed = entries.reduce((sum, entry) => sum + entry.uncompressed, 0)
    const isBomb = uncompressed > RATIO_MATTERS_FROM && uncompressed / size > HIGHEST_RATIO
    if (entries.length > MOST_ENTRIES || uncompressed > MOST_UNCOMPRESSED || isBomb) return tooLarge()
    return { names: entries.map(({ name }) => name), uncompressed }
  } finally {
    await file.close()
  }
}

/** The unpacked parts whose names fit, each at most `most` bytes long; of an archive that `inspectArchive` has let pass. */
export async function readArchiveParts(path: string, wanted: RegExp, most: number): Promise<readonly ArchivePart[]> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const directory = await readDirectory(file, size)
    const entries = (directory && readEntries(directory)) ?? []
    const parts: ArchivePart[] = []
    for (const entry of entries) if (wanted.test(entry.name)) parts.push({ name: entry.name, bytes: await readPart(file, entry, most) })
    return parts
  } finally {
    await file.close()
  }
}

export interface ArchivePart {
  readonly name: string
  readonly bytes: Buffer
}

const STORED = 0

/** The local header repeats the name and has an extra field of its own length (4.3.7). */
async function readPart(file: FileHandle, { offset, compressed, method }: ArchiveEntry, most: number): Promise<Buffer> {
  const header = await readAt(file, offset, offset + LOCAL_HEADER_LENGTH)
  const start = offset + LOCAL_HEADER_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28)
  const bytes = await readAt(file, start, start + compressed)
  return method === STORED ? bytes : inflateRawSync(bytes, { maxOutputLength: most })
}

// PKWARE APPNOTE 6.3.10, sections 4.3.12 (central directory) and 4.3.16 (its end). Files of 4 GB and more (zip64) are over our limit anyway.
const END_SIGNATURE = 0x06054b50
const END_LENGTH = 22
const LONGEST_COMMENT = 65_535
const ENTRY_SIGNATURE = 0x02014b50
const ENTRY_LENGTH = 46
const LOCAL_HEADER_LENGTH = 30

async function readDirectory(file: FileHandle, size: number): Promise<{ readonly bytes: Buffer; readonly count: number } | undefined> {
  const tail = await readAt(file, Math.max(0, size - END_LENGTH - LONGEST_COMMENT), size)
  let at = tail.length - END_LENGTH
  while (at >= 0 && tail.readUInt32LE(at) !== END_SIGNATURE) at -= 1
  if (at < 0) return undefined
  const [count, length, offset] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)]
  return offset + length > size ? undefined : { bytes: await readAt(file, offset, offset + length), count }
}

async function readAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const buffer = Buffer.alloc(to - from)
  const { bytesRead } = await file.read(buffer, 0, buffer.length, from)
  return buffer.subarray(0, bytesRead)
}

function readEntries({ bytes, count }: { readonly bytes: Buffer; readonly count: number }): readonly ArchiveEntry[] | undefined {
  const entries: ArchiveEntry[] = []
  let at = 0
  while (at + ENTRY_LENGTH <= bytes.length && bytes.readUInt32LE(at) === ENTRY_SIGNATURE) {
    const nameEnd = at + ENTRY_LENGTH + bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + ENTRY_LENGTH, nameEnd),
      method: bytes.readUInt16LE(at + 10),
      compressed: bytes.readUInt32LE(at + 20),
      uncompressed: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
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
  return fileProblem('file.archive-too-large', '文件解压后过大，不予接收', 'The file unpacks to far more than is accepted')
}
