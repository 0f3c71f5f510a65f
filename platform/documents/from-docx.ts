import mammoth from 'mammoth'
import { unpackArchive } from '#platform/files/archive.ts'
import { type FileProblem, isFileProblem } from '#platform/files/problem.ts'
import { textFromHtml } from './from-html.ts'

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
  try {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, OPTIONS)
    return { text: textFromHtml(value) }
  } catch {
    // Whatever the library stumbles over, the file is what is wrong: it was made by others and is never ours.
    return { problem: 'broken' }
  }
}

const OPTIONS = { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) }

function problemOf({ problem }: FileProblem): DocxProblem {
  return problem === 'file.archive-too-large' ? 'too-large' : 'broken'
}
