import type mammoth from 'mammoth'
import { unpackArchive } from '#platform/files/archive.ts'
import { type FileProblem, isFileProblem } from '#platform/files/problem.ts'
import { textFromHtml } from './from-html.ts'
import { withNumbers } from './word-numbering.ts'

/** The parts mammoth reads. Pictures are never unpacked; headers and footers are no part of the body. */
const PARTS = /^(?:\[Content_Types\]\.xml|_rels\/.*|docProps\/.*|word\/(?!media\/|embeddings\/|header|footer).*\.(?:xml|rels))$/
/** A plan of 50 pages has some 3 MB of XML; reading one keeps the process busy, so larger ones are refused. */
const LIMITS = { perEntry: 20 * 1024 * 1024, inAll: 40 * 1024 * 1024 }
const BODY = /^word\/document\d*\.xml$/

/** Why a Word file gives no text. */
export type DocxProblem = 'not-docx' | 'broken' | 'too-large'

/** The words of the body of a Word document (.docx), one paragraph a line, tables row by row. */
export async function textFromDocx(bytes: Uint8Array): Promise<{ readonly text: string } | { readonly problem: DocxProblem }> {
  const parts = unpackArchive(bytes, PARTS, LIMITS)
  if (isFileProblem(parts)) return { problem: problemOf(parts) }
  if (![...parts.keys()].some((name) => BODY.test(name))) return { problem: 'not-docx' }
  // Texts are read in threads of their own: the one that serves would hold the library, and what it brings, for nothing.
  const { convertToHtml, images } = (await import('mammoth')).default
  const withoutPictures = { convertImage: images.imgElement(() => Promise.resolve({ src: '' })) }
  try {
    const { value } = await convertToHtml(asInput(numbered(parts)), withoutPictures)
    return { text: textFromHtml(value) }
  } catch {
    // Whatever the library stumbles over, the file is what is wrong: it was made by others and is never ours.
    return { problem: 'broken' }
  }
}

/** With what Word counts written out, in the main part. */
function numbered(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const xmlOf = (name: string) => Buffer.from(parts.get(name) ?? '').toString('utf8')
  const [numbering, styles] = [xmlOf('word/numbering.xml'), xmlOf('word/styles.xml')]
  return new Map(
    [...parts].map(([name, bytes]) =>
      BODY.test(name) ? [name, Buffer.from(withNumbers({ document: xmlOf(name), numbering, styles }))] : [name, bytes],
    ),
  )
}

/** The parts as the archive mammoth asks: it takes one that is open already, which its types leave out (its lib/unzip.js). */
function asInput(parts: ReadonlyMap<string, Uint8Array>): Parameters<typeof mammoth.convertToHtml>[0] {
  const read = (name: string, encoding?: string) => {
    const bytes = parts.get(name) ?? new Uint8Array()
    return Promise.resolve(encoding ? new TextDecoder(encoding).decode(bytes) : bytes)
  }
  const file = { exists: (name: string) => parts.has(name), read }
  return { file } as unknown as Parameters<typeof mammoth.convertToHtml>[0] // see above
}

function problemOf({ problem }: FileProblem): DocxProblem {
  return problem === 'file.archive-too-large' ? 'too-large' : 'broken'
}
