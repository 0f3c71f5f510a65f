import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DocumentKind, type PlanDraft, readPlan } from '#policy-text/index.ts'

/** A figure as a person found it; `optional` ones are neither asked for nor held against the reader. */
interface GoldTarget {
  readonly quote: string
  readonly value: number | readonly [number, number] | null
  readonly unit: string | null
  /** What is measured, in mainland words; passages of the first hand have none. */
  readonly metric?: string
  readonly deadline: string | null
  readonly deadlineAlt?: readonly (string | null)[]
  /** The years that may be taken for a figure that names none: its section's, else the plan's last. */
  readonly due?: readonly string[]
  readonly optional?: boolean
}

/** What a person finds in a passage. */
export interface PassageGold {
  readonly title: string | null
  readonly issuer: readonly string[]
  readonly docNumber: string | null
  readonly date: string | null
  /** What sort of document it is; the first passages do not say. */
  readonly documentKind?: DocumentKind
  readonly headings: readonly (readonly [number, string, string])[]
  readonly targets: readonly GoldTarget[]
  readonly responsibilities: readonly {
    readonly lead: readonly string[]
    readonly support: readonly string[]
    readonly optional?: boolean
  }[]
  readonly registers: readonly { readonly kind: string; readonly name: string; readonly optional?: boolean }[]
}

export const CATEGORIES = ['headings', 'targets', 'responsibilities', 'registers'] as const
export type Category = (typeof CATEGORIES)[number]

/** How one passage was read: an F1 for each category, and the shares of what was found that is right in detail. */
export interface PassageScore {
  readonly f1: Readonly<Record<Category, number | null>>
  readonly deadlines: readonly [number, number]
  /** Years told or inherited, of the figures whose gold says which is right. */
  readonly dues: readonly [number, number]
  readonly names: readonly [number, number]
  readonly kinds: readonly [number, number]
  readonly headMatter: readonly [number, number]
  readonly documentKinds: readonly [number, number]
  readonly missed: readonly string[]
  readonly extra: readonly string[]
}

export function scoreOf(folder: string, name: string): PassageScore {
  const text = readFileSync(join(folder, `${name}.txt`), 'utf8')
  const gold = JSON.parse(readFileSync(join(folder, `${name}.gold.json`), 'utf8')) as PassageGold
  return score(readPlan(text), gold, text)
}

/** The mean over the passages that have anything to find in a category. */
export function macro(scores: readonly PassageScore[], category: Category): number {
  const known = scores.map(({ f1 }) => f1[category]).filter((value) => value !== null)
  return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)
}

export function share(
  scores: readonly PassageScore[],
  detail: 'deadlines' | 'dues' | 'names' | 'kinds' | 'headMatter' | 'documentKinds',
): number {
  const [right, all] = scores.map((one) => one[detail]).reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0])
  return all === 0 ? 1 : right / all
}

// Two names of one metric share nearly all pairs of characters.
const SAME_NAME = 0.8

function score(draft: PlanDraft, gold: PassageGold, text: string): PassageScore {
  const headings = paired(draft.headings, gold.headings, (found, [level, number, words]) =>
    plain(found.number) === plain(number) && ended(found.text) === ended(words) && (found.level === level || found.depth === level) ? 1 : 0,
  )
  const targets = paired(draft.targets, gold.targets, (found, wanted) =>
    String(found.value) === String(wanted.value) && plain(found.unit ?? '') === plain(wanted.unit ?? '')
      ? overlap(found, text, wanted.quote) + (found.deadline === wanted.deadline ? 0.01 : 0)
      : 0,
  )
  const duties = paired(draft.responsibilities, gold.responsibilities, (found, wanted) =>
    named(found.lead) === named(wanted.lead) ? 1 + (named(found.support) === named(wanted.support) ? 1 : 0) : 0,
  )
  const registers = paired(draft.registers, gold.registers, (found, wanted) => likeness(plain(found.name), plain(wanted.name)))
  const all = { headings, targets, responsibilities: duties, registers }
  return {
    f1: { headings: headings.f1, targets: targets.f1, responsibilities: duties.f1, registers: registers.f1 },
    deadlines: tally(targets.pairs, ([found, wanted]) => [wanted.deadline, ...(wanted.deadlineAlt ?? [])].includes(found.deadline)),
    dues: tally(
      targets.pairs.filter(([, wanted]) => wanted.due !== undefined),
      ([found, wanted]) => wanted.due?.includes(found.deadline ?? found.deadlineInherited ?? '') ?? false,
    ),
    names: tally(
      targets.pairs.filter(([, wanted]) => wanted.metric !== undefined),
      ([found, wanted]) => likeness(plain(found.metric), plain(wanted.metric ?? '')) >= SAME_NAME,
    ),
    kinds: tally(registers.pairs, ([found, wanted]) => found.kind === wanted.kind),
    headMatter: headMatter(draft, gold),
    documentKinds: tally(gold.documentKind === undefined ? [] : [gold.documentKind], (wanted) => draft.documentKind.kind === wanted),
    missed: CATEGORIES.flatMap((category) => all[category].missed.map((item) => `${category}: ${JSON.stringify(item)}`)),
    extra: CATEGORIES.flatMap((category) => all[category].extra.map((item) => `${category}: ${words(item)}`)),
  }
}

