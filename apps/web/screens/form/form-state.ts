import type { EntryAnswer } from '#contract/entries.ts'
import type { ProblemError } from '../../api/problem-error.ts'
import type { Titles, Values } from '../../api/types.ts'
import type { Clash, Draft, DraftPlace, DraftStore } from '../../values/draft.ts'

/** What the server has of what a form writes: an entry, or the draft of one that is still to be made. */
export interface Kept extends Pick<EntryAnswer, 'titles' | 'warnings'> {
  readonly values: Values
  /** 0: the server has nothing of it. */
  readonly version: number
}

/** Before anything is kept on the server. */
export const NOTHING: Kept = { values: {}, version: 0, titles: {}, warnings: [] }

/** An entry as a form writes it. */
export const keptEntry = ({ entry, titles, warnings }: EntryAnswer): Kept => ({
  values: entry.values,
  version: entry.version,
  titles,
  warnings,
})

/** What the line beside a form says. */
export type SaveState =
  | { readonly is: 'clean' }
  | { readonly is: 'kept'; readonly at: string }
  | { readonly is: 'unkept' }
  | { readonly is: 'saving' }
  | { readonly is: 'saved'; readonly at: string }
  | { readonly is: 'offline' }
  /** `asked`: somebody pressed save, so the faults are listed; an autosave only marks the fields. */
  | { readonly is: 'refused'; readonly problem: ProblemError; readonly asked: boolean }
  | { readonly is: 'clash'; readonly clashes: readonly Clash[]; readonly theirs: Kept }

/** What a form shows. */
export interface FormState {
  readonly values: Values
  readonly titles: Titles
  /** What the server holds doubtful about the entry as it was last saved. */
  readonly warnings: EntryAnswer['warnings']
  readonly save: SaveState
  /** When a draft was put back into the form: the last that was typed then. */
  readonly restoredAt: string | undefined
}

/** What a form needs from outside. */
export interface AutosaveParts {
  readonly place: DraftPlace
  readonly drafts: DraftStore
  /** Of this form among the drafts. */
  readonly id: string
  /** What was left of the entry on this computer. */
  readonly left: readonly Draft[]
  readonly kept: Kept
  /** When what the server has was typed, where that is a draft. */
  readonly keptAt?: string | undefined
  readonly send: (changes: Values, kept: Pick<Kept, 'values' | 'version'>) => Promise<Kept>
  readonly reload: () => Promise<Kept>
  /** Throws away on the server what was only typed. */
  readonly forget?: () => Promise<unknown>
  /** Keeps on the server what the entry does not take, until it does or it is thrown away. */
  readonly aside?: Aside
  readonly now: () => string
}

/** Where changes lie that an entry has not taken. */
export interface Aside {
  readonly keep: (changes: Values, base: Values) => Promise<void>
  readonly drop: () => Promise<void>
}
