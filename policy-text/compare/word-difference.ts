/** A piece of two texts that were compared: in both, only in the old one, or only in the new one. */
export interface WordPiece {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Beyond so many differing pieces of a passage it is told as replaced: nobody reads more marks than words. */
const MOST_EDITS = 400
/** A shared character or two between two changes is chance, not what was kept. */
const SHORTEST_SAME = 3

/**
 * What was changed between two texts, sentence by sentence and inside changed sentences by characters; a run of letters or digits is
 * one. What is `same` or `removed`, put together, is the old text; what is `same` or `added`, the new one.
 */
export function wordDifference(before: string, after: string): readonly WordPiece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const bySentence = piecesOf(sentencesIn(before), sentencesIn(after))
  return tidied(replacements(bySentence).flatMap(({ same, removed, added }) => (same ? [same] : insideOf(removed, added))))
}

/** One of the two texts out of their difference. */
export function textOfPieces(pieces: readonly WordPiece[], side: 'before' | 'after'): string {
  const other = side === 'before' ? 'added' : 'removed'
  return pieces
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join('')
}

function sentencesIn(text: string): readonly string[] {
  return text.match(/[^。；！？;\n]*[。；！？;\n]|[^。；！？;\n]+/g) ?? []
}

function tokensIn(text: string): readonly string[] {
  return text.match(/[A-Za-z]+|\d+(?:\.\d+)?|[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g) ?? []
}

interface Replacement {
  readonly same?: WordPiece
  readonly removed: string
  readonly added: string
}

/** Neighbours that are the same as one piece, neighbouring removals and additions as one replacement each. */
function replacements(pieces: readonly WordPiece[]): readonly Replacement[] {
  const found: { same?: WordPiece; removed: string; added: string }[] = []
  for (const piece of pieces) {
    const last = found.at(-1)
    if (piece.kind === 'same' && last?.same) last.same = { kind: 'same', text: last.same.text + piece.text }
    else if (piece.kind === 'same') found.push({ same: piece, removed: '', added: '' })
    else if (last && !last.same) last[piece.kind] += piece.text
    else found.push({ removed: '', added: '', [piece.kind]: piece.text })
  }
  return found
}

function insideOf(removed: string, added: string): readonly WordPiece[] {
  if (removed === '' || added === '') return replaced(removed, added)
  return piecesOf(tokensIn(removed), tokensIn(added))
}

function replaced(removed: string, added: string): readonly WordPiece[] {
  const pieces: readonly WordPiece[] = [
    { kind: 'removed', text: removed },
    { kind: 'added', text: added },
  ]
  return pieces.filter(({ text }) => text !== '')
}

/** Neighbours of one kind as one, a removal before an addition, and no chance likeness between changes. */
function tidied(pieces: readonly WordPiece[]): readonly WordPiece[] {
  const parts = replacements(pieces)
  const out: { same: string; removed: string; added: string }[] = []
  parts.forEach(({ same, removed, added }, at) => {
    const last = out.at(-1)
    const isChance = same && at > 0 && at < parts.length - 1 && same.text.length < SHORTEST_SAME && !/[。；\n]/.test(same.text)
    if (isChance && last && last.same === '') {
      last.removed += same.text
      last.added += same.text
    } else if (same) {
      if (last && last.removed + last.added === '') last.same += same.text
      else out.push({ same: same.text, removed: '', added: '' })
    } else if (last && last.same === '') {
      last.removed += removed
      last.added += added
    } else out.push({ same: '', removed, added })
  })
  return out.flatMap(({ same, removed, added }) => (same ? [{ kind: 'same' as const, text: same }] : replaced(removed, added)))
}

/** Myers' greedy shortest edit script (E. Myers, An O(ND) Difference Algorithm, 1986), with common ends taken off first. */
function piecesOf(before: readonly string[], after: readonly string[]): readonly WordPiece[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const end = (all: readonly string[]) => all.slice(head, all.length - tail)
  const same = (words: readonly string[]): readonly WordPiece[] => (words.length > 0 ? [{ kind: 'same', text: words.join('') }] : [])
  return [...same(before.slice(0, head)), ...middleOf(end(before), end(after)), ...same(before.slice(before.length - tail))]
}

function middleOf(before: readonly string[], after: readonly string[]): readonly WordPiece[] {
  const trace = traceOf(before, after)
  if (!trace) return replaced(before.join(''), after.join(''))
  const pieces: WordPiece[] = []
  let [x, y] = [before.length, after.length]
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const reached = trace[edits]!
    const diagonal = x - y
    const fromAbove = diagonal === -edits || (diagonal !== edits && at(reached, diagonal - 1) < at(reached, diagonal + 1))
    const previous = fromAbove ? diagonal + 1 : diagonal - 1
    const oldX = edits === 0 ? 0 : at(reached, previous)
    const oldY = edits === 0 ? 0 : oldX - previous
    while (x > oldX && y > oldY) {
      pieces.push({ kind: 'same', text: before[x - 1]! })
      x -= 1
      y -= 1
    }
    if (edits === 0) break
    pieces.push(fromAbove ? { kind: 'added', text: after[oldY]! } : { kind: 'removed', text: before[oldX]! })
    ;[x, y] = [oldX, oldY]
  }
  return pieces.reverse()
}

const at = (reached: ReadonlyMap<number, number>, diagonal: number) => reached.get(diagonal) ?? -1

/** For every number of edits how far each diagonal was reached before; undefined when there are too many. */
function traceOf(before: readonly string[], after: readonly string[]): readonly ReadonlyMap<number, number>[] | undefined {
  const reached = new Map<number, number>([[1, 0]])
  const trace: ReadonlyMap<number, number>[] = []
  for (let edits = 0; edits <= Math.min(before.length + after.length, MOST_EDITS); edits += 1) {
    trace.push(new Map(reached))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = diagonal === -edits || (diagonal !== edits && at(reached, diagonal - 1) < at(reached, diagonal + 1))
      let x = down ? at(reached, diagonal + 1) : at(reached, diagonal - 1) + 1
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1
      reached.set(diagonal, x)
      if (x >= before.length && x - diagonal >= after.length) return trace
    }
  }
  return undefined
}
