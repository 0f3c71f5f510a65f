import { type RowOf, register } from '#engine/define/register.ts'
import { OFFICERS } from '../rules/roles.ts'

const HAND_OVER = { any: [{ role: 'administrator' }, ...OFFICERS] }

/** Who holds which post from when until when. */
export const tenure = register({
  name: 'tenure',
  title: { zh: '任职', en: 'Tenures' },
  basis: '岗位交接报备',
  titleField: 'note',
  fields: {
    person: { kind: 'ref', label: { zh: '人员', en: 'Person' }, required: true, to: 'person' },
    post: { kind: 'ref', label: { zh: '岗位', en: 'Post' }, required: true, to: 'post' },
    fromOn: { kind: 'day', label: { zh: '起', en: 'From' }, required: true },
    untilOn: { kind: 'day', label: { zh: '止', en: 'Until' } },
    note: { kind: 'text', label: { zh: '说明', en: 'Note' } },
  },
  initial: 'active',
  states: { active: { label: { zh: '有效', en: 'Active' }, moves: { handOver: 'active' }, editable: true } },
  moves: { handOver: { label: { zh: '交接', en: 'Hand over' }, via: ['directory.hand-over'] } },
  access: { read: { role: 'administrator' }, create: HAND_OVER, edit: { role: 'administrator' }, handOver: HAND_OVER },
  // Which posts a person may hand over is a right on the post.
  createVia: ['directory.hand-over', 'installation.seed'],
  columns: ['person', 'post', 'fromOn', 'untilOn'],
})

export type Tenure = RowOf<typeof tenure>
