import { looksLikeHtml } from '#platform/documents/from-html.ts'
import { textFromPdf } from '#platform/documents/from-pdf.ts'
import { inspectBytes, openArchive, unpackArchive } from '#platform/files/archive.ts'
import { type FileProblem, isFileProblem } from '#platform/files/problem.ts'
import { decoded, wordsOfHtml } from './markup.ts'
import { INSERTED, OFFICE_FORMATS, type OfficeFormat } from './office-texts.ts'

/** Where in a file a text stands; inside a file inserted in it all parts are one. */
export type FilePart = 'header' | 'body' | 'properties' | 'inserted'

/** Why a file, or something in it, could not be looked through. */
export type NotLookedInto = 'picture' | 'scan' | 'unreadable'

interface Found {
  readonly part: FilePart
  readonly text: string
  readonly isInserted: boolean
}

interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** There are more files in the file than are looked through. */
export class TooMuchInside extends Error {}

/** A report with its annexes is two deep; a bomb multiplies with every layer (42.zip has six). */
const DEEPEST = 3
const MOST_FILES = 200
const MOST_UNPACKED = 128 * 1024 * 1024

/** The words of an office file itself are read piece by piece and never held: a sheet of 100,000 rows has 250 MB of them. */
const MOST_WORDS = 500 * 1024 * 1024

/** What one upload may still take, over all its layers. */
interface Budget {
  files: number
  bytes: number
}

/** Every text in a file and in the files in it, and what cannot be read. What a file is, its content says. */
export async function* lookInside(file: GivenFile): AsyncGenerator<Found | { readonly notLookedInto: NotLookedInto }> {
  yield* layer(file, 0, { files: MOST_FILES, bytes: MOST_UNPACKED })
}

type Layer = ReturnType<typeof lookInside>

async function* layer({ name, bytes }: GivenFile, depth: number, budget: Budget): Layer {
  if (depth > DEEPEST || budget.files <= 0) throw new TooMuchInside()
  budget.files -= 1
  const isInserted = depth > 0
  if (startsWith(bytes, 'PK\u0003\u0004')) yield* ofArchive(bytes, depth, budget)
  else if (startsWith(bytes, '%PDF')) yield* ofPdf(bytes, depth, budget)
  else if (PICTURES.some((start) => startsWith(bytes, start)) || /\.(?:emf|wmf|svm)$/i.test(name)) yield { notLookedInto: 'picture' }
  else if (isBinary(bytes)) yield { notLookedInto: 'unreadable' }
  else {
    const text = decoded(bytes)
    yield { part: 'body', text: /\.html?$/i.test(name) || looksLikeHtml(text) ? wordsOfHtml(text) : text, isInserted }
  }
}

const PICTURES = ['\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', 'BM', 'II*\0', 'MM\0*']

function startsWith(bytes: Uint8Array, start: string): boolean {
  return [...start].every((character, at) => bytes[at] === character.charCodeAt(0))
}

