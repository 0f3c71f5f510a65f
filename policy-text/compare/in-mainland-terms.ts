import { toSimplified } from '../traditional.ts'
import type { KeptPlan } from './plans-compared.ts'

/** A draft of a traditional text whose names can be held beside those of other plans; quotes stay as printed. */
export function inMainlandTerms(draft: KeptPlan): KeptPlan {
  if (!draft.traditional) return draft
  const named = (words: string | null) => (words === null ? null : toSimplified(words))
  return {
    ...draft,
    targets: draft.targets.map((target) => ({ ...target, unit: named(target.unit) })),
    fields: draft.fields.map((field) => ({ ...field, label: toSimplified(field.label) })),
    measures: draft.measures.map((measure) => ({ ...measure, object: toSimplified(measure.object) })),
    registers: draft.registers.map((register) => ({ ...register, name: toSimplified(register.name) })),
    instruments: draft.instruments.map((instrument) => ({ ...instrument, recipient: named(instrument.recipient) })),
    responsibilities: draft.responsibilities.map((duty) => ({
      ...duty,
      lead: duty.lead.map(toSimplified),
      support: duty.support.map(toSimplified),
      standardNames: Object.fromEntries(Object.entries(duty.standardNames).map(([name, standard]) => [toSimplified(name), standard])),
    })),
  }
}
