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

/** A row of a table that is being read: the lines of each of its cells. */
interface Row {
  readonly cells: string[][]
}

/** Rows stay together, cells parted by two blanks, as the reader of flattened tables expects; long cells get lines of their own. */
const LONGEST_ROW = 200

/** A page as it is read: finished lines, rows that are still open, and what is hidden at the moment. */
class Page {
  readonly #done: string[] = []
  readonly #rows: Row[] = []
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
      this.#rows.push({ cells: [] })
    } else if (name === 'td' || name === 'th') {
      this.#endLine()
      this.#rows.at(-1)?.cells.push([])
    } else if (BLOCKS.has(name)) this.#endLine()
  }

  #close(name: string): void {
    if (name === 'pre') this.#asItStands = Math.max(0, this.#asItStands - 1)
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
    if (line !== '') (this.#rows.at(-1)?.cells.at(-1) ?? this.#outside()).push(line)
  }

  #endRow(): void {
    this.#endLine()
    const row = this.#rows.pop()
    if (!row) return
    const cells = row.cells.filter((lines) => lines.length > 0)
    const joined = cells.every((lines) => lines.length === 1) ? cells.flat().join('  ') : ''
    this.#outside().push(...(joined !== '' && joined.length <= LONGEST_ROW ? [joined] : cells.flat()))
  }

  /** Where lines go that stand in no cell of the innermost row: the cell around it, or the page. */
  #outside(): string[] {
    return this.#rows.findLast(({ cells }) => cells.length > 0)?.cells.at(-1) ?? this.#done
  }
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
