import type { ActionClass } from './action-classes.ts'
import type { ReadKind } from './document-kinds.ts'
import type { SchemeTerm } from './field-terms.ts'
import type { Text } from './text.ts'

export type { Text } from './text.ts'

/** A piece of the text as given: UTF-16 offsets, and the words themselves (`text.slice(start, end) === quote`). */
export interface Quote {
  readonly quote: string
  readonly start: number
  readonly end: number
}

/** How a value is worded, as the gold of plans tells it. */
export const QUALIFIERS = ['range', 'at_least', 'about', 'exceed', 'strive', 'growth_rate', 'ratio', 'exact'] as const
/** One of them. */
export type Qualifier = (typeof QUALIFIERS)[number]

/** How a result is to be compared with the value. */
export const COMPARATORS = ['equal', 'at_least', 'more_than', 'at_most', 'less_than', 'about', 'between'] as const
/** One of them. */
export type Comparator = (typeof COMPARATORS)[number]

/** What sort of quantity a target sets; it decides how years may be compared. */
export const TARGET_KINDS = ['stock', 'flow', 'cumulative', 'rate', 'rank', 'relative'] as const
/** One of them. */
export type TargetKind = (typeof TARGET_KINDS)[number]

/** What sort of collection or system a plan sets up: 清单, 库, 目录, 榜单, 平台, 数据库, 图谱, 机制. */
export const REGISTER_KINDS = ['list', 'library', 'catalogue', 'ranking', 'platform', 'database', 'map', 'mechanism'] as const
/** One of them. */
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
  readonly confidence: number
  readonly why: Text
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
  readonly kind: TargetKind
  /** 约束性 or 预期性, where the plan says so. */
  readonly nature?: 'binding' | 'anticipatory'
  /** Where the figure starts from, as a table or “由…提高到” gives it. */
  readonly baseline?: number
  /** The things that reach one figure together: “瞪羚、独角兽企业100家”. */
  readonly jointOf?: readonly string[]
  /** The earlier target that this one says again. */
  readonly restates?: string
  /** The figure of which this one is a part: all parts of it add up to it. */
  readonly partOf?: string
  readonly confidence: number
  readonly why: Text
}

/** A row of a division of tasks: what is to be done, in which steps and by when, as printed. */
export interface DutyRow {
  readonly task: string
  readonly content: string | null
  readonly due: string | null
  readonly start: number
  readonly end: number
}

/** Who leads and who supports a task; `joint` when all named units answer alike. */
export interface Responsibility extends Quote {
  readonly lead: readonly string[]
  readonly support: readonly string[]
  /** Supporters named once for the whole document: “以下均需各市政府配合，不再列出”. */
  readonly inheritedSupport: readonly string[]
  readonly joint: boolean
  readonly appliesTo: string | null
  /** The row of a division of tasks that names them: it is a task of its own, and stands from `start` to `end`. */
  readonly row?: DutyRow
  /** Printed names that have another standard name as of the day of the document. */
  readonly standardNames: Readonly<Record<string, string>>
  readonly clause: string
  readonly confidence: number
  readonly why: Text
}

/** A list, library, platform … that the plan says must be set up or published. */
export interface RegisterMention extends Quote {
  readonly kind: RegisterKind
  readonly name: string
  /** Whether it is to be set up, an existing one extended, or one joined. */
  readonly mode: 'set_up' | 'extend' | 'join'
  readonly clause: string
  readonly confidence: number
  readonly why: Text
}

/** Something found, with where it stands, how sure that is and by which rule. */
interface Finding extends Quote {
  readonly clause: string
  readonly confidence: number
  readonly why: Text
}

/** A measure: what sort of work on what, and a proposal of what would prove it done. */
export interface Measure extends Finding {
  readonly action: ActionClass
  readonly verb: string
  readonly object: string
  /** `encourage`: 鼓励, 支持, 探索; what the result is, a person must say. */
  readonly strength: 'do' | 'encourage'
  readonly deliverable: Text & { readonly proposed: true }
}

