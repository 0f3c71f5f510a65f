import { outlineOf } from './clauses.ts'
import { findDuties } from './duties.ts'
import { readHeadMatter } from './head-matter.ts'
import { findRegisters } from './lists.ts'
import type { PlanDraft } from './plan-draft.ts'
import { layOut } from './reading.ts'
import { findTargets } from './targets/find-targets.ts'
import { warningsOf } from './warnings.ts'

/** Reads a Chinese policy text into a draft: headings, targets, duties and registers, each tied to the words it was read from. */
export function readPlan(text: string): PlanDraft {
  const reading = layOut(text)
  const head = readHeadMatter(reading)
  const outline = outlineOf(reading)
  const draft = {
    title: head.title,
    issuer: head.issuer,
    docNumber: head.docNumber,
    docNumberRepaired: head.docNumberRepaired,
    date: head.date,
    planPeriod: head.planPeriod,
    traditional: reading.traditional,
    headings: outline.headings,
    targets: findTargets(reading, outline, head),
    responsibilities: findDuties(reading, outline, head),
    registers: findRegisters(reading, outline, head),
    clauses: outline.clauses,
  }
  return { ...draft, warnings: warningsOf(reading, draft) }
}
