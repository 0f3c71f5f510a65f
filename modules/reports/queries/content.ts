import type { Paper } from '#contract/paper.ts'
import type { ReportTemplate } from '#contract/report-template.ts'
import type { EditionSigned, ReportFacts } from '#contract/reports.ts'
import { canonical, sha256Of } from '#engine/store/editions.ts'
import type { OwnTexts } from '../rules/compose.ts'

/** What a draft rests on: its template as it was then, and the frozen facts. */
export interface DraftContent {
  readonly template: ReportTemplate
  readonly facts: ReportFacts
  /** The event that froze them. */
  readonly act: string
}

/** What an edition says: the draft's content, the texts of the clerk, who signed it, number and date, and the paper that follows from them. */
export interface EditionContent extends DraftContent {
  readonly own: OwnTexts
  /** Absent in editions of before signing was a step of its own. */
  readonly signed?: EditionSigned
  readonly issued: { readonly documentNo: string; readonly documentDate: string }
  readonly paper: Paper
}

/** SHA-256 of what the signer had before him: figures, template and texts, without number and date. */
export function signedFingerprint({ template, facts, act }: DraftContent, own: OwnTexts): string {
  return sha256Of(canonical({ template, facts, act, own }))
}
