import { setImmediate } from 'node:timers/promises'
import { getDocumentProxy } from 'unpdf'
import { inColumns, type Piece, type PrintedLine } from './pdf-columns.ts'

/** A PDF read in the order a person reads it; `text` is empty where all pages are pictures. */
export interface PdfPages {
  readonly text: string
  readonly pages: number
  /** Pages without any text: scans, or left blank. */
  readonly withoutText: number
}

const MOST_PAGES = 500

/** The text of a PDF: columns one after the other, without running heads and feet; undefined when it is broken or locked. */
export async function pagesFromPdf(bytes: Uint8Array): Promise<PdfPages | undefined> {
  try {
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
    try {
      const pages: (readonly PrintedLine[])[] = []
      for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number += 1) {
        pages.push(await linesOf(pdf, number))
        await setImmediate()
      }
      const withoutText = pages.filter((lines) => lines.length === 0).length
      return {
        text: pages.map(printed).filter(Boolean).length === 0 ? '' : withoutRunningLines(pages).map(printed).join('\n'),
        pages: pages.length,
        withoutText,
      }
    } finally {
      await pdf.loadingTask.destroy()
    }
  } catch {
    return undefined
  }
}

async function linesOf(pdf: Awaited<ReturnType<typeof getDocumentProxy>>, number: number): Promise<readonly PrintedLine[]> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  const pieces = items.flatMap((item): Piece[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , , , x = 0, y = 0]: readonly number[] = item.transform
    return [{ text: item.str, x, y, width: item.width, height: item.height || FALLBACK_HEIGHT }]
  })
  page.cleanup()
  return inColumns(pieces)
}

// Some makers leave the height out; 16 points is the official body size 三号.
const FALLBACK_HEIGHT = 16
const EDGE = 2
const FEWEST_PAGES = 3

/** Leaves out lines that stand at the top or foot of at least half of the pages, whatever number is in them. */
function withoutRunningLines(pages: readonly (readonly PrintedLine[])[]): readonly (readonly PrintedLine[])[] {
  if (pages.length < FEWEST_PAGES) return pages
  const times = new Map<string, number>()
  for (const lines of pages) for (const key of new Set(edgesOf(lines).map(keyOf))) times.set(key, (times.get(key) ?? 0) + 1)
  return pages.map((lines) => {
    const edges = new Set(edgesOf(lines).filter((line) => (times.get(keyOf(line)) ?? 0) * 2 >= pages.length))
    return lines.filter((line) => !edges.has(line))
  })
}

function edgesOf(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  return [...lines.slice(0, EDGE), ...lines.slice(-EDGE)]
}

function keyOf({ text }: PrintedLine): string {
  return text.replace(/\d+/g, '#').replace(/\s/g, '')
}

// A cell in the last column of a table may stand alone on its line.
const WIDEST_INDENT = 160

/** Two blanks stand for a character of indentation, so that paragraphs can be told. */
function printed(lines: readonly PrintedLine[]): string {
  return lines.map(({ text, indent }) => `${' '.repeat(Math.min(indent * 2, WIDEST_INDENT))}${text}`).join('\n')
}
