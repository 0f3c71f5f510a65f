import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib'

/** A file of the archive: its text, made while it is written, or what was packed before. */
export type ZipPart = { readonly path: string } & ({ readonly text: Text } | { readonly packed: PackedText })

/** Text in pieces, some of them UTF-8 already. */
type Text = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

/** How a text was packed, in bytes. */
export interface Measure {
  readonly crc: number
  readonly packed: number
  readonly size: number
}

/** A text that was packed while something else was written. */
export interface PackedText extends Measure {
  bytes(): AsyncIterable<Uint8Array>
}

interface Written extends Measure {
  readonly path: Buffer
  readonly at: number
}

const LARGEST = 0xffff_ffff

/** An archive as it comes into being: sizes stand behind each file (data descriptors), so that nothing is held back. */
export async function* zip(parts: AsyncIterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const written: Written[] = []
  let at = 0
  for await (const part of parts) {
    const name = Buffer.from(part.path)
    const measure = 'packed' in part ? part.packed : { crc: 0, packed: 0, size: 0 }
    const start = at
    yield count(localHeader(name))
    for await (const chunk of 'packed' in part ? part.packed.bytes() : deflated(part.text, measure)) yield count(chunk)
    if (measure.size > LARGEST || at > LARGEST) throw new Error(`${part.path}: a workbook of more than 4 GiB`)
    const whole = { path: name, at: start, crc: measure.crc, packed: measure.packed, size: measure.size }
    written.push(whole)
    yield count(descriptor(whole))
  }
  const directory = Buffer.concat(written.map(directoryEntry))
  yield directory
  yield endOfDirectory(written.length, directory.length, at)

  function count(chunk: Uint8Array): Uint8Array {
    at += chunk.length
    return chunk
  }
}

/** Level 1: a sheet waits for the person more than for the disk. */
export function packer(): DeflateRaw {
  return createDeflateRaw({ level: 1, chunkSize: 65_536 })
}

type Growing = { -readonly [Key in keyof Measure]: Measure[Key] }

async function* deflated(text: Text, measure: Growing): AsyncGenerator<Uint8Array> {
  const packing = packer()
  // A fault on the way destroys the packer with it, and so reaches the loop below.
  pipeline(Readable.from(measured(text, measure), { objectMode: true, highWaterMark: 4 }), packing, () => {})
  try {
    for await (const chunk of packing as AsyncIterable<Uint8Array>) {
      measure.packed += chunk.length
      yield chunk
    }
  } finally {
    packing.destroy()
  }
}

async function* measured(text: Text, measure: Growing): AsyncGenerator<Uint8Array> {
  for await (const piece of text) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    measure.crc = crc32(bytes, measure.crc)
    measure.size += bytes.length
    yield bytes
  }
}

// The format: APPNOTE 6.3, sections 4.3.7 to 4.3.16. Bit 3: sizes follow; bit 11: names are UTF-8; 0x21: the first of January 1980.
const FLAGS = 0x0808
const DEFLATED = 8
const A_DAY = 0x21

function localHeader(name: Buffer): Buffer {
  return Buffer.concat([
    record([0x04034b50, 4], [20, 2], [FLAGS, 2], [DEFLATED, 2], [0, 2], [A_DAY, 2], [0, 4], [0, 4], [0, 4], [name.length, 2], [0, 2]),
    name,
  ])
}

function descriptor({ crc, packed, size }: Written): Buffer {
  return record([0x08074b50, 4], [crc, 4], [packed, 4], [size, 4])
}

function directoryEntry({ path, at, crc, packed, size }: Written): Buffer {
  const sizes = [[crc, 4] as const, [packed, 4] as const, [size, 4] as const]
  const places = [[path.length, 2] as const, [0, 2] as const, [0, 2] as const, [0, 2] as const, [0, 2] as const, [0, 4] as const]
  return Buffer.concat([
    record([0x02014b50, 4], [20, 2], [20, 2], [FLAGS, 2], [DEFLATED, 2], [0, 2], [A_DAY, 2], ...sizes, ...places, [at, 4]),
    path,
  ])
}

function endOfDirectory(files: number, size: number, at: number): Buffer {
  return record([0x06054b50, 4], [0, 2], [0, 2], [files, 2], [files, 2], [size, 4], [at, 4], [0, 2])
}

function record(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [, size]) => sum + size, 0))
  let at = 0
  for (const [value, size] of fields) at = size === 2 ? bytes.writeUInt16LE(value, at) : bytes.writeUInt32LE(value, at)
  return bytes
}
