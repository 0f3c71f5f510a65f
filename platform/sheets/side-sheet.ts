import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import type { SheetLine, SheetLook } from './sheet.ts'
import { type RowWriter, rowWriter, sheetEnd, sheetStart } from './sheet-xml.ts'
import { XmlBytes } from './xml-bytes.ts'
import { type PackedText, packer } from './zip.ts'

/**
 * A sheet whose rows come by while another one is written, so that what both are made from is read once. An archive holds its files one
 * after the other: until its turn the sheet lies packed in a file without a name, 8 MB for 200,000 rows.
 */
export interface SideSheet extends SheetLook {
  write(line: SheetLine): void
  /** Waits until what was written has gone to the disk, or nearly. */
  settled(): Promise<void>
  /** The sheet, or several where it is longer than Excel takes; nothing may be written after. */
  packed(): Promise<readonly PackedText[]>
  /** Lets go of the file; to be called however it ended. */
  close(): Promise<void>
}

/** As many bytes as are read from the file at once. */
const PIECE = 65_536
/** A file of an archive ends at 4 GiB. */
const MOST_BYTES = 3_000_000_000

/** Begins a side sheet with its head, which stands again on every further sheet after `mostRows`. */
export async function openSideSheet(look: SheetLook, head: SheetLine, mostRows: number): Promise<SideSheet> {
  const file = await unnamedFile()
  const parts: Part[] = []
  let part = next(Promise.resolve(0))
  return {
    ...look,
    write: (line) => {
      if (part.rows === mostRows || part.size > MOST_BYTES) {
        part.end()
        part = next(part.ended)
      }
      part.write(line)
    },
    settled: () => part.settled(),
    packed: async () => {
      part.end()
      await part.ended
      return parts
    },
    close: async () => {
      for (const each of parts) each.giveUp()
      await file.close()
    },
  }

  function next(begins: Promise<number>): Part {
    const made = new Part(file, look, begins)
    parts.push(made)
    made.write(head)
    return made
  }
}

/** Readable and writable by this process alone, and gone with it. */
async function unnamedFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `lantu-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  await rm(path)
  return file
}

/** One sheet of the archive, packed into a stretch of the file. */
class Part implements PackedText {
  crc = 0
  packed = 0
  size = 0
  rows = 0
  /** Where it ended in the file, in bytes. */
  readonly ended: Promise<number>
  private readonly file: FileHandle
  private readonly look: SheetLook
  private readonly xml = new XmlBytes()
  private readonly writeRow: RowWriter
  private readonly packing = packer()
  private begin = 0

  constructor(file: FileHandle, look: SheetLook, begins: Promise<number>) {
    this.file = file
    this.look = look
    this.writeRow = rowWriter(look)
    this.pack(Buffer.from(sheetStart(look)))
    this.ended = this.kept(begins)
    this.ended.catch(() => {}) // told to whoever waits for room or for the end
  }

  write(line: SheetLine): void {
    this.writeRow(this.xml, line, this.rows++)
    if (this.xml.isFull) this.pack(this.xml.take())
  }

  async settled(): Promise<void> {
    if (this.packing.writableNeedDrain) await Promise.race([once(this.packing, 'drain'), this.ended])
  }

  end(): void {
    this.pack(this.xml.take())
    this.pack(Buffer.from(sheetEnd(this.look)))
    this.packing.end()
  }

  /** Nothing more is packed, whether it had ended or not. */
  giveUp(): void {
    this.packing.destroy()
  }

  async *bytes(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < this.packed; ) {
      const { bytesRead, buffer } = await this.file.read(Buffer.allocUnsafe(Math.min(PIECE, this.packed - at)), {
        position: this.begin + at,
      })
      if (bytesRead === 0) throw new Error('a temporary file was cut short')
      yield buffer.subarray(0, bytesRead)
      at += bytesRead
    }
  }

  private pack(bytes: Uint8Array): void {
    this.crc = crc32(bytes, this.crc)
    this.size += bytes.length
    this.packing.write(bytes)
  }

  private async kept(begins: Promise<number>): Promise<number> {
    await pipeline(this.packing, async (chunks: AsyncIterable<Buffer>) => {
      this.begin = await begins
      for await (const chunk of chunks) {
        await this.file.write(chunk, 0, chunk.length, this.begin + this.packed)
        this.packed += chunk.length
      }
    })
    return this.begin + this.packed
  }
}
