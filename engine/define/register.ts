import type { FieldDefinition, OptionOf, ValueOfKind } from '#engine/kinds/index.ts'
import type { CountingRule } from './counting.ts'
import type { Expression } from './expression.ts'
import type { Id } from './id.ts'
import type { Words } from './words.ts'

/**
 * A kept list, said once. Pure data: JSON.stringify of it loses nothing, so a register that a province
 * defines at run time is the same thing and takes the same path. Table, versions, API, form, list, search,
 * rights and texts follow from it.
 */
export interface Register {
  readonly name: string
  readonly title: Words
  /** The document and clause, or the practice, that the register rests on. */
  readonly basis: string
  readonly fields: Readonly<Record<string, FieldDefinition>>
  /** How the form groups the fields; a field in no section stands in the last, unnamed one. */
  readonly sections?: readonly Section[]
  readonly states: Readonly<Record<string, State>>
  readonly moves: Readonly<Record<string, Move>>
  /** Who may `read`, `create`, `edit` and make each move. What is not named nobody may. */
  readonly access: Readonly<Record<string, Expression>>
  /** Entries are made only by these commands, never by a person through a form. */
  readonly createVia?: readonly string[]
  /** The state a new entry has. */
  readonly initial: string
  /** The field that names an entry to people; `title` unless said otherwise. */
  readonly titleField?: string
  /** The field that says where an entry lies; rights by area and counting go by it. */
  readonly area?: string
  /** The reference under which the work list puts entries of one kind together: a call, a batch, a document. */
  readonly under?: string
  /** Fields found by any two neighbouring characters. */
  readonly search?: readonly string[]
  /** Columns of the list, in order. */
  readonly columns?: readonly string[]
  /** Fields a list may be sorted by, each with an index; newest first always works. */
  readonly sorts?: readonly string[]
  /** Conditions every saved entry fulfils, whatever its state. */
  readonly checks?: readonly Check[]
  /** Fields that together should be unique; a likeness warns and never refuses. */
  readonly likeness?: readonly (readonly string[])[]
  /**
   * Fields of kind `json` that hold what an entry is known by, written alike however it was typed; each is made of groups of
   * fields joined, and a column of a table (`rights.number`) gives one key a row. Two entries are alike when they share one.
   */
  readonly keys?: Readonly<Record<string, readonly (readonly string[])[]>>
  /** What batches decide on the entries, by code; most registers have the one decision `publish`. */
  readonly decisions?: Readonly<Record<string, Decision>>
  /** A `rows` field with the columns `area` and `fromOn`: an entry counts where it lay on the day, and moves with its date. */
  readonly places?: string
  /** The check `field` tells that somebody of another unit than the one in `unit` filled the entry in for it (代填). */
  readonly filedFor?: { readonly field: string; readonly unit: string }
  /** What this register's entries count towards, by indicator code. */
  readonly counting?: Readonly<Record<string, CountingRule>>
}

/** A heading of the form and the fields under it. */
export interface Section {
  readonly label: Words
  readonly fields: readonly string[]
}

/** A state of the life cycle and where its moves lead, by the name of the move. */
export interface State {
  readonly label: Words
  readonly moves: Readonly<Record<string, string>>
  /** Whether the fields may be changed in this state (by those with the right `edit`). */
  readonly editable?: boolean
  /** How the state is shown: a working state, one that waits for somebody, a good or a bad end. */
  readonly tone?: 'plain' | 'waiting' | 'good' | 'bad' | 'warning'
}

/** A step of the life cycle: what it asks, who makes it, and what must hold before it. */
export interface Move {
  readonly label: Words
  readonly reason?: 'optional' | 'required'
  /** What must hold before the move; every failing line is told. */
  readonly needs?: readonly Check[]
  /** Made only by these commands (of a batch, a confirmation), never by a person on one entry. */
  readonly via?: readonly string[]
  /** The one next step that the work list offers; words say what is to be done where the move alone would say too much. */
  readonly next?: boolean | Words
  /** Until when it should be made. */
  readonly due?: Due
  /** What whoever made the entry is told of it. */
  readonly tells?: Telling
  /** Who is told instead of the maker: holders of posts for whom this holds, as a right would. */
  readonly hears?: Expression
  /** The field with the name of the register that those are invited to fill who may. */
  readonly invites?: string
  readonly tone?: 'main' | 'danger'
  /** Fields that are given with the move, all of them, though the state is not editable: why it left, where it moved. */
  readonly asks?: readonly string[]
  /** For a day that it asks for and that is empty: the last day of the year in another field, to be looked at by a person. */
  readonly proposes?: Readonly<Record<string, { readonly yearEndOf: string }>>
  /** Days that the move fills with today, each when its condition holds. */
  readonly stamps?: Readonly<Record<string, Expression>>
}

