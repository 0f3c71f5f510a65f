import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { getDocumentProxy } from 'unpdf'

/** A line of print: its words and where it stands, in millimetres from the left and upper edge of the page. */
export interface PrintedLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
}

const MM = 25.4 / 72

/** The lines of every page, from the top. */
export async function printedLines(pdf: Uint8Array): Promise<readonly (readonly PrintedLine[])[]> {
  const document = await getDocumentProxy(Uint8Array.from(pdf), { verbosity: 0 })
  const pages: PrintedLine[][] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const height = page.getViewport({ scale: 1 }).height
    const { items } = await page.getTextContent()
    const pieces = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [, , , , x, y] = item.transform as number[] // six numbers (PDF 32000, 8.3.3)
      return [{ text: item.str, left: x! * MM, right: (x! + item.width) * MM, baseline: (height - y!) * MM }]
    })
    pages.push(joined(pieces))
  }
  await document.loadingTask.destroy()
  return pages
}

/** Pieces on one height are one line. */
function joined(pieces: readonly PrintedLine[]): PrintedLine[] {
  const lines: PrintedLine[] = []
  for (const piece of pieces.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const last = lines.at(-1)
    if (last && Math.abs(last.baseline - piece.baseline) < 0.8)
      lines[lines.length - 1] = {
        ...last,
        text: last.text + piece.text,
        left: Math.min(last.left, piece.left),
        right: Math.max(last.right, piece.right),
      }
    else lines.push(piece)
  }
  return lines
}

/** LibreOffice of this machine, if there is one. */
export const OFFICE = [process.env['LANTU_SOFFICE'], '/usr/bin/soffice'].find((path) => path !== undefined && existsSync(path))

/** What LibreOffice prints of a Word file. */
export async function printedByOffice(docx: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'lantu-office-'))
  try {
    await writeFile(join(folder, 'paper.docx'), docx)
    // A profile of its own: two at once in one profile wait for each other for ever.
    const args = [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, 'paper.docx'),
    ]
    await promisify(execFile)(OFFICE!, args, { timeout: 120_000 })
    return new Uint8Array(await readFile(join(folder, 'paper.pdf')))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
