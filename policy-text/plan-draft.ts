/** A text in both languages of the product. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/** A piece of the text as given: UTF-16 offsets, and the words themselves (`text.slice(start, end) === quote`). */
export interface Quote {
  readonly quote: string
  readonly start: number
  readonly end: number
}

export const QUALIFIERS = ['range', 'at_least', 'about', 'exceed', 'strive', 'growth_rate', 'ratio', 'exact'] as const
export type Qualifier = (typeof QUALIFIERS)[number]

export const COMPARATORS = ['equal', 'at_least', 'more_than', 'at_most', 'less_than', 'about', 'between'] as const
export type Comparator = (typeof COMPARATORS)[number]

export const REGISTER_KINDS = ['list', 'library', 'catalogue', 'ranking', 'platform', 'database', 'map', 'mechanism'] as const
export type RegisterKind = (typeof REGISTER_KINDS)[number]

/** A numbered heading. `level` is its numbering style (一、=1 （一）=2 1.=3 （1）=4), `depth` its real nesting. */
export interface Heading {
  readonly level: number
  readonly depth: number
  readonly number: string
  readonly text: string
  readonly start: number
  readonly end: number
  readonly clause: string
}

/** A span of the text under one heading. The id is worked out from path and heading text, so edits elsewhere do not move it. */
export interface Clause {
  readonly id: string
  readonly path: string
  /** Position in `headings`; null for the words before the first heading. */
  readonly headingIndex: number | null
  readonly start: number
  readonly end: number
}

/** A figure to be reached. */
export interface Target extends Quote {
  readonly id: string
  readonly metric: string
  readonly value: number | readonly [number, number] | null
  readonly unit: string | null
  readonly qualifier: Qualifier
  readonly comparator: Comparator
  readonly strive?: true
  readonly direction?: 'increase' | 'decrease'
  readonly deadline: string | null
  /** The plan's last year, when neither the sentence nor what governs it names one. */
  readonly deadlineInherited?: string
  readonly period: 'per_year' | 'cumulative' | null
  readonly parentQuote: string | null
  readonly clause: string
  /** The earlier target that this one says again. */
  readonly restates?: string
  readonly confidence: number
  readonly why: Text
}

/** Who leads and who supports a task; `joint` when all named units answer alike. */
export interface Responsibility extends Quote {
  readonly lead: readonly string[]
  readonly support: readonly string[]
  /** Supporters named once for the whole document: “以下均需各市政府配合，不再列出”. */
  readonly inheritedSupport: readonly string[]
  readonly joint: boolean
  readonly appliesTo: string | null
  readonly clause: string
  readonly confidence: number
}

/** A list, library, platform … that the plan says must be set up or published. */
export interface RegisterMention extends Quote {
  readonly kind: RegisterKind
  readonly name: string
  readonly clause: string
  readonly confidence: number
}

export const WARNING_CODES = [
  'no-number-found',
  'probably-not-a-plan',
  'no-heading-found',
  'very-long',
  'missing-attachment',
  'document-number-repaired',
  'traditional-text',
] as const

export interface Warning extends Text {
  readonly code: (typeof WARNING_CODES)[number]
}

/** What the reader found in a policy text: a draft for a person to correct and confirm. */
export interface PlanDraft {
  readonly title: string | null
  readonly issuer: readonly string[]
  readonly docNumber: string | null
  readonly docNumberRepaired: boolean
  readonly date: string | null
  readonly planPeriod: { readonly from: number; readonly to: number } | null
  readonly traditional: boolean
  readonly headings: readonly Heading[]
  readonly targets: readonly Target[]
  readonly responsibilities: readonly Responsibility[]
  readonly registers: readonly RegisterMention[]
  readonly clauses: readonly Clause[]
  readonly warnings: readonly Warning[]
}
