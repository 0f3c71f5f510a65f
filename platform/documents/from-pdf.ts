import { setImmediate } from 'node:timers/promises'
import { getDocumentProxy } from 'unpdf'

/** What stands in a PDF, page by page, with what hangs on it. */
export interface PdfText {
  /** The lines of each page; one without text is a picture of a page, or empty. */
  readonly pages: readonly string[]
  /** Title, subject, author and keywords. */
  readonly properties: string
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** Whether there were more pages than are read. */
  readonly isCut: boolean
}

/** A document of 500 pages takes some seconds; what is longer was made by a machine. */
const MOST_PAGES = 500

/** The text of a PDF; undefined when it is broken or locked by a password. */
export async function textFromPdf(bytes: Uint8Array): Promise<PdfText | undefined> {
  try {
    // The library takes the bytes it is given for its own; what the caller holds stays whole.
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
    try {
      return await readWhole(pdf)
    } finally {
      await pdf.loadingTask.destroy()
    }
  } catch {
    return undefined
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

async function readWhole(pdf: Pdf): Promise<PdfText> {
  const pages: string[] = []
  for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number += 1) {
    pages.push(await textOfPage(pdf, number))
    await setImmediate()
  }
  const { info } = await pdf.getMetadata()
  const properties = Object.values(info)
    .filter((value) => typeof value === 'string')
    .join('\n')
  return { pages, properties, attachments: await attachmentsOf(pdf), isCut: pdf.numPages > MOST_PAGES }
}

async function textOfPage(pdf: Pdf, number: number): Promise<string> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  const notes: readonly unknown[] = await page.getAnnotations()
  page.cleanup()
  return [linesOf(items.filter((item) => 'str' in item)), ...notes.map(wordsOfNote)].join('\n').trim()
}

interface Piece {
  readonly str: string
  readonly width: number
  readonly height: number
  readonly hasEOL: boolean
}

/** What stands far from its neighbour on one line, as 省科技厅 and 机密 in a head, is a line of its own. */
function linesOf(pieces: readonly Piece[]): string {
  let height = 0
  let text = ''
  for (const piece of pieces) {
    const isGap = piece.str.trim() === '' && height > 0 && piece.width > GAP_IN_HEIGHTS * height
    text += isGap ? '\n' : piece.str
    if (piece.hasEOL) text += '\n'
    if (piece.height > 0) height = piece.height
  }
  return text
}

const GAP_IN_HEIGHTS = 2

/** Comments and the fields of forms. */
function wordsOfNote(note: unknown): string {
  if (typeof note !== 'object' || note === null) return ''
  const { contentsObj, fieldValue } = note as { readonly contentsObj?: { readonly str?: unknown }; readonly fieldValue?: unknown } // of the library, untyped there
  return [contentsObj?.str, fieldValue].filter((words) => typeof words === 'string').join('\n')
}

async function attachmentsOf(pdf: Pdf): Promise<PdfText['attachments']> {
  const found: unknown = await pdf.getAttachments()
  const all = found instanceof Map ? [...found.values()] : Object.values(found ?? {})
  return all.flatMap((one: { readonly filename?: unknown; readonly content?: unknown }) =>
    one.content instanceof Uint8Array ? [{ name: String(one.filename ?? ''), bytes: one.content }] : [],
  )
}
