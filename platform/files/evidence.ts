import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import { inspectArchive } from './archive.ts'
import { type FileProblem, fileProblem, isFileProblem } from './problem.ts'

/** What may be handed in as evidence, by extension. OFD is the national format for official documents (GB/T 33190). */
export const EVIDENCE_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ofd: 'application/ofd',
  txt: 'text/plain',
} as const

/** One of the extensions we take. */
export type EvidenceType = keyof typeof EVIDENCE_TYPES

/** What a first look at a file tells. */
export interface Sniffed {
  /** What the content looks like; `zip` covers docx, xlsx and ofd until the whole file is there. */
  readonly content: 'pdf' | 'png' | 'jpg' | 'zip' | 'txt' | 'other'
  /** What the name says, if it is a type we take. */
  readonly named: EvidenceType | undefined
  readonly mime: string
  /** Whether name and content say the same. */
  readonly agrees: boolean
}

/** How many bytes from the start are enough for `sniff`. */
export const SNIFF_BYTES = 8192

/** Looks at the first bytes of a file and at its name. */
export async function sniff(firstBytes: Uint8Array, name: string): Promise<Sniffed> {
  const content = await contentOf(firstBytes)
  const named = typeNamed(name)
  const agrees = named !== undefined && (ZIPPED.has(named) ? 'zip' : named) === content
  const mime = agrees ? EVIDENCE_TYPES[named] : content === 'other' ? 'application/octet-stream' : MIME_BY_CONTENT[content]
  return { content, named, mime, agrees }
}

const ZIPPED: ReadonlySet<EvidenceType> = new Set(['docx', 'xlsx', 'ofd'])
const MIME_BY_CONTENT = {
  pdf: EVIDENCE_TYPES.pdf,
  png: EVIDENCE_TYPES.png,
  jpg: EVIDENCE_TYPES.jpg,
  txt: EVIDENCE_TYPES.txt,
  zip: 'application/zip',
}

async function contentOf(bytes: Uint8Array): Promise<Sniffed['content']> {
  if (Buffer.from(bytes.subarray(0, 4)).equals(ZIP_START)) return 'zip'
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found?.ext === 'pdf' || found?.ext === 'png' || found?.ext === 'jpg') return found.ext
  return (found === undefined || found.ext === 'xml') && isText(bytes) ? 'txt' : 'other'
}

const ZIP_START = Buffer.from([0x50, 0x4b, 0x03, 0x04])

/** A saved web page is kept and handed out as the plain text it is made of: it never runs in anybody's browser. */
const OTHER_NAMES: Readonly<Record<string, EvidenceType>> = { jpeg: 'jpg', htm: 'txt', html: 'txt' }

function typeNamed(name: string): EvidenceType | undefined {
  const extension = extname(name).slice(1).toLowerCase()
  const wanted = OTHER_NAMES[extension] ?? extension
  return Object.keys(EVIDENCE_TYPES).find((type): type is EvidenceType => type === wanted)
}

/** Chinese text comes as UTF-8 or, from older editors, as GB 18030; the last character may be cut off. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte))) return false
  return ['utf-8', 'gb18030'].some((encoding) => decodes(bytes, encoding))
}

function decodes(bytes: Uint8Array, encoding: string) {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** For `FileStore.put`: whether a whole file may be kept as evidence under the name it was given. */
export function examineEvidence(name: string): (path: string) => Promise<FileProblem | undefined> {
  return async (path) => {
    const { named, agrees } = await sniff(await firstBytesOf(path), name)
    if (named === undefined) return notAllowed(name)
    if (!agrees) return disagrees(name)
    return ZIPPED.has(named) ? await examineZipped(path, name, named) : undefined
  }
}

async function examineZipped(path: string, name: string, named: EvidenceType): Promise<FileProblem | undefined> {
  const archive = await inspectArchive(path)
  if (isFileProblem(archive)) return archive
  if (!archive.names.some((entry) => MARK[named]?.test(entry))) return disagrees(name)
  const hasMacros = archive.names.some((entry) => /vbaProject\.bin$/i.test(entry))
  return hasMacros
    ? fileProblem('file.macros', `“${name}”含有宏，请去掉宏后再上传`, `"${name}" contains macros; remove them and upload it again`)
    : undefined
}

/** The entry that every file of the type must have. */
const MARK: Partial<Record<EvidenceType, RegExp>> = {
  docx: /^word\/document.*\.xml$/,
  xlsx: /^xl\/workbook\.(?:xml|bin)$/,
  ofd: /^\/?OFD\.xml$/i,
}

async function firstBytesOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function notAllowed(name: string) {
  const types = Object.keys(EVIDENCE_TYPES).join(', ')
  return fileProblem(
    'file.type-not-allowed',
    `“${name}”的格式不予接收；可用：${types}`,
    `"${name}" is of a type that is not accepted; use ${types}`,
  )
}

function disagrees(name: string) {
  return fileProblem(
    'file.name-disagrees',
    `“${name}”的内容与扩展名不符，可能只改了文件名；请用制作它的软件打开，另存为需要的格式后再上传`,
    `The content of "${name}" is not what its extension says, perhaps only its name was changed; open it with its program, save it in the right format and upload that`,
  )
}
