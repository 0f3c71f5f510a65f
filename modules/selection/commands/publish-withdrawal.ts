import { publishWithdrawalInput } from '#contract/batches.ts'
import type { Row } from '#engine/access/holds.ts'
import { refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { titleOf } from '#engine/store/call-refusals.ts'
import { command } from '#engine/store/command.ts'
import { againstWithdrawal, publishedOn } from '../rules/decide-withdrawal.ts'

const NAME = 'selection.publish-withdrawal'
const PROVINCE = { any: [{ role: 'planner' }, { role: 'division_head' }] }

/** 撤销: published entries lose their place by a document, for false data; what was reported before stays as it was. */
export const publishWithdrawal = command({
  name: NAME,
  label: { zh: '撤销', en: 'Publish a withdrawal' },
  input: publishWithdrawalInput,
  right: PROVINCE,
  async run(call, { register: name, entries: ids, documentNo, documentTitle, documentDate, reason }) {
    const register = call.facts.store.catalogue.get(name)
    if (!register?.moves['revoke']?.via?.includes(NAME))
      return refuse('invalid', 'withdrawal.register', `“${name}”的条目不能撤销`, `entries of ${name} cannot be revoked`)
    const rows = await call.readAll(register, [...new Set(ids)])
    const against = againstWithdrawal(
      documentDate,
      call.today,
      rows.map((row) => ({ title: titleOf(register, row), publishedOn: publishedOn(register, row) })),
    )
    if (against.length > 0)
      return refuse('invalid', 'withdrawal.date', against.map(({ zh }) => zh).join('；'), against.map(({ en }) => en).join('; '), {
        faults: against.map((message) => ({ path: 'documentDate', message })),
      })
    call.because(reason)
    call.move(
      register,
      rows,
      'revoke',
      written(register, { revokedOn: documentDate, withdrawalNo: documentNo, withdrawalTitle: documentTitle }),
    )
    return { entries: rows.length }
  },
})

/** Of the values those that the register has fields for. */
function written(register: Register, values: Row): Row {
  return Object.fromEntries(Object.entries(values).filter(([field]) => register.fields[field]))
}
