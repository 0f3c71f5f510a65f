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
  /** The check `field` tells that somebody of another unit than the one in `unit` filled the entry in for it (代填). */
  readonly filedFor?: { readonly field: string; readonly unit: string }
  /** What this register's entries count towards, by indicator code. */
  readonly counting?: Readonly<Record<string, CountingRule>>
}

export interface Section {
  readonly label: Words
  readonly fields: readonly string[]
}

export interface State {
  readonly label: Words
  readonly moves: Readonly<Record<string, string>>
  /** Whether the fields may be changed in this state (by those with the right `edit`). */
  readonly editable?: boolean
  /** How the state is shown: a working state, one that waits for somebody, a good or a bad end. */
  readonly tone?: 'plain' | 'waiting' | 'good' | 'bad' | 'warning'
}

export interface Move {
  readonly label: Words
  readonly reason?: 'optional' | 'required'
  /** What must hold before the move; every failing line is told. */
  readonly needs?: readonly Check[]
  /** Made only by these commands (of a batch, a confirmation), never by a person on one entry. */
  readonly via?: readonly string[]
  /** The one next step that the work list offers. */
  readonly next?: boolean
  readonly tone?: 'main' | 'danger'
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
  readonly titleField?: keyof R['fields']
  readonly initial: keyof R['states']
  readonly states: {
    readonly [S in keyof R['states']]: {
      readonly moves: { readonly [M in keyof R['states'][S]['moves']]: M extends keyof R['moves'] ? keyof R['states'] : never }
    }
  }
  readonly access: { readonly [A in keyof R['access']]: A extends 'read' | 'create' | 'edit' | keyof R['moves'] ? unknown : never }
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