/**
 * A day by which a move should be made: the day in a field, or so many working days after the day in `from` (absent: after the entry came to
 * its state). With `ref` the field is one of the entry that it names. With `waits` the work list offers the move only once that first day is over.
 */
export type Due =
  | { readonly field: string; readonly ref?: string }
  | { readonly workingDays: number; readonly from?: string; readonly waits?: boolean }

/** What becomes of an entry that its maker wants to hear of. */
export type Telling = (typeof TELLINGS)[number]
/** The reasons for which the maker of an entry is told. */
export const TELLINGS = ['returned', 'accepted', 'declined', 'published', 'objected', 'reminded', 'closed'] as const

/** What a batch does to entries: puts them on the list, shows it to the public, publishes it by a document. */
export interface Decision {
  readonly label: Words
  readonly moves: {
    readonly propose: string
    readonly takeOut: string
    /** A decision without public notice goes from the list to the document. */
    readonly openNotice?: string
    readonly publish: string
  }
  /** The entry's fields that the batch fills; `batch` itself unless said otherwise. */
  readonly writes: {
    readonly batch?: string
    readonly documentNo: string
    readonly documentTitle: string
    readonly documentDate: string
    readonly countsOn?: string
  }
  /** A `check` that publication answers: whether no other entry that fulfils `from` shares one of the keys in `by`. */
  readonly distinct?: Distinct
}

/** The check that no two published entries share a key: the field that answers, the field with the keys, and among which entries. */
export interface Distinct {
  readonly field: string
  readonly by: string
  readonly from: Expression
  /** The move of an entry published earlier whose answer becomes no, so that the order of publication does not matter. */
  readonly loses?: string
}

/** A condition and what is said when it does not hold. */
export interface Check {
  readonly that: Expression
  readonly otherwise: Words
  readonly field?: string
}

/** Checks a definition while it is typed: moves lead to states that exist, fields exist, rights name moves. */
export function register<const R extends Register>(definition: R & Checked<R>): R {
  return definition
}

interface Checked<R extends Register> {
  readonly fields: {
    readonly [F in keyof R['fields']]: {
      readonly [O in keyof R['fields'][F]]: O extends OptionOf<R['fields'][F]['kind']> ? unknown : never
    }
  }
  readonly area?: keyof R['fields']
  readonly under?: keyof R['fields']
  readonly titleField?: keyof R['fields']
  readonly initial: keyof R['states']
  readonly states: {
    readonly [S in keyof R['states']]: {
      readonly moves: { readonly [M in keyof R['states'][S]['moves']]: M extends keyof R['moves'] ? keyof R['states'] : never }
    }
  }
  readonly access: { readonly [A in keyof R['access']]: A extends 'read' | 'create' | 'edit' | keyof R['moves'] ? unknown : never }
  readonly places?: keyof R['fields']
  readonly keys?: { readonly [K in keyof R['keys']]: K extends keyof R['fields'] ? unknown : never }
  readonly decisions?: {
    readonly [D in keyof R['decisions']]: {
      readonly moves: { readonly [S in keyof Decision['moves']]?: keyof R['moves'] }
      readonly writes: { readonly [F in keyof Decision['writes']]?: keyof R['fields'] }
    }
  }
}

/** An entry as the rest of the program sees it, worked out from the definition. */
export type RowOf<R extends Register> = SystemColumns<R> & {
  readonly [F in keyof R['fields']]: ValueOf<R['fields'][F]> | (R['fields'][F] extends Required ? never : null)
}

/** What a person or a command gives for a new entry. */
export type ValuesOf<R extends Register> = {
  readonly [F in keyof R['fields'] as R['fields'][F] extends Required ? F : never]: ValueOf<R['fields'][F]>
} & { readonly [F in keyof R['fields'] as R['fields'][F] extends Required ? never : F]?: ValueOf<R['fields'][F]> | null }

interface Required {
  readonly required: true
}

/** What every entry has beside its own fields. */
export interface SystemColumns<R extends Register = Register> {
  readonly id: Id<R['name']>
  readonly state: keyof R['states'] & string
  readonly version: number
  readonly createdAt: string
  readonly createdOn: string
  readonly createdBy: Id<'person'>
  readonly changedAt: string
  readonly changedBy: Id<'person'>
}

type ValueOf<Field extends FieldDefinition> = ValueOfKind<Field>[Field['kind']]
