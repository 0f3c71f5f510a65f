import { type PlanDraft, readPlan } from '#policy-text/index.ts'
import type { PolicyDocument } from '../registers/policy-document.register.ts'

/** What the reader finds besides items, and what is proposed of it when a plan is confirmed. */
export type Findings = Pick<PlanDraft, 'fields' | 'instruments'>

/** As it is kept with the document. */
export function keptFindings({ fields, instruments }: Findings): NonNullable<PolicyDocument['findings']> {
  return JSON.parse(JSON.stringify({ fields, instruments })) as NonNullable<PolicyDocument['findings']> // made of JSON
}

/** As it was kept; a document read in before it was is read again. */
export function findingsOf({ findings, text }: Pick<PolicyDocument, 'findings' | 'text'>): Findings {
  return findings ? (findings as unknown as Findings) : readPlan(text ?? '') // as `keptFindings` wrote it
}
