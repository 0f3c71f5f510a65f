import { type RowOf, register } from '#engine/define/register.ts'
import { OFFICERS, roles } from '../rules/roles.ts'

/** Posts of the own unit, by those who check or sign for it; any post, by the administrator. */
const HAND_OVER = { any: [{ role: 'administrator' }, { all: [{ any: OFFICERS }, { ownUnit: 'unit' }] }] }

/** A post holds rights and duties in a unit; people hold it for a time (`tenure`). */
export const post = register({
  name: 'post',
  title: { zh: '岗位', en: 'Posts' },
  basis: '职责与审批归于岗位，不归于个人',
  area: 'area',
  fields: {
    title: { kind: 'text', label: { zh: '岗位名称', en: 'Title' }, required: true, longest: 60 },
    role: { kind: 'choice', label: { zh: '职责', en: 'Role' }, required: true, codes: roles },
    duty: {
      kind: 'choice',
      label: { zh: '分工', en: 'Part in the unit' },
      codes: {
        leader: { zh: '分管领导', en: 'Leader in charge' },
        liaison: { zh: '联络员', en: 'Liaison' },
        filler: { zh: '填报人', en: 'Who fills in' },
        other: { zh: '其他', en: 'Other' },
      },
      note: { zh: '每个单位须有分管领导、联络员、填报人', en: 'every unit has a leader, a liaison and somebody who fills in' },
    },
    unit: { kind: 'ref', label: { zh: '单位', en: 'Unit' }, required: true, to: 'org_unit' },
    area: { kind: 'area', label: { zh: '管辖范围', en: 'Area' }, required: true },
  },
  initial: 'active',
  states: {
    active: { label: { zh: '在用', en: 'Active' }, moves: { close: 'closed', handOver: 'active' }, editable: true },
    closed: { label: { zh: '已撤', en: 'Closed' }, moves: {} },
  },
  moves: {
    handOver: { label: { zh: '交接', en: 'Hand over' }, reason: 'required', via: ['directory.hand-over'] },
    close: { label: { zh: '撤销岗位', en: 'Close' }, reason: 'required', tone: 'danger' },
  },
  access: {
    read: { always: true },
    create: { role: 'administrator' },
    edit: { role: 'administrator' },
    close: { role: 'administrator' },
    handOver: HAND_OVER,
  },
  search: ['title'],
  columns: ['title', 'role', 'duty', 'unit', 'area'],
})

export type Post = RowOf<typeof post>
