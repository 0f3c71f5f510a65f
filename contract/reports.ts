import { z } from 'zod'
import type { Words } from '#engine/define/words.ts'
import type { Paper } from './paper.ts'
import { words } from './problem.ts'
import type { ReportTemplate } from './report-template.ts'

/** POST /commands/reports.draft: one report of each template, of one period, as known at the end of a day that is over. */
export const draftReportInput = z.object({
  template: z.string().max(60),
  period: z.string().regex(/^\d{4}(?:Q[1-4]|H[12])?$/),
  asOf: z.iso.date(),
})
export const redraftReportInput = z.object({ report: z.uuid(), asOf: z.iso.date() })
export const publishReportInput = z.object({
  report: z.uuid(),
  documentNo: z.string().trim().min(1).max(60),
  documentDate: z.iso.date(),
})
export type PublishReportInput = z.infer<typeof publishReportInput>
export const openRoundInput = z.object({ period: z.string().regex(/^\d{4}Q[1-4]$/) })
export const closeRoundInput = z.object({ round: z.uuid() })

/** A figure as a report holds it. */
export interface FrozenFigure {
  readonly code: string
  readonly title: string
  readonly unit: string
  readonly counted: string
  /** What is held against the target. */
  readonly value: string
  readonly target: string | null
  readonly light: string | null
  readonly measures: Readonly<Record<string, string>>
  readonly byArea: readonly {
    readonly area: string
    readonly title: string
    readonly values: Readonly<Record<string, string>>
    readonly zones: readonly { readonly area: string; readonly title: string; readonly values: Readonly<Record<string, string>> }[]
  }[]
  readonly byMonth: readonly { readonly month: string; readonly value: string; readonly running: string }[]
  /** Sentences on what is no longer what was known at its end. */
  readonly restated: readonly string[]
}

/** Entries behind the quarter's figure. */
export interface FrozenList {
  /** Absent, as the ids of its rows are, in reports frozen before lists were doors. */
  readonly register?: string
  readonly rows: readonly {
    readonly id?: string
    readonly no: number
    readonly title: string
    readonly area: string
    readonly countsOn: string
  }[]
  readonly total: string
  /** There are more entries than these. */
  readonly cut: boolean
}

/** What a city or zone handed in for the period. */
export interface FrozenReturn {
  readonly area: string
  readonly title: string
  readonly confirmed: boolean
  /** Still to come: the round was open, and its last day not over, when the report was frozen. Absent in reports frozen before this was told. */
  readonly awaited?: boolean
  readonly problems: string | null
  readonly suggestions: string | null
}

/** Everything a report says, as it was at the frozen day: read in one snapshot, and never changed. */
export interface ReportFacts {
  readonly period: { readonly code: string; readonly title: string; readonly from: string; readonly to: string }
  /** The last day whose entries are known to the report. */
  readonly asOf: string
  readonly frozenAt: string
  /** By `code total` and `code quarter`. */
  readonly figures: Readonly<Record<string, FrozenFigure>>
  readonly lists: Readonly<Record<string, FrozenList>>
  /** Absent when no round was held. */
  readonly returns: readonly FrozenReturn[] | null
  readonly previous: {
    readonly edition: string
    readonly title: string
    readonly asOf: string
    readonly figures: Readonly<Record<string, string>>
  } | null
}

/** GET /queries/reports.report */
export interface ReportView {
  readonly report: {
    readonly id: string
    readonly version: number
    readonly state: string
    readonly stateLabel: { readonly zh: string; readonly en: string }
    readonly title: string
    readonly kind: ReportTemplate['kind']
    readonly period: string
    readonly asOf: string
    readonly frozenAt: string
    readonly sha256: string
    readonly opening: string | null
    readonly problems: string | null
    readonly nextSteps: string | null
    readonly documentNo: string | null
    readonly documentDate: string | null
  }
  readonly paper: Paper
  readonly html: string
  readonly previous: { readonly edition: string; readonly title: string; readonly asOf: string } | null
  readonly edition: string | null
  readonly mayPublish: boolean
  readonly mayRedraft: boolean
}

