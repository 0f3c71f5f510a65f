import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register, RowOf } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import type { Call } from '#engine/store/call.ts'
import type { Batch } from '../registers/batch.register.ts'

/** The register a batch decides on. */
export function registerOf(call: Call, batch: Batch): Register {
  return call.facts.store.catalogue.need(batch.register)
}

/** The entries a batch holds, locked. */
export function entriesIn(call: Call, batch: Batch): Promise<readonly RowOf<Register>[]> {
  return call.find(registerOf(call, batch), { field: 'batch', is: batch.id })
}

/** All that stands against a step, in one refusal. */
export function refusedFor(code: string, words: readonly Words[]): Refusal {
  return refuse('invalid', code, words.map(({ zh }) => zh).join(';'), words.map(({ en }) => en).join('; '), {
    faults: words.map((message) => ({ path: '', message })),
  })
}
