import type { PlanDraft } from '#policy-text/index.ts'

/** Everything in a draft that names its clause. */
export function clausedFindings(draft: PlanDraft) {
  const { targets, responsibilities, registers, relativeTargets, dutyRules, measures, fields, instruments } = draft
  return [...targets, ...responsibilities, ...registers, ...relativeTargets, ...dutyRules, ...measures, ...fields, ...instruments]
}

/** Everything in a draft that stands in the text. */
export function findingsOf(draft: PlanDraft) {
  const single = [draft.validity, draft.recipients, draft.disclosure].filter((found) => found !== null)
  return [...clausedFindings(draft), ...draft.basis, ...draft.attachments, ...single]
}

/** The findings whose quote is not the text at their place. */
export function misquoted(text: string, draft: PlanDraft) {
  return findingsOf(draft).filter(({ start, end, quote }) => quote === '' || text.slice(start, end) !== quote)
}
