import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Decision, Register } from '#engine/define/register.ts'

/** What a batch decides, as the register defines it; batches from before decisions had names publish. */
export function decisionOf(register: Register, code: string | null | undefined): Decision | undefined {
  const decisions = register.decisions ?? {}
  const wanted = code ?? 'publish'
  return Object.hasOwn(decisions, wanted) ? decisions[wanted] : undefined
}

/** The states from which a decision takes entries up: those that its `propose` leaves. */
export function readyStates(register: Register, { moves: { propose } }: Decision): readonly string[] {
  return Object.entries(register.states)
    .filter(([, { moves }]) => moves[propose] !== undefined)
    .map(([state]) => state)
}

/** The field in which an entry keeps the batch of this decision. */
export function batchField({ writes: { batch = 'batch' } }: Decision): string {
  return batch
}

export function unknownDecision(register: Register, code: string): Refusal {
  const known = Object.entries(register.decisions ?? {})
  return refuse(
    'invalid',
    'batch.decision',
    `“${register.title.zh}”没有名为 ${code} 的批次决定；可选：${known.map(([name, { label }]) => `${label.zh}(${name})`).join('、')}`,
    `${register.title.en} has no batch decision ${code}; it has ${known.map(([name, { label }]) => `${label.en} (${name})`).join(', ')}`,
  )
}
