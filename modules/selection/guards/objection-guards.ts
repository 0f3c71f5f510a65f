import type { Guard } from '#engine/store/guard.ts'
import { objection } from '../registers/objection.register.ts'
import { againstOpenObjections } from '../rules/decide-objection.ts'

/** A notice is not closed, and a batch not published, while an objection is open. */
export const objectionGuards: readonly Guard[] = ['closeNotice', 'publish'].map((move) => ({
  register: 'batch',
  move,
  async against({ rows, look }) {
    const open = await look(objection, {
      all: [
        { field: 'batch', oneOf: rows.map((row) => String(row['id'])) },
        { field: 'state', is: 'received' },
      ],
    })
    return againstOpenObjections(open.map(({ title }) => ({ title: String(title) })))
  },
}))
