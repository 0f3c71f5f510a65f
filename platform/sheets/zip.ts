import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file of the archive, its text made while it is written. */
export interface ZipPart {
  readonly path: string
  readonly text: AsyncIterable<string> | Iterable<string>
}

interface Written {
  readonly path: Buffer
  readonly at: number
  readonly crc: number
  readonly packed: number
  readonly size: number
}

// Level 1: a sheet waits for the person more than for the disk.
const LEVEL = 1
const LARGEST = 0xffff_ffff

/** An archive as it comes into being: sizes stand behind each file (data descriptors), so that nothing is held back. */
export async function* zip(parts: AsyncIterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const written: Written[] = []
  let at = 0
  for await (const { path, text } of parts) {
    const name = Buffer.from(path)
    const measure = { crc: 0, size: 0 }
    const start = at
    let packed = 0
    yield count(localHeader(name))
    for await (const chunk of deflated(text, measure)) {
      packed += chunk.length
      yield count(chunk)
    }
    const whole = { path: name, at: start, packed, ...measure }
    if (measure.size > LARGEST || at > LARGEST) throw new Error(`${path}: a workbook of more than 4 GiB`)
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

async function* deflated(text: ZipPart['text'], measure: { crc: number; size: number }): AsyncGenerator<Uint8Array> {
  const packer = createDeflateRaw({ level: LEVEL, chunkSize: 65_536 })
  // A fault on the way destroys the packer with it, and so reaches the loop below.
  pipeline(Readable.from(measured(text, measure), { objectMode: true, highWaterMark: 4 }), packer, () => {})
  try {
    yield* packer as AsyncIterable<Uint8Array>
  } finally {
    packer.destroy()
  }
}

async function* measured(text: ZipPart['text'], measure: { crc: number; size: number }): AsyncGenerator<Buffer> {
  for await (const piece of text) {
    const bytes = Buffer.from(piece)
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
