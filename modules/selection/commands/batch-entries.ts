import type { Row } from '#engine/access/holds.ts'
import { holds } from '#engine/access/holds.ts'
import type { Refusal } from '#engine/define/refusal.ts'
import type { Decision, Register, RowOf } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { NOBODY } from '#engine/derive/contributions.ts'
import type { Call } from '#engine/store/call.ts'
import { Refused } from '#engine/store/refused.ts'
import type { Batch } from '../registers/batch.register.ts'
import { allAgainst } from '../rules/all-against.ts'
import { batchField, decisionOf, unknownDecision } from '../rules/decision-of.ts'
import { sharesKey } from '../rules/shares-key.ts'

/** What a batch decides on: the register and the decision by which its definition lets it. */
export interface Decided {
  readonly register: Register
  readonly decision: Decision
}

/** The register and the decision of a batch; a definition that lost the decision since is told in words. */
export function decidedBy(call: Call, { register: name, decision: code }: Batch): Decided {
  const register = call.facts.store.catalogue.need(name)
  const decision = decisionOf(register, code)
  if (!decision) throw new Refused(unknownDecision(register, code ?? 'publish'))
  return { register, decision }
}

/** The entries a batch holds, locked. */
export function entriesIn(call: Call, batch: Batch, { register, decision }: Decided): Promise<readonly RowOf<Register>[]> {
  return call.find(register, { field: batchField(decision), is: batch.id })
}

/** What publication writes into each entry: the document, the day it counts from, and what the definition wants known at that moment. */
export function publishedValues(
  { decision: { writes, distinct } }: Decided,
  standing: readonly Row[],
  document: { readonly documentNo: string; readonly documentTitle: string; readonly documentDate: string },
): (row: RowOf<Register>) => Row {
  const common = {
    [writes.documentNo]: document.documentNo,
    [writes.documentTitle]: document.documentTitle,
    [writes.documentDate]: document.documentDate,
    ...(writes.countsOn && { [writes.countsOn]: document.documentDate }),
  }
  if (!distinct) return () => common
  return (row) => ({ ...common, [distinct.field]: !standing.some((other) => other['id'] !== row.id && sharesKey(other, row, distinct.by)) })
}

/** The entries that `distinct` compares with, as they stand once these are published. */
export async function standingAfter(
  call: Call,
  { register, decision }: Decided,
  entries: readonly RowOf<Register>[],
): Promise<readonly Row[]> {
  const { distinct } = decision
  if (!distinct) return []
  const published = (row: RowOf<Register>): Row => ({ ...row, state: register.states[row.state]?.moves[decision.moves.publish] })
  return [
    ...(await call.find(register, distinct.from)),
    ...entries.map(published).filter((row) => holds(distinct.from, register, row, NOBODY)),
  ]
}

/** Entries published earlier are told too: whichever came first, they end with the same answer. */
export async function tellEarlier(call: Call, { register, decision: { distinct } }: Decided, standing: readonly Row[]): Promise<void> {
  const loses = distinct?.loses
  if (!distinct || !loses || standing.length === 0) return
  const states = Object.keys(register.states).filter((state) => register.states[state]?.moves[loses])
  const earlier = await call.find(register, {
    all: [{ field: distinct.field, is: true }, { field: 'state', oneOf: states }, { not: distinct.from }],
  })
  const told = earlier.filter((row) => standing.some((other) => sharesKey(other, row, distinct.by)))
  if (told.length > 0) call.move(register, told, loses, { [distinct.field]: false })
}

/** All that stands against a step, in one refusal that names the batch and what it decides. */
export function refusedFor(
  code: string,
  { title, label }: { readonly title: string; readonly label: Words },
  words: readonly Words[],
): Refusal {
  return allAgainst(code, words, { zh: `批次“${title}”（${label.zh}）`, en: `the batch “${title}” (${label.en})` })
}
