import type { Values } from '../api/types.ts'

/** What somebody typed and the server has not got yet: only the fields that were changed. */
export interface Draft {
  readonly changes: Values
  /** The values, before typing, of the changed fields; with them the other person's changes can be told apart. */
  readonly base: Values
  /** The version the person was looking at; 0 for a new entry. */
  readonly version: number
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

interface KeyValue {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

const keyOf = ({ jurisdiction, person, register, entry }: DraftPlace) => `lantu:draft:${jurisdiction}:${person}:${register}:${entry}`

/** The draft that was kept, if there is a readable one. */
export function readDraft(place: DraftPlace, storage: KeyValue): Draft | undefined {
  try {
    const draft: Partial<Draft> | null = JSON.parse(storage.getItem(keyOf(place)) ?? 'null')
    if (draft === null || typeof draft.changes !== 'object') return undefined
    return { changes: draft.changes, base: draft.base ?? {}, version: draft.version ?? 0, at: draft.at ?? '' }
  } catch {
    return undefined
  }
}

/** Tells whether it could be kept: a full or forbidden storage must be said, not hidden. */
export function keepDraft(place: DraftPlace, draft: Draft, storage: KeyValue): boolean {
  try {
    storage.setItem(keyOf(place), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

/** The server has it now; nothing need be kept. */
export function dropDraft(place: DraftPlace, storage: KeyValue) {
  storage.removeItem(keyOf(place))
}

/** The fields in which the form differs from the entry; only these are sent. */
export function changesOf(form: Values, entry: Values): Values {
  return Object.fromEntries(Object.entries(form).filter(([name, value]) => !same(value, entry[name])))
}

/** One field with two new values. */
export interface Clash {
  readonly field: string
  readonly mine: unknown
  readonly theirs: unknown
}

/** Fields that both people changed, each to something else. What only one of them touched needs no question. */
export function clashesOf(draft: Pick<Draft, 'changes' | 'base'>, theirs: Values): readonly Clash[] {
  return Object.entries(draft.changes)
    .filter(([field, mine]) => !same(mine, theirs[field]) && !same(draft.base[field], theirs[field]))
    .map(([field, mine]) => ({ field, mine, theirs: theirs[field] }))
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
