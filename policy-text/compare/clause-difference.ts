import type { PlanDraft } from '../plan-draft.ts'
import { onOneLine } from '../reading.ts'
import { pairsByWords } from './likeness.ts'
import { type WordPiece, wordDifference } from './word-difference.ts'

/** A clause as it is compared: its words without number, line breaks and blanks of the page. */
export interface ComparedClause {
  readonly id: string
  /** Its number as printed, such as （三）; '' for the words before the first heading. */
  readonly number: string
  readonly title: string
  readonly body: string
  /** The heading above it, by place in the list of clauses; null at the top. */
  readonly above: number | null
  /** UTF-16 offsets in the text it was read from. */
  readonly start: number
  readonly end: number
}

/** What became of one clause. `words` is there when title or body changed. */
export interface ClauseChange {
  readonly before: ComparedClause | null
  readonly after: ComparedClause | null
  readonly kind: 'same' | 'changed' | 'added' | 'removed'
  /** It stands under another heading, or before or after others than it did; another number alone is no move. */
  readonly moved: boolean
  readonly words: { readonly title: readonly WordPiece[]; readonly body: readonly WordPiece[] } | null
}

/** Two clauses of other headings are one clause reworded when they share this much of their words. */
const LEAST_ALIKE = 0.5
/** Under headings that belong together a little less will do. */
const SAME_PLACE = 0.1

/** The clauses of a plan in the order of the text, each with the words up to the next heading. */
export function clausesToCompare(draft: PlanDraft, text: string): readonly ComparedClause[] {
  const open: { readonly depth: number; readonly at: number }[] = []
  const clauses = draft.clauses.map(({ id, headingIndex, start, end }, at): ComparedClause => {
    const heading = headingIndex === null ? undefined : draft.headings[headingIndex]
    const depth = heading?.depth ?? 0
    while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop()
    const above = heading ? (open.at(-1)?.at ?? null) : null
    if (heading) open.push({ depth, at })
    // A heading that runs on into its text is parted from it by a stop, which belongs to neither.
    const body = onOneLine(text.slice(heading?.end ?? start, end)).replace(/^[。．.：:]/, '')
    return { id, number: heading?.number ?? '', title: heading?.text ?? '', body, above, start, end }
  })
  return clauses.filter(({ number, title, body }) => number + title + body !== '' || clauses.length === 1)
}

/**
 * What became of every clause from one version of a plan to the next, in the order of the new text with removed clauses where they
 * stood. Clauses belong together by their ids (a hash of the heading's words, so numbers do not matter), then by their words.
 */
export function clauseDifference(before: readonly ComparedClause[], after: readonly ComparedClause[]): readonly ClauseChange[] {
  const matched = matchedClauses(before, after)
  const oldOf = new Map([...matched].map(([old, now]) => [now, old]))
  const staying = longestRun(after.flatMap((_, now) => oldOf.get(now) ?? []))
  const changeOf = (old: number, now: number): ClauseChange => {
    const [was, is] = [before[old]!, after[now]!]
    const keptAbove = nearestAbove(before, was, (at) => matched.has(at))
    const elsewhere = nearestAbove(after, is, (at) => oldOf.has(at)) !== (keptAbove === null ? null : matched.get(keptAbove))
    const changed = was.title !== is.title || was.body !== is.body
    return {
      before: was,
      after: is,
      kind: changed ? 'changed' : 'same',
      moved: !staying.has(old) || elsewhere,
      words: changed ? { title: wordDifference(was.title, is.title), body: wordDifference(was.body, is.body) } : null,
    }
  }
  const removedAfter = placesOfRemoved(before, matched)
  return [
    ...removed(before, removedAfter.get(-1)),
    ...after.flatMap((is, now) => {
      const old = oldOf.get(now)
      if (old === undefined) return [{ before: null, after: is, kind: 'added' as const, moved: false, words: null }]
      return [changeOf(old, now), ...removed(before, removedAfter.get(old))]
    }),
  ]
}

/** The next heading above that stands in both versions: one that came new between, or went, moves nothing. */
function nearestAbove(clauses: readonly ComparedClause[], { above }: ComparedClause, isKept: (at: number) => boolean): number | null {
  let at = above
  while (at !== null && !isKept(at)) at = clauses[at]!.above
  return at
}

function matchedClauses(before: readonly ComparedClause[], after: readonly ComparedClause[]): ReadonlyMap<number, number> {
  const byId = new Map(after.map(({ id }, at) => [id, at]))
  const matched = new Map<number, number>()
  before.forEach(({ id }, old) => {
    const now = byId.get(id)
    if (now !== undefined) matched.set(old, now)
  })
  const taken = new Set(matched.values())
  const restBefore = before.map((_, at) => at).filter((at) => !matched.has(at))
  const restAfter = after.map((_, at) => at).filter((at) => !taken.has(at))
  const inOnePlace = (old: number, now: number): number => {
    const [was, is] = [before[restBefore[old]!]!.above, after[restAfter[now]!]!.above]
    return was !== null && is !== null && matched.get(was) === is ? SAME_PLACE : 0
  }
  const pairs = pairsByWords(
    restBefore.map((at) => tellingWords(before[at]!)),
    restAfter.map((at) => tellingWords(after[at]!)),
    LEAST_ALIKE,
    inOnePlace,
  )
  for (const pair of pairs) matched.set(restBefore[pair.before]!, restAfter[pair.after]!)
  return matched
}

const IN_BRACKETS = /[（(][^（）()]{0,300}[）)]/g
const DUTY = /牵头|负责|配合|责任单位/

/** The words that tell a clause from others: every short clause closes with much the same units in brackets. */
function tellingWords({ title, body }: ComparedClause): string {
  return `${title}${body}`.replaceAll(IN_BRACKETS, (words) => (DUTY.test(words) ? '' : words))
}

/** The most old places that stand in the same order in both versions: the rest were moved. */
function longestRun(places: readonly number[]): ReadonlySet<number> {
  const ends: number[] = []
  const previous = new Map<number, number | undefined>()
  for (const place of places) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (ends[middle]! < place) low = middle + 1
      else high = middle
    }
    previous.set(place, ends[low - 1])
    ends[low] = place
  }
  const run = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = previous.get(at)) run.add(at)
  return run
}

/** Removed clauses by the kept one before them; -1 where none is. */
function placesOfRemoved(before: readonly ComparedClause[], matched: ReadonlyMap<number, number>): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>()
  let last = -1
  before.forEach((_, old) => {
    if (matched.has(old)) last = old
    else places.set(last, [...(places.get(last) ?? []), old])
  })
  return places
}

function removed(before: readonly ComparedClause[], places: readonly number[] = []): readonly ClauseChange[] {
  return places.map((old) => ({ before: before[old]!, after: null, kind: 'removed', moved: false, words: null }))
}