/** POST /report-templates:preview {template}: the paper a template makes of a period as of a day; nothing of it is kept. */
export const templatePreviewAnswer = z.object({ period: words, asOf: z.iso.date(), html: z.string() })
export type TemplatePreview = z.infer<typeof templatePreviewAnswer>

/** Who signed an edition, as which post, when, and the fingerprint of what was signed. */
export interface EditionSigned {
  readonly by: string
  readonly post: string
  readonly at: string
  readonly sha256: string
}

/** GET /queries/reports.edition */
export interface EditionView {
  readonly edition: {
    readonly id: string
    readonly report: string
    readonly title: string
    readonly sha256: string
    readonly documentNo: string
    readonly documentDate: string
    readonly publishedAt: string
    readonly publishedBy: string
    readonly asOf: string
    readonly period: string
  }
  /** Absent in editions of before signing was a step of its own. */
  readonly signed: EditionSigned | null
  /** From the clerk to the one who published it, who brought it forward, in order. */
  readonly steps: readonly { readonly title: Words; readonly by: string; readonly post: string; readonly at: string }[]
  readonly html: string
  readonly files: readonly { readonly format: 'docx' | 'pdf'; readonly sha256: string; readonly size: number }[]
  /** Later editions of the same template and period or after. */
  readonly later: readonly { readonly id: string; readonly title: string; readonly publishedAt: string }[]
}

/** GET /queries/reports.verify: whether an edition is still what was published, and whether its figures count again as of its day. */
export interface Verification {
  readonly content: { readonly same: boolean; readonly was: string; readonly is: string }
  /** Whether it says exactly what was signed; null in editions of before signing was a step of its own. */
  readonly signed: { readonly same: boolean; readonly was: string; readonly is: string } | null
  readonly files: readonly { readonly format: string; readonly same: boolean; readonly was: string; readonly is: string }[]
  readonly figures: {
    readonly checked: number
    readonly different: readonly { readonly title: string; readonly was: string; readonly is: string }[]
  }
  readonly same: boolean
  readonly at: string
}

/** GET /queries/reports.overview: reports, editions, rounds and what can be made. */
export interface ReportsOverview {
  readonly reports: readonly {
    readonly id: string
    readonly title: string
    readonly state: string
    readonly stateLabel: { readonly zh: string; readonly en: string }
    readonly tone: string
    readonly period: string
    readonly asOf: string
    readonly documentNo: string | null
    readonly edition: string | null
  }[]
  readonly templates: readonly {
    readonly code: string
    readonly title: string
    readonly kind: string
    readonly broken: readonly string[]
  }[]
  readonly rounds: readonly {
    readonly id: string
    readonly title: string
    readonly period: string
    readonly state: string
    readonly dueOn: string
    readonly confirmed: number
    readonly all: number
  }[]
  /** The last quarter that is over, and yesterday. */
  readonly suggested: { readonly period: string; readonly asOf: string }
  /** The round that opens next, by itself on its day, and its last day. */
  readonly nextRound: { readonly period: string; readonly opensOn: string; readonly dueOn: string }
  readonly mayDraft: boolean
}

/** GET /queries/reports.round: who has handed in, city by city. */
export interface RoundView {
  readonly round: {
    readonly id: string
    readonly version: number
    readonly title: string
    readonly period: string
    readonly asOf: string
    readonly dueOn: string
    readonly state: string
  }
  readonly returns: readonly {
    readonly id: string
    readonly area: string
    readonly title: string
    readonly zone: boolean
    readonly state: string
    readonly stateLabel: { readonly zh: string; readonly en: string }
    /** Which of the four texts are written. */
    readonly written: Readonly<Record<'progress' | 'problems' | 'suggestions' | 'nextSteps', boolean>>
    readonly late: boolean
    readonly changedAt: string
  }[]
}

/** A counted figure of one city or zone, as a return holds it. */
export interface PlaceFigure {
  readonly code: string
  readonly title: string
  readonly unit: string
  readonly total: string
  readonly quarter: string
  readonly reserve: string
  readonly underway: string
}