/** A field or technology of the plan, with proposals of where it belongs in published schemes. */
export interface FieldMention extends Finding {
  readonly label: string
  /** The heading that groups it, if it is a heading itself. */
  readonly parent: string | null
  readonly standing: 'heading' | 'list' | 'mention'
  readonly mentions: number
  readonly crosswalk: readonly SchemeTerm[]
}

/** What sort of benefit a policy gives. */
export const INSTRUMENT_KINDS = ['subsidy', 'award', 'interest', 'voucher', 'tax', 'risk', 'exemption'] as const
/** One of them. */
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number]

/** A figure of a benefit: a condition on who gets it, or what they get. `text` is the figure with the words before it. */
export interface InstrumentAmount {
  readonly role: 'condition' | 'rate' | 'ceiling' | 'amount' | 'duration'
  readonly text: string
  readonly value: number | readonly [number, number]
  readonly unit: string
  /** What a rate is a share of, or what a condition measures. */
  readonly of: string | null
}

/** A benefit: who gets what on which conditions. A draft for rules, never a decision. */
export interface Instrument extends Finding {
  readonly kind: InstrumentKind
  readonly recipient: string | null
  readonly conditions: readonly InstrumentAmount[]
  readonly benefits: readonly InstrumentAmount[]
  /** 每家企业, 每年, 一次性 … */
  readonly per: readonly string[]
}

/** A duty laid down once for many tasks: “以下均需各市政府配合”. */
export interface DutyRule extends Finding {
  readonly units: readonly string[]
  readonly part: 'lead' | 'support'
  readonly reach: 'before' | 'after' | 'all'
}

/** A target with a benchmark instead of a number: “高于全国平均水平”. */
export interface RelativeTarget extends Finding {
  readonly metric: string
  readonly relation: 'above' | 'at_least' | 'reach'
  readonly benchmark: string
  readonly deadline: string | null
}

/** A document named in 《》, and what this text has to do with it. */
export interface BasisDocument extends Quote {
  readonly title: string
  readonly number: string | null
  readonly relation: 'basis' | 'repeals' | 'mentions'
  readonly confidence: number
  readonly why: Text
}

/** From which day to which a document says it is in force; null where it leaves that open. */
export interface Validity extends Quote {
  readonly from: string | null
  readonly to: string | null
  readonly years: number | null
}

/** To whom a document is addressed. */
export interface Recipients extends Quote {
  readonly units: readonly string[]
}

/** Whether a document is open to everybody. */
export interface Disclosure extends Quote {
  readonly kind: 'voluntary' | 'on-request' | 'withheld'
}

/** An attachment that is listed; `present` when its text follows. */
export interface AttachmentMention extends Quote {
  readonly title: string
  readonly present: boolean
}

/** What a reader tells of the text as a whole. */
export const WARNING_CODES = [
  'no-number-found',
  'probably-not-a-plan',
  'no-heading-found',
  'very-long',
  'missing-attachment',
  'document-number-repaired',
  'traditional-text',
  'statistical-bulletin',
  'news-report',
  'explanation-of-another',
] as const

/** A warning and the words it is about. */
export interface Warning extends Text {
  readonly code: (typeof WARNING_CODES)[number]
}

/** What the reader found in a policy text: a draft for a person to correct and confirm. */
export interface PlanDraft {
  readonly documentKind: ReadKind
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
  readonly relativeTargets: readonly RelativeTarget[]
  readonly dutyRules: readonly DutyRule[]
  readonly measures: readonly Measure[]
  readonly fields: readonly FieldMention[]
  readonly instruments: readonly Instrument[]
  readonly basis: readonly BasisDocument[]
  readonly validity: Validity | null
  readonly recipients: Recipients | null
  readonly attachments: readonly AttachmentMention[]
  readonly disclosure: Disclosure | null
  readonly clauses: readonly Clause[]
  readonly warnings: readonly Warning[]
}
