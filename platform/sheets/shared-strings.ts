import { textIn } from './xml-text.ts'

/** The texts that the cells of a workbook name by number. */
export interface SharedStrings {
  at(number: number): string | undefined
}

const FIRST_BYTES = 65_536
/** Excel keeps 32,767 characters in a cell; with every run and escape of one, this is still no text. */
const LONGEST_ITEM = 2_000_000

/**
 * Reads the part piece by piece and keeps the texts as bytes, end to end: 400,000 cells of Chinese take a quarter of the memory that as many
 * strings do, and a string made on demand dies with its row. Throws when the part is broken.
 */
export async function readSharedStrings(text: AsyncIterable<string> | undefined): Promise<SharedStrings> {
  let bytes = Buffer.allocUnsafe(FIRST_BYTES)
  const ends: number[] = []
  let end = 0
  const keep = (item: string) => {
    const needed = end + Buffer.byteLength(item)
    if (needed > bytes.length) bytes = Buffer.concat([bytes], Math.max(needed, bytes.length * 2))
    end += bytes.write(item, end)
    ends.push(end)
  }
  let waiting = ''
  for await (const piece of text ?? []) {
    waiting += piece
    const { items, rest } = itemsIn(waiting)
    for (const item of items) keep(textIn(item))
    waiting = rest
    if (waiting.length > LONGEST_ITEM) throw new Error('a shared text that has no end')
  }
  return { at: (number) => (number < ends.length ? bytes.toString('utf8', number === 0 ? 0 : ends[number - 1], ends[number]) : undefined) }
}

/** What stands in the items that are whole. By hand: a pattern would look for the end of each item that has none, all over again. */
function itemsIn(text: string): { readonly items: readonly string[]; readonly rest: string } {
  const items: string[] = []
  // One program wrote it all, with one prefix or none.
  const prefix = /<(\w+:)?si[\s/>]/.exec(text)?.[1] ?? ''
  const [open, close] = [`<${prefix}si`, `</${prefix}si>`]
  let from = 0
  for (;;) {
    const at = text.indexOf(open, from)
    const headEnd = at < 0 ? -1 : text.indexOf('>', at)
    if (headEnd < 0) break
    const isEmpty = text[headEnd - 1] === '/'
    const end = isEmpty ? headEnd : text.indexOf(close, headEnd)
    if (end < 0) break
    items.push(isEmpty ? '' : text.slice(headEnd + 1, end))
    from = isEmpty ? headEnd + 1 : end + close.length
  }
  return { items, rest: from === 0 ? text : text.slice(from) }
}
