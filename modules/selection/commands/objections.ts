import { raiseObjectionInput, settleObjectionInput } from '#contract/objections.ts'
import type { Row } from '#engine/access/holds.ts'
import { refuse } from '#engine/define/refusal.ts'
import type { Register, RowOf } from '#engine/define/register.ts'
import type { Call } from '#engine/store/call.ts'
import { titleOf } from '#engine/store/call-refusals.ts'
import { command } from '#engine/store/command.ts'
import { batch } from '../registers/batch.register.ts'
import { type Objection, objection } from '../registers/objection.register.ts'
import { allAgainst } from '../rules/all-against.ts'
import { againstObjection } from '../rules/decide-objection.ts'
import { batchField } from '../rules/decision-of.ts'
import { PROVINCE } from '../rules/rights.ts'
import { decidedBy } from './batch-entries.ts'

export const raiseObjection = command({
  name: 'selection.raise-objection',
  label: { zh: '登记异议', en: 'Raise an objection' },
  input: raiseObjectionInput,
  right: PROVINCE,
  async run(call, { batch: id, entry, from, content, receivedOn = call.today }) {
    const own = await call.read(batch, id)
    const against = againstObjection(own, receivedOn, call.today)
    if (against.length > 0) return allAgainst('objection.time', against)
    const { register, decision } = decidedBy(call, own)
    const row = await call.read(register, entry)
    if ((row as Row)[batchField(decision)] !== own.id)
      return refuse(
        'invalid',
        'objection.foreign-entry',
        `这条记录不在批次“${own.title}”中，请从本批条目中选择`,
        `the entry is not in the batch “${own.title}”; choose one that is`,
      )
    call.because(content)
    const [made] = call.create(objection, [
      { title: titleOf(register, row), batch: own.id, register: register.name, entry, from, content, receivedOn },
    ])
    if (offers(register, row, 'object')) call.move(register, [row], 'object')
    return { objection: made! }
  },
})

export const settleObjection = command({
  name: 'selection.settle-objection',
  label: { zh: '处理异议', en: 'Settle an objection' },
  input: settleObjectionInput,
  right: PROVINCE,
  async run(call, { objection: id, decision, conclusion }) {
    const own = await call.read(objection, id)
    const { register, decision: decided } = decidedBy(call, await call.read(batch, own.batch))
    const field = batchField(decided)
    const row = await call.read(register, own.entry)
    call.because(conclusion)
    call.move(objection, [own], decision === 'upheld' ? 'uphold' : 'dismiss', { conclusion })
    const isThere = (row as Row)[field] === own.batch
    if (decision === 'upheld' && isThere) call.move(register, [row], decided.moves.takeOut, { [field]: null })
    else if (isThere && offers(register, row, 'settle') && !(await hasOthers(call, own))) call.move(register, [row], 'settle')
    return { objection: own.id }
  },
})

function offers(register: Register, row: RowOf<Register>, move: string): boolean {
  return register.states[row.state]?.moves[move] !== undefined
}

/** Another objection to the same entry that is still open keeps it where it is. */
async function hasOthers(call: Call, { id, entry }: Objection): Promise<boolean> {
  const open = await call.find(objection, {
    all: [
      { field: 'entry', is: entry },
      { field: 'state', is: 'received' },
    ],
  })
  return open.some((other) => other.id !== id && other.state === 'received')
}
