import type { PlanDraft, Quote } from '../plan-draft.ts'
import type { Text } from '../text.ts'

export const PLAN_SUBJECTS = ['target', 'field', 'measure', 'duty', 'register', 'instrument'] as const
export type PlanSubject = (typeof PLAN_SUBJECTS)[number]

/** What became of a pair: `offered` is likely and for a person to judge; the last two have no counterpart. */
export const PAIR_KINDS = ['different', 'offered', 'only_one', 'only_other', 'same'] as const
export type PairKind = (typeof PAIR_KINDS)[number]

/** One finding of a plan as it is compared: its name, what the plan says of it in words, and the quote behind it. */
export interface PlanFinding extends Quote {
  readonly name: string
  readonly says: Text
  readonly clause: string
}

export const BASES = ['as_stated', 'per_year', 'per_person', 'per_gdp'] as const

/** A figure on one basis: its value in the shared unit, and the arithmetic in words. */
export interface BasisValue {
  readonly value: number
  readonly words: Text
}

/** Two figures on one basis; where they cannot be compared, `why` says so and at most one has a value. */
export interface ComparedBasis {
  readonly basis: (typeof BASES)[number]
  readonly unit: Text | null
  readonly one: BasisValue | null
  readonly other: BasisValue | null
  readonly why: Text | null
}

/** Two findings that belong together, or one that has no counterpart. */
export interface PlanPair {
  readonly subject: PlanSubject
  readonly kind: PairKind
  readonly one: PlanFinding | null
  readonly other: PlanFinding | null
  readonly why: Text
  /** Of targets that both plans have. */
  readonly bases: readonly ComparedBasis[]
}

/** A place of a published classification with the fields of either plan that may belong there. */
export interface FieldGroup {
  readonly scheme: Text
  readonly title: Text
  readonly one: readonly string[]
  readonly other: readonly string[]
}

/** A clause that a finding stands in, with its words as given: a quote begins `quote.start - start` characters into them. */
export interface PlanClause {
  readonly id: string
  readonly title: string
  readonly start: number
  readonly text: string
}

/** What is known of a plan whose text is not at hand, such as one that came in a pack; quotes and offsets are those of its source. */
export type KeptPlan = Pick<
  PlanDraft,
  | 'title'
  | 'docNumber'
  | 'date'
  | 'issuer'
  | 'planPeriod'
  | 'traditional'
  | 'targets'
  | 'relativeTargets'
  | 'fields'
  | 'measures'
  | 'responsibilities'
  | 'registers'
  | 'instruments'
>

/** Which plan a side is, of which area, and the clauses that its findings stand in: none without a text. */
export interface PlanHead extends Pick<PlanDraft, 'title' | 'docNumber' | 'date' | 'issuer' | 'planPeriod'> {
  readonly area: string | null
  readonly hasText: boolean
  readonly clauses: readonly PlanClause[]
}

/** Population or gross regional product of an area in a year, as statistics publish it. */
export interface AreaSize {
  readonly year: string
  /** Persons, or yuan. */
  readonly value: number
  /** The figure as published, with its unit: “8526万人”. */
  readonly printed: string
}

/** What statistics say of an area, by its name such as 江苏省; empty where they say nothing. */
export interface AreaSizes {
  readonly area: string | null
  readonly population: readonly AreaSize[]
  readonly gdp: readonly AreaSize[]
}

/** What statistics say: of the areas that the issuer or title of a plan may name, and of the area that a person chose for a plan. */
export interface KnownAreas {
  readonly named?: readonly AreaSizes[]
  readonly one?: AreaSizes
  readonly other?: AreaSizes
}

/** Two plans side by side. Whatever stands in it for `one` and `other` is mirrored when the plans change places. */
export interface PlanComparison {
  readonly one: PlanHead
  readonly other: PlanHead
  /** Differences first, then what is offered, then what only one has, then what is the same; by subject. */
  readonly pairs: readonly PlanPair[]
  readonly fieldGroups: readonly FieldGroup[]
  /** Why nothing is compared per head or per GDP; null where it is. */
  readonly missingSizes: { readonly population: Text | null; readonly gdp: Text | null }
}
