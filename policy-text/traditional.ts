import { Trie } from 'opencc-js/core'
import { from, to } from 'opencc-js/preset/t2cn'
import { type Copy, copyOf, copyWriter, fromOf } from './copy.ts'
import { MAINLAND_TERMS, PROTECTED_TERMS } from './terms.ts'

// Frequent characters that exist only in traditional text; a few in a hundred are enough to tell.
const TRADITIONAL_ONLY = new Set(
  '發國會務術業產與為對後來個們場動進體關學實開應點間長問無從種資據權區創見過還電車東門馬強級總統設計畫標準戰鏈農廳團結構',
)
const SAMPLE = 40_000

/** True for text in traditional characters; a name or a quotation in them does not count. */
export function isTraditional(text: string): boolean {
  let han = 0
  let traditional = 0
  for (const character of text.slice(0, SAMPLE)) {
    if (character < '\u4e00' || character > '\u9fff') continue
    han += 1
    if (TRADITIONAL_ONLY.has(character)) traditional += 1
  }
  return han > 0 && traditional / han > 0.03
}

/** Simplified mainland wording of a traditional text: “技術契約成交額” → “技术合同成交额”. */
export function toSimplified(text: string): string {
  return simplifiedCopy(copyOf(text)).text
}

/** A piece of a text, at most a line of it, and how it reads in simplified characters. */
export interface SimplifiedPart {
  /** UTF-16 offsets in the text as given. */
  readonly start: number
  readonly end: number
  readonly words: string
  /** Another word, not only other characters: 契約 → 合同. */
  readonly term: boolean
}

/** A traditional text piece by piece beside its simplified mainland wording: the pieces in order are the whole text, their words what `toSimplified` gives. */
export function simplifiedParts(text: string): readonly SimplifiedPart[] {
  const [phrases, characters] = stages() as [Trie, Trie]
  const copy = simplifiedCopy(copyOf(text))
  const parts: SimplifiedPart[] = []
  let [done, written] = [0, 0]
  const put = (end: number, term: boolean) => {
    const from = written
    while (written < copy.text.length && (fromOf(copy, written) ?? 0) < end) written += 1
    if (end > done) parts.push({ start: done, end, words: copy.text.slice(from, written), term })
    done = end
  }
  for (let at = 0; at < text.length; ) {
    const found = phrases.matchPrefix(text, at)
    const spelt = found && convert(copyOf(text.slice(at, found.end)), characters).text
    if (found && spelt !== convert(copyOf(found.value), characters).text) {
      put(at, false)
      put(found.end, true)
    }
    at = found?.end ?? at + 1
    if (text[at - 1] === '\n') put(at, false)
  }
  put(text.length, false)
  return parts
}

/** The same, with every character still knowing its source. */
export function simplifiedCopy(copy: Copy): Copy {
  return stages().reduce(convert, copy)
}

let built: readonly Trie[] | null = null

// Built on first use: reading the tables takes about 20 ms, and simplified text never needs them.
function stages(): readonly Trie[] {
  built ??= [phraseTrie(), trieOf(to.cn ?? [])]
  return built
}

function phraseTrie(): Trie {
  const trie = trieOf(from.twp ?? [])
  // The protected words keep their traditional form here; the second stage simplifies them.
  for (const [word] of PROTECTED_TERMS) trie.addWord(word, word)
  for (const [word, term] of MAINLAND_TERMS) trie.addWord(word, term)
  return trie
}

function trieOf(groups: (typeof from)[string]): Trie {
  const trie = new Trie()
  for (const group of groups) trie.loadDictGroup(group)
  return trie
}

function convert(copy: Copy, trie: Trie): Copy {
  const writer = copyWriter(copy)
  let kept = 0
  for (let at = 0; at < copy.text.length; ) {
    const found = trie.matchPrefix(copy.text, at)
    if (!found) {
      at += 1
      continue
    }
    if (kept < at) writer.keep(kept, at)
    writer.put(found.value, at, found.end)
    at = found.end
    kept = at
  }
  if (kept < copy.text.length) writer.keep(kept, copy.text.length)
  return writer.finish()
}
