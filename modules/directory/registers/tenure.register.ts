import { type RowOf, register } from '#engine/define/register.ts'

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
  states: { active: { label: { zh: '有效', en: 'Active' }, moves: {}, editable: true } },
  moves: {},
  access: { read: { role: 'administrator' }, create: { role: 'administrator' }, edit: { role: 'administrator' } },
  columns: ['person', 'post', 'fromOn', 'untilOn'],
})

export type Tenure = RowOf<typeof tenure>
