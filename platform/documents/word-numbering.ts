import { type ListLevel, type Numbered, numberedIn, numberedStyles, valueOf, type WordList, wordLists } from './word-lists.ts'
import { wordNumber } from './word-numbers.ts'

/** The parts of a Word document that say how its paragraphs are numbered. */
export interface NumberingParts {
  readonly document: string
  readonly numbering: string
  readonly styles: string
}

/**
 * The document with the numbers Word counts (一、 （一） 1.) written into its paragraphs: they stand nowhere in the file, and mammoth
 * keeps only that a paragraph is part of a list.
 */
export function withNumbers({ document, numbering, styles }: NumberingParts): string {
  if (numbering === '') return document
  const lists = wordLists(numbering)
  const count = new Count(lists, numberedStyles(styles, lists))
  const xml = document.replaceAll(/<w:pPrChange\b[\s\S]*?<\/w:pPrChange>/g, '')
  const parts: string[] = []
  let [from, unseen] = [0, 0]
  let joined: number | undefined
  for (const { 0: whole, 1: closing, 2: choice, 3: properties = '', index } of xml.matchAll(PLACES)) {
    if (choice !== undefined) unseen += closing === '/' ? -1 : 1
    else if (unseen === 0) {
      parts.push(xml.slice(from, index + whole.length), '')
      from = index + whole.length
      joined ??= parts.length - 1
      // A paragraph whose mark was deleted goes on in the next, and has its number.
      if (MARK_DELETED.test(properties)) continue
      parts[joined] = run(count.next(properties))
      joined = undefined
    }
  }
  return parts.join('') + xml.slice(from)
}

/** Paragraphs with their properties; and the newer of two forms of one drawing, which is passed over as mammoth does. */
const PLACES = /<(\/?)(mc:Choice)\b[^>]*>|<w:p(?:\s(?:[^>]*[^/>])?)?>(?:\s*<w:pPr(?:\s[^>]*[^/>])?>([\s\S]*?)<\/w:pPr>)?/g
const MARK_DELETED = /<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<w:del\s/

function run(words: string): string {
  return words === '' ? '' : `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
}

/** Where the lists of a document stand while its paragraphs go by. */
class Count {
  readonly #lists: ReadonlyMap<string, WordList>
  readonly #styles: ReadonlyMap<string, Numbered>
  readonly #at = new Map<string, (number | undefined)[]>()
  readonly #begun = new Set<string>()

  constructor(lists: ReadonlyMap<string, WordList>, styles: ReadonlyMap<string, Numbered>) {
    this.#lists = lists
    this.#styles = styles
  }

  /** The number of the next paragraph, with what parts it from the words; '' for one without. */
  next(properties: string): string {
    const own = numberedIn(properties)
    const style = this.#styles.get(valueOf(properties, 'pStyle') ?? '')
    const name = own.list ?? style?.list
    const list = name === undefined ? undefined : this.#lists.get(name)
    const depth = own.level ?? (own.list === undefined ? style?.level : undefined) ?? 0
    const level = list?.levels.get(depth)
    if (name === undefined || !list || !level) return ''
    const counters = this.#counted(name, list, depth)
    const shown = numberOf(list, level, counters)
    return shown === '' ? '' : shown + gapAfter(shown, level.after)
  }

  #counted(name: string, { kind, levels, startsAt }: WordList, depth: number): (number | undefined)[] {
    const counters = this.#at.get(kind) ?? []
    this.#at.set(kind, counters)
    const isNew = !this.#begun.has(name)
    this.#begun.add(name)
    if (isNew) for (const [at, start] of startsAt) counters[at] = start - 1
    const reached = counters[depth]
    counters[depth] = reached === undefined ? (startsAt.get(depth) ?? levels.get(depth)?.start ?? 1) : reached + 1
    for (let above = 0; above < depth; above += 1) counters[above] ??= levels.get(above)?.start ?? 1
    for (const [at, { restart = at }] of levels) if (at > depth && depth < restart) counters[at] = undefined
    return counters
  }
}

function numberOf({ levels }: WordList, { text, isLegal, format }: ListLevel, counters: readonly (number | undefined)[]): string {
  if (format === 'bullet') return ''
  return text.replaceAll(/%([1-9])/g, (_, place: string) => {
    const at = Number(place) - 1
    return wordNumber(isLegal ? 'decimal' : (levels.get(at)?.format ?? 'decimal'), counters[at] ?? 1) ?? ''
  })
}

/** Full-width marks bring their own room, as in a typed “一、”; after “1.” and “第一章” Word's tab is a blank. */
function gapAfter(shown: string, after: string): string {
  return after === 'nothing' || /[、）】》．。：\s]$/u.test(shown) ? '' : ' '
}
