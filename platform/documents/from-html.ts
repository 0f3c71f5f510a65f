import { type HtmlToken, htmlTokens } from './html-tokens.ts'

/** The words of a web page as a person sees them, one paragraph a line. */
export function textFromHtml(html: string): string {
  const page = new Page()
  for (const token of htmlTokens(html)) page.take(token)
  return `${page.lines().join('\n')}\n`
}

/** Whether a text is a web page: by what stands in it, not by its name. */
export function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, 4000).replace(/^[\s\ufeff]+/, '')
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return true
  return start.startsWith('<') && /<(?:html|head|body|meta|div|p|table|h[1-6]|article|section|span)\b[^>]*>/i.test(start)
}

const names = (list: string) => new Set(list.split(' '))

const UNSEEN = names('head noscript template object svg canvas audio video select button datalist')
const BLOCKS = names(
  'address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p section summary ul pre table tbody thead tfoot',
)
const VOID = names('area base br col embed hr img input link meta param source track wbr')

/** A row of a table that is being read: the lines of each of its cells, and the cell that is open. */
interface Row {
  readonly cells: string[][]
  open: number
}

/** For each column of a table the rows that a cell above still reaches down to. */
type Reach = number[]

// A cell of so many lines, or a row so long, belongs to a page laid out by a table: it is read paragraph by paragraph.
const MOST_LINES = 20
const LONGEST_ROW = 3000
const FEWEST_CELLS = 3
const MOST_COLUMNS = 60
const MOST_ROWS = 1000

/** A page as it is read: finished lines, rows that are still open, and what is hidden at the moment. */
class Page {
  readonly #done: string[] = []
  readonly #rows: Row[] = []
  readonly #tables: Reach[] = []
  #words: string[] = []
  #hidden: { readonly name: string; depth: number } | undefined
  #asItStands = 0

  take(token: HtmlToken): void {
    if (this.#hidden) this.#passHidden(token, this.#hidden)
    else if (token.is === 'words') this.#add(token.words)
    else if (token.is === 'open') this.#open(token)
    else this.#close(token.name)
  }

  lines(): readonly string[] {
    while (this.#rows.length > 0) this.#endRow()
    this.#endLine()
    return this.#done
  }

  #add(words: string): void {
    if (this.#asItStands === 0) this.#words.push(words)
    else
      for (const [at, line] of words.split(/\r?\n/).entries()) {
        if (at > 0) this.#endLine()
        this.#words.push(line)
      }
  }

  #open({ name, attributes, closed }: Extract<HtmlToken, { is: 'open' }>): void {
    if (VOID.has(name) || closed) return name === 'br' || name === 'hr' ? this.#endLine() : undefined
    if (UNSEEN.has(name) || isHidden(name, attributes)) {
      this.#hidden = { name, depth: 1 }
      return
    }
    if (name === 'pre') this.#asItStands += 1
    if (name === 'tr') {
      this.#endLine()
      this.#rows.push({ cells: [], open: -1 })
    } else if (name === 'td' || name === 'th') {
      this.#endLine()
      this.#openCell(attributes)
    } else if (BLOCKS.has(name)) this.#endLine()
    if (name === 'table') this.#tables.push([])
  }

  #close(name: string): void {
    if (name === 'pre') this.#asItStands = Math.max(0, this.#asItStands - 1)
    if (name === 'table') this.#tables.pop()
    if (name === 'tr') this.#endRow()
    else if (name === 'td' || name === 'th' || BLOCKS.has(name)) this.#endLine()
  }

  /** Until the element that is not shown ends; elements of the same name inside it are counted. */
  #passHidden(token: HtmlToken, hidden: { readonly name: string; depth: number }): void {
    if (token.is === 'words' || token.name !== hidden.name) return
    if (token.is === 'open') hidden.depth += token.closed ? 0 : 1
    else hidden.depth -= 1
    if (hidden.depth === 0) this.#hidden = undefined
  }

  #endLine(): void {
    if (this.#words.length === 0) return
    const line = asShown(this.#words.join(''))
    this.#words = []
    if (line !== '') this.#openLines().push(line)
  }

  /** A cell stands behind those that reach down from rows above, and takes as many columns as it says. */
  #openCell(attributes: string): void {
    const row = this.#rows.at(-1)
    if (!row) return
    const reach = this.#tables.at(-1) ?? []
    reachedCells(row, reach)
    row.open = row.cells.length
    const [columns, rows] = [spanOf(attributes, 'colspan', MOST_COLUMNS), spanOf(attributes, 'rowspan', MOST_ROWS)]
    for (let at = 0; at < columns; at += 1) {
      if (rows > 1) reach[row.cells.length] = -rows
      row.cells.push([])
    }
  }

  #endRow(): void {
    this.#endLine()
    const row = this.#rows.pop()
    if (!row) return
    const reach = this.#tables.at(-1) ?? []
    reachedCells(row, reach)
    // What was opened in this row reaches down from the next one on.
    for (const [at, rows] of reach.entries()) if (rows < 0) reach[at] = -rows - 1
    this.#outside().push(...rowLines(row.cells))
  }

  #openLines(): string[] {
    const row = this.#rows.at(-1)
    return row?.cells[row.open] ?? this.#outside()
  }

  /** Where lines go that stand in no cell of the innermost row: the cell around it, or the page. */
  #outside(): string[] {
    const row = this.#rows.findLast(({ open }) => open >= 0)
    return row?.cells[row.open] ?? this.#done
  }
}

/** Empty cells where one from above reaches down. */
function reachedCells({ cells }: Row, reach: Reach): void {
  while ((reach[cells.length] ?? 0) > 0) {
    reach[cells.length] = (reach[cells.length] ?? 0) - 1
    cells.push([])
  }
}

function spanOf(attributes: string, name: 'colspan' | 'rowspan', most: number): number {
  const given = attributes === '' ? undefined : new RegExp(`\\s${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes)?.[1]
  return Math.min(Math.max(Number(given ?? 1), 1), most)
}

/** Cells of a row are parted by tabs, empty ones too, so that each is known to stand in its column; long cells of a layout are lines. */
function rowLines(cells: readonly (readonly string[])[]): readonly string[] {
  const filled = cells.filter((lines) => lines.length > 0)
  const isData =
    filled.every((lines) => lines.length === 1) || (cells.length >= FEWEST_CELLS && filled.every((lines) => lines.length <= MOST_LINES))
  const row = isData && filled.length > 1 ? cells.map((lines) => lines.join('\n')).join('\t') : ''
  return row !== '' && row.length <= LONGEST_ROW ? [row] : filled.flat()
}

function isHidden(name: string, attributes: string): boolean {
  if (attributes === '') return false
  // The marks of notes and the arrows back to them are no words of the text.
  if (name === 'a' && /\s(?:id="(?:foot|end)note-ref|href="#(?:foot|end)note-ref)/.test(attributes)) return true
  return (
    /\shidden(?=[\s=/]|$)/i.test(attributes) || /\sstyle\s*=\s*["'][^"']*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes)
  )
}

const WIDE = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f“”]'
const WRAPPED_BETWEEN_WIDE = new RegExp(`(?<=${WIDE})[ \\t]*[\\r\\n][ \\t\\r\\n]*(?=${WIDE})`, 'gu')

/** Blanks run together as in a browser, and none stays where the page's source was wrapped inside Chinese. */
function asShown(words: string): string {
  return words
    .replaceAll(WRAPPED_BETWEEN_WIDE, '')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .replaceAll('\u200b', '')
    .trim()
}