function words(item: object): string {
  const { quote, number, text, value, unit } = item as Record<string, unknown>
  return JSON.stringify(quote ? [quote, value, unit] : [number, text])
}

interface Pairing<Found, Wanted> {
  readonly pairs: readonly (readonly [Found, Wanted])[]
  readonly missed: readonly Wanted[]
  readonly extra: readonly Found[]
  /** Null where there is nothing to find and nothing was found. */
  readonly f1: number | null
}

/** Pairs one to one, the likest first and what must be found before what may be. */
function paired<Found extends object, Wanted extends object>(
  found: readonly Found[],
  wanted: readonly Wanted[],
  like: (found: Found, wanted: Wanted) => number,
): Pairing<Found, Wanted> {
  const may = (one: Wanted): boolean => 'optional' in one && one.optional === true
  const likely = found
    .flatMap((one) => wanted.map((other) => ({ one, other, weight: like(one, other) })))
    .filter(({ weight }) => weight >= 0.5)
    .sort((a, b) => Number(may(a.other)) - Number(may(b.other)) || b.weight - a.weight)
  const pairs: (readonly [Found, Wanted])[] = []
  for (const { one, other } of likely) if (!pairs.some(([taken, given]) => taken === one || given === other)) pairs.push([one, other])
  const extra = found.filter((one) => !pairs.some(([taken]) => taken === one))
  const missed = wanted.filter((one) => !may(one) && !pairs.some(([, given]) => given === one))
  const right = pairs.filter(([, given]) => !may(given))
  const all = 2 * right.length + extra.length + missed.length
  return { pairs: right, missed, extra, f1: all === 0 ? null : (2 * right.length) / all }
}

function overlap(found: { readonly start: number; readonly end: number }, text: string, quote: string): number {
  let best = 0
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const shared = Math.min(found.end, at + quote.length) - Math.max(found.start, at)
    best = Math.max(best, shared / Math.min(found.end - found.start, quote.length))
  }
  return best
}

function likeness(one: string, other: string): number {
  if (one === other) return 2
  if (one.length >= 2 && other.length >= 2 && (one.includes(other) || other.includes(one))) return 1
  const pairs = (name: string) => new Set(Array.from({ length: name.length - 1 }, (_, at) => name.slice(at, at + 2)))
  const [a, b] = [pairs(one), pairs(other)]
  return (2 * [...a].filter((pair) => b.has(pair)).length) / Math.max(1, a.size + b.size)
}

function tally<Pair>(pairs: readonly Pair[], isRight: (pair: Pair) => boolean): readonly [number, number] {
  return [pairs.filter(isRight).length, pairs.length]
}

function headMatter(draft: PlanDraft, gold: PassageGold): readonly [number, number] {
  const fields = [
    [draft.title, gold.title],
    [draft.issuer.join('、'), gold.issuer.join('、')],
    [draft.docNumber, gold.docNumber],
    [draft.date, gold.date],
  ] as const
  return tally(fields, ([found, wanted]) => plain(found ?? '') === plain(wanted ?? ''))
}

function plain(words: string): string {
  return words.normalize('NFKC').replace(/[\s、.:“”"《》()[\]]/g, '')
}

function ended(words: string): string {
  return plain(words).replace(/[。,;:]+$/, '')
}

function named(units: readonly string[]): string {
  return units.map(plain).toSorted().join('|')
}
