import { type RowOf, register } from '#engine/define/register.ts'
import { roles } from '../rules/roles.ts'

/** A post holds rights and duties in a unit; people hold it for a time (`tenure`). */
export const post = register({
  name: 'post',
  title: { zh: '岗位', en: 'Posts' },
  basis: '职责与审批归于岗位,不归于个人',
  area: 'area',
  fields: {
    title: { kind: 'text', label: { zh: '岗位名称', en: 'Title' }, required: true, longest: 60 },
    role: { kind: 'choice', label: { zh: '职责', en: 'Role' }, required: true, codes: roles },
    unit: { kind: 'ref', label: { zh: '单位', en: 'Unit' }, required: true, to: 'org_unit' },
    area: { kind: 'area', label: { zh: '管辖范围', en: 'Area' }, required: true },
  },
  initial: 'active',
  states: {
    active: { label: { zh: '在用', en: 'Active' }, moves: { close: 'closed' }, editable: true },
    closed: { label: { zh: '已撤', en: 'Closed' }, moves: {} },
  },
  moves: { close: { label: { zh: '撤销岗位', en: 'Close' }, reason: 'required', tone: 'danger' } },
  access: { read: { always: true }, create: { role: 'administrator' }, edit: { role: 'administrator' }, close: { role: 'administrator' } },
  search: ['title'],
  columns: ['title', 'role', 'unit', 'area'],
})

export type Post = RowOf<typeof post>
