import { applyInput, closeCallInput, extendCallInput, openCallInput, startCallInput } from '#contract/calls.ts'
import { refuse } from '#engine/define/refusal.ts'
import type { Register, RowOf } from '#engine/define/register.ts'
import { command } from '#engine/store/command.ts'
import { call as callRegister } from '../registers/call.register.ts'
import { allAgainst } from '../rules/all-against.ts'
import { termsOf } from '../rules/call-terms.ts'
import { againstTerms, decideSubmission } from '../rules/decide-call.ts'
import { PROVINCE } from '../rules/rights.ts'

export const startCall = command({
  name: 'selection.start-call',
  label: { zh: '新建申报通知', en: 'Start a call' },
  input: startCallInput,
  right: PROVINCE,
  async run(call, { title, register: name, decision }) {
    const register = call.facts.store.catalogue.get(name)
    if (!register?.fields['call'] || !register.moves['recommend'])
      return refuse('invalid', 'call.register', `“${name}”不是按通知申报的台账`, `${name} takes no applications by calls`)
    const [made] = call.create(callRegister, [{ title, register: name, decision }])
    return { call: made! }
  },
})

export const openCall = command({
  name: 'selection.open-call',
  label: { zh: '发布申报通知', en: 'Open a call' },
  input: openCallInput,
  right: PROVINCE,
  async run(call, { call: id }) {
    const own = await call.read(callRegister, id)
    const against = againstTerms(termsOf(own))
    if (against.length > 0) return allAgainst('call.terms', against)
    call.move(callRegister, [own], 'publish')
    return { call: own.id }
  },
})

export const extendCall = command({
  name: 'selection.extend-call',
  label: { zh: '延长申报期', en: 'Extend a call' },
  input: extendCallInput,
  right: PROVINCE,
  async run(call, { call: id, closesOn, reason }) {
    const own = await call.read(callRegister, id)
    if (closesOn < call.today || (own.closesOn !== null && closesOn <= own.closesOn))
      return refuse(
        'invalid',
        'call.extension',
        `新的截止日 ${closesOn} 应晚于原截止日 ${own.closesOn ?? '—'}，且不早于今天（${call.today}）`,
        `the new last day ${closesOn} must be after ${own.closesOn ?? '—'} and not before today (${call.today})`,
      )
    call.because(reason)
    call.move(callRegister, [own], 'extend', { closesOn })
    return { call: own.id }
  },
})

export const closeCall = command({
  name: 'selection.close-call',
  label: { zh: '截止申报', en: 'Close a call' },
  input: closeCallInput,
  right: PROVINCE,
  async run(call, { call: id, reason }) {
    const own = await call.read(callRegister, id)
    call.because(reason)
    call.move(callRegister, [own], 'close')
    return { call: own.id }
  },
})

export const applyToCall = command({
  name: 'selection.apply',
  label: { zh: '按通知申报', en: 'Apply under a call' },
  input: applyInput,
  right: { always: true },
  async run(call, { call: id, entry }) {
    const own = await call.read(callRegister, id)
    const register = call.facts.store.catalogue.need(own.register ?? '')
    const row = await call.read(register, entry)
    const against = decideSubmission(termsOf(own), channelOf(row), call.today)
    if (against.length > 0) return allAgainst('call.submission', against)
    call.change(register, row, { call: own.id })
    return { call: own.id }
  },
})

function channelOf(row: RowOf<Register>): string | null {
  return (row as { channel?: string | null }).channel ?? null
}
