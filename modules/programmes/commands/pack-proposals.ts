import type { Call } from '#engine/store/call.ts'
import { findingsOf, type PolicyDocument } from '#modules/plans/index.ts'
import type { Proposed } from '../queries/propose.ts'
import { policyInstrument } from '../registers/policy-instrument.register.ts'
import { registerDraft } from '../registers/register-draft.register.ts'
import { type Drafts, draftedInstruments, draftedRegister } from '../rules/draft-proposals.ts'
import { amountsInWords, instrumentTitle } from '../rules/pack-proposals.ts'
import type { PackPlace } from './pack-entries.ts'

/**
 * What a pack, or a plan confirmed on screen, can only propose: definitions of registers that there are not, and benefits. Each stands as an entry that a person takes on
 * or not; one that is there already, by its key or by what it says, is left as the person has it, whatever a later version of pack or plan says.
 */
export async function proposeDrafts(call: Call, drafted: Drafts, place: PackPlace): Promise<number> {
  const ofPlan = { field: 'plan', is: place.plan } as const
  const [drafts, instruments] = [await call.find(registerDraft, ofPlan), await call.find(policyInstrument, ofPlan)]
  const keys = new Set([...drafts, ...instruments].map(({ packKey }) => packKey))
  const [names, given] = [new Set(drafts.map(({ title }) => title)), new Set(instruments.map(wordsOfBenefit))]
  const { plan, document } = place
  const registers = drafted.registers.filter(
    ({ key, name, register, definition }) => register === null && definition !== null && !keys.has(key) && !names.has(name),
  )
  const benefits = drafted.instruments.filter((each) => !keys.has(each.key) && !given.has(wordsOfBenefit(each)))
  call.create(
    registerDraft,
    registers.map(({ key, name, definition, why }) => ({
      title: name,
      definition: definition!,
      why: { ...why },
      plan,
      document,
      packKey: key,
    })),
  )
  call.create(
    policyInstrument,
    benefits.map(({ key, kind, recipient, conditions, benefits: given, per, clause, start, end }) => ({
      title: instrumentTitle(kind, recipient),
      kind,
      recipient,
      conditions: conditions.map((each) => ({ ...each })),
      benefits: given.map((each) => ({ ...each })),
      per: per.join('、') || null,
      clause,
      start,
      end,
      plan,
      document,
      packKey: key,
    })),
  )
  return registers.length + benefits.length
}

type Benefit = Pick<Drafts['instruments'][number], 'kind' | 'recipient'> & { readonly conditions: unknown; readonly benefits: unknown }

/** Offsets and keys move with every change of a text; what a benefit says does not. */
function wordsOfBenefit({ kind, recipient, conditions, benefits }: Benefit): string {
  const amounts = [conditions, benefits].map((rows) => amountsInWords((rows ?? []) as Parameters<typeof amountsInWords>[0])) // rows of the register's own columns
  return JSON.stringify([kind, recipient, ...amounts])
}

/** What the text of a document asks for and confirming cannot make: registers that there are not, and benefits. */
export function draftsOf(document: PolicyDocument, registers: Proposed['registers']): Drafts {
  return {
    registers: registers.map((each) => draftedRegister(each, document.documentNo ?? document.title)),
    instruments: draftedInstruments(findingsOf(document).instruments),
  }
}
