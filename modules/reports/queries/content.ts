import type { Paper } from '#contract/paper.ts'
import type { ReportTemplate } from '#contract/report-template.ts'
import type { ReportFacts } from '#contract/reports.ts'

/** What a draft rests on: its template as it was then, and the frozen facts. */
export interface DraftContent {
  readonly template: ReportTemplate
  readonly facts: ReportFacts
  /** The event that froze them. */
  readonly act: string
}

/** What an edition says: the draft's content, the texts of the clerk, number and date, and the paper that follows from them. */
export interface EditionContent extends DraftContent {
  readonly own: { readonly opening: string | null; readonly problems: string | null; readonly nextSteps: string | null }
  readonly issued: { readonly documentNo: string; readonly documentDate: string }
  readonly paper: Paper
}
