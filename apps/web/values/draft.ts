import type { Values } from '../api/types.ts'

/** What somebody typed and the server has not got yet: only the fields that were changed. */
export interface Draft {
  /** Of the form that wrote it: two windows must not write over each other. */
  readonly id: string
  readonly changes: Values
  /** The values, before typing, of the changed fields; with them the other person's changes can be told apart. */
  readonly base: Values
  readonly at: string
}

/** Whose draft of what. */
export interface DraftPlace {
  readonly jurisdiction: string
  readonly person: string
  readonly register: string
  /** Id of the entry, or “new”. */
  readonly entry: string
}

/** Where drafts lie on this computer. */
export interface DraftStore {
  /** The drafts of an entry that this person left. */
  readonly of: (place: DraftPlace) => Promise<readonly Draft[]>
  /** Tells whether it could be kept: a full or forbidden storage must be said, not hidden. */
  readonly keep: (place: DraftPlace, draft: Draft) => Promise<boolean>
  readonly drop: (place: DraftPlace, ids: readonly string[]) => Promise<void>
}

/** The names of all drafts of a place begin alike. */
export const draftPrefix = ({ jurisdiction, person, register, entry }: DraftPlace) => `${jurisdiction}:${person}:${register}:${entry}:`

/** One draft of those that several windows left of an entry: of each field what was typed last. */
export function joined(drafts: readonly Draft[]): Omit<Draft, 'id'> | undefined {
  const inTime = drafts.toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const last = inTime.at(-1)
  if (last === undefined) return undefined
  const all = (part: 'changes' | 'base'): Values => Object.assign({}, ...inTime.map((draft) => draft[part]))
  return { changes: all('changes'), base: all('base'), at: last.at }
}

/** The fields in which the form differs from the entry; only these are sent. */
export function changesOf(form: Values, entry: Values): Values {
  return Object.fromEntries(Object.entries(form).filter(([name, value]) => !same(value, entry[name])))
}

/** One field with two new values. */
export interface Clash {
  readonly field: string
  /** What it was before either of them. */
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

/** Fields that both people changed, each to something else. What only one of them touched needs no question. */
export function clashesOf(draft: Pick<Draft, 'changes' | 'base'>, theirs: Values): readonly Clash[] {
  return Object.entries(draft.changes)
    .filter(([field, mine]) => !same(mine, theirs[field]) && !same(draft.base[field], theirs[field]))
    .map(([field, mine]) => ({ field, base: draft.base[field], mine, theirs: theirs[field] }))
}

/** Equal as values: an empty text, null and a missing value are the same nothing. */
export function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'null'
  if (Array.isArray(value)) return value.length === 0 ? 'null' : `[${value.map(canonical).join()}]`
  if (typeof value !== 'object') return JSON.stringify(value)
  const parts = Object.entries(value).filter(([, one]) => canonical(one) !== 'null')
  return `{${parts
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${name}:${canonical(one)}`)
    .join()}}`
}