/** UTF-16 says so with its first two bytes; no other text has zeros. */
function isBinary(bytes: Uint8Array): boolean {
  return !isUtf16(bytes) && bytes.subarray(0, 8192).includes(0)
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

async function* ofArchive(bytes: Uint8Array, depth: number, budget: Budget): Layer {
  const archive = inspectBytes(bytes)
  if (isFileProblem(archive)) throw archive.problem === 'file.archive-too-large' ? new TooMuchInside() : new Error(archive.words.en)
  const format = OFFICE_FORMATS.find(({ sign }) => archive.names.some((name) => sign.test(name)))
  let letters = 0
  if (format)
    for await (const found of wordsOf(format, bytes, depth > 0 ? budget : { files: 0, bytes: MOST_WORDS }, depth > 0)) {
      letters += found.part === 'body' ? found.text.trim().length : 0
      yield found
    }
  // A page that was scanned into an office file has next to no words beside its picture.
  if (format && letters < FEWEST_LETTERS && archive.names.some((name) => IMAGE.test(name))) yield { notLookedInto: 'scan' }
  for (const [name, inserted] of unpacked(bytes, format ? INSERTED : /[^/]$/, budget))
    yield* layer({ name, bytes: inserted }, depth + 1, budget)
}

const FEWEST_LETTERS = 20
const IMAGE = /\.(?:png|jpe?g|bmp|gif|tiff?|jb2|emf|wmf)$/i

function unpacked(bytes: Uint8Array, wanted: RegExp, budget: Budget): ReadonlyMap<string, Uint8Array> {
  const members = unpackArchive(bytes, wanted, { perEntry: MOST_UNPACKED / 2, inAll: budget.bytes })
  if (isFileProblem(members)) throw refusedBy(members)
  for (const { length } of members.values()) budget.bytes -= length
  return members
}

/** What cannot be looked into is not taken in. */
function refusedBy({ problem, words }: FileProblem): Error {
  return problem === 'file.archive-too-large' ? new TooMuchInside() : new Error(words.en)
}

async function* wordsOf(format: OfficeFormat, bytes: Uint8Array, budget: Budget, isInserted: boolean): AsyncGenerator<Found> {
  const archive = openArchive(bytes)
  for (const name of archive.names.filter((each) => format.words.test(each)))
    for await (const piece of piecesOf(archive.stream(name)!, budget)) {
      const xml = looksHarmless(piece) ? piece.slice(0, LARGE) : piece
      yield { part: partOf(name), text: format.textOf(xml), isInserted }
      for (const text of format.headersIn?.(xml) ?? []) yield { part: 'header', text, isInserted }
    }
}

/**
 * A part in pieces that end with a row, a text or a paragraph. Each begins with the last one of the piece before, because a mark may
 * stand under the words that say what it is.
 */
async function* piecesOf(part: AsyncIterable<string>, budget: Budget): AsyncGenerator<string> {
  let held = ''
  for await (const chunk of part) {
    budget.bytes -= Buffer.byteLength(chunk)
    held += chunk
    if (budget.bytes < 0 || held.length > MOST_HELD) throw new TooMuchInside()
    if (held.length < PIECE) continue
    const end = lastEnd(held, held.length)
    const before = lastEnd(held, end - 1)
    if (before <= 0) continue
    yield held.slice(0, end)
    held = held.slice(before)
  }
  yield held
}

const PIECE = 2 * 1024 * 1024
/** A text that does not end within so many characters is not one that people wrote. */
const MOST_HELD = 32 * 1024 * 1024
/** Ends of tags, whatever prefix a program gives them; that an opening one may end so, too, does no harm. */
const UNITS = ['row>', 'si>', ':p>', 'comment>', 'TextObject>']

/** Where the last unit ends that ends before this place; 0 when none does. */
function lastEnd(xml: string, before: number): number {
  const ends = UNITS.map((unit) => {
    const at = xml.lastIndexOf(unit, before - unit.length)
    return at < 0 ? 0 : at + unit.length
  })
  return Math.max(...ends)
}

const LARGE = 256 * 1024
/** One of them stands in every mark, as itself or as a number; see `secrecyMarks`. */
const SIGNS_OF_MARKS = ['密', '内', '&#']

/** A large piece that cannot hold a mark is not read as text: that took half a second of a sheet of 20,000 rows, in which nobody else was served. */
function looksHarmless(piece: string): boolean {
  return piece.length > LARGE && !SIGNS_OF_MARKS.some((sign) => piece.includes(sign))
}

function partOf(name: string): FilePart {
  if (/\/(?:header|footer)\d*\.xml$/i.test(name)) return 'header'
  return name.startsWith('docProps/') || /OFD\.xml$/i.test(name) ? 'properties' : 'body'
}

async function* ofPdf(bytes: Uint8Array, depth: number, budget: Budget): Layer {
  const read = await textFromPdf(bytes)
  if (!read) return yield { notLookedInto: 'unreadable' }
  yield { part: 'properties', text: read.properties, isInserted: depth > 0 }
  for (const text of read.pages) yield { part: 'body', text, isInserted: depth > 0 }
  if (read.isCut || read.pages.some((text) => text === '')) yield { notLookedInto: 'scan' }
  for (const attached of read.attachments) {
    budget.bytes -= attached.bytes.length
    if (budget.bytes < 0) throw new TooMuchInside()
    yield* layer(attached, depth + 1, budget)
  }
}
