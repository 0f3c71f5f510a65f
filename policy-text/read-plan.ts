import { attachmentsOf, disclosureOf, recipientsOf } from './addressees.ts'
import { findBasis, validityOf } from './basis.ts'
import { outlineOf } from './clauses.ts'
import { documentKindOf } from './document-kind.ts'
import { findDuties } from './duties.ts'
import { findDutyRules } from './duty-rules.ts'
import { findFields } from './fields.ts'
import { readHeadMatter } from './head-matter.ts'
import { findInstruments, withoutBenefits } from './instruments.ts'
import { findRegisters } from './lists.ts'
import { findMeasures } from './measures.ts'
import { sentencesOf } from './passages.ts'
import type { PlanDraft } from './plan-draft.ts'
import { layOut } from './reading.ts'
import { findRelativeTargets } from './relative-targets.ts'
import { reasonsShared } from './shared-reasons.ts'
import { findTargets } from './targets/find-targets.ts'
import { warningsOf } from './warnings.ts'

/** Reads a Chinese policy text into a draft: headings, targets, duties and registers, each tied to the words it was read from. */
export function readPlan(text: string): PlanDraft {
  const reading = layOut(text)
  const head = readHeadMatter(reading)
  const outline = outlineOf(reading)
  const sentences = sentencesOf(reading, outline, head)
  const dutyRules = findDutyRules(reading, sentences)
  const instruments = findInstruments(reading, sentences)
  const shared = reasonsShared()
  const draft = {
    documentKind: documentKindOf(reading, head),
    title: head.title,
    issuer: head.issuer,
    docNumber: head.docNumber,
    docNumberRepaired: head.docNumberRepaired,
    date: head.date,
    planPeriod: head.planPeriod,
    traditional: reading.traditional,
    headings: shared(outline.headings),
    targets: shared(withoutBenefits(findTargets(reading, outline, head), instruments)),
    responsibilities: shared(findDuties(reading, outline, head, dutyRules)),
    registers: shared(findRegisters(reading, outline, head)),
    relativeTargets: findRelativeTargets(reading, sentences),
    dutyRules,
    measures: shared(findMeasures(reading, sentences)),
    fields: findFields(reading, outline, sentences),
    instruments,
    basis: findBasis(reading, head),
    validity: validityOf(reading, head),
    recipients: recipientsOf(reading),
    attachments: attachmentsOf(reading, head),
    disclosure: disclosureOf(reading),
    clauses: outline.clauses,
  }
  return { ...draft, warnings: warningsOf(reading, draft) }
}
