/** A range of a text. */
export interface Range {
  readonly start: number
  readonly end: number
}

const OPENING = '([《“'
const CLOSING = ')]》”'
// Brackets may be passed over (“市(地)”); a quotation is part of a noun (“‘专精特新’企业”). The two fillers differ.
const BRACKET_FILLER = '\ue001'
const QUOTE_FILLER = '\ue002'
// A quoted name longer than this is a sentence of its own.
const LONGEST_LABEL = 24

/**
 * The text with what stands in brackets, book titles and short quotation marks blotted out, length unchanged:
 * “实施“5个100”行动(2024-2026年)” must show neither number. Brackets nest.
 */
export function blotted(text: string): string {
  const stack: { readonly at: number; readonly opener: string }[] = []
  const holes: Range[] = []
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (OPENING.includes(character)) stack.push({ at, opener: character })
    const closes = CLOSING.indexOf(character)
    if (closes < 0) continue
    const opener = OPENING[closes]
    const found = stack.findLastIndex((entry) => entry.opener === opener)
    if (found < 0) continue
    const [open] = stack.splice(found)
    if (open && found === 0 && isHole(text, open.at, at)) holes.push({ start: open.at, end: at + 1 })
  }
  return blot(text, holes)
}

function isHole(text: string, open: number, close: number): boolean {
  if (text[open] === '“') return close - open <= LONGEST_LABEL
  // “台(套)” is a unit.
  return text.slice(open + 1, close) !== '套'
}

function blot(text: string, holes: readonly Range[]): string {
  let result = ''
  let at = 0
  for (const hole of holes) {
    if (hole.start < at) continue
    result +=
      text.slice(at, hole.start) + (/[“《]/.test(text[hole.start] ?? '') ? QUOTE_FILLER : BRACKET_FILLER).repeat(hole.end - hole.start)
    at = hole.end
  }
  return result + text.slice(at)
}

/** Cuts at the given marks; the marks belong to no piece, empty pieces are left out. */
function pieces(range: Range, isMark: (at: number) => boolean): readonly Range[] {
  const found: Range[] = []
  let start = range.start
  for (let at = range.start; at <= range.end; at += 1) {
    if (at < range.end && !isMark(at)) continue
    if (at > start) found.push({ start, end: at })
    start = at + 1
  }
  return found
}

/** Sentences of a blotted text. */
export function sentencesIn(text: string): readonly Range[] {
  return pieces({ start: 0, end: text.length }, (at) => '。!?\n'.includes(text[at] ?? ''))
}

/** Clauses of a sentence; the comma inside “1,500” and the colon of “3:1” part nothing. */
export function clausesIn(text: string, sentence: Range): readonly Range[] {
  return pieces(sentence, (at) => ',;:'.includes(text[at] ?? '') && !isGrouping(text, at))
}

function isGrouping(text: string, at: number): boolean {
  if (text[at] === ':') return /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '')
  return text[at] === ',' && /\d/.test(text[at - 1] ?? '') && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))
}
