import type { Call } from '#engine/store/call.ts'
import { policyInstrument } from '../registers/policy-instrument.register.ts'
import { registerDraft } from '../registers/register-draft.register.ts'
import type { Drafts } from '../rules/draft-proposals.ts'
import { instrumentTitle } from '../rules/pack-proposals.ts'
import type { PackPlace } from './pack-entries.ts'

/**
 * What a pack, or a plan confirmed on screen, can only propose: definitions of registers that there are not, and benefits. Each stands as an entry that a person takes on
 * or not; one that is there already is left as the person has it, whatever a later version of the pack says.
 */
export async function proposeDrafts(call: Call, drafted: Drafts, place: PackPlace): Promise<number> {
  const ofPlan = { field: 'plan', is: place.plan } as const
  const [drafts, instruments] = [await call.find(registerDraft, ofPlan), await call.find(policyInstrument, ofPlan)]
  const known = new Set([...drafts, ...instruments].map(({ packKey }) => packKey))
  const { plan, document } = place
  const registers = drafted.registers.filter(({ key, register, definition }) => register === null && definition !== null && !known.has(key))
  const benefits = drafted.instruments.filter(({ key }) => !known.has(key))
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
