import { type RowOf, register } from '#engine/define/register.ts'

const KEEPERS = { any: [{ role: 'planner' }, { role: 'division_head' }, { role: 'administrator' }] }

/** The names that plans print for one unit, each for as long as it was in use; the name as printed is always kept beside. */
export const unitAlias = register({
  name: 'unit_alias',
  title: { zh: '单位别名', en: 'Names of units' },
  basis: '机构改革与公文习惯简称；每个名称注明起止',
  titleField: 'alias',
  fields: {
    alias: { kind: 'text', label: { zh: '文中名称', en: 'As printed' }, required: true, longest: 100 },
    title: { kind: 'text', label: { zh: '规范名称', en: 'Standard name' }, required: true, longest: 100 },
    fromOn: { kind: 'day', label: { zh: '自', en: 'From' } },
    untilOn: { kind: 'day', label: { zh: '至', en: 'Until' } },
    basis: { kind: 'text', label: { zh: '依据', en: 'Basis' }, longest: 300 },
  },
  initial: 'active',
  states: {
    active: { label: { zh: '有效', en: 'Valid' }, moves: { close: 'closed' }, editable: true, tone: 'good' },
    closed: { label: { zh: '停用', en: 'Closed' }, moves: {}, tone: 'bad' },
  },
  moves: { close: { label: { zh: '停用', en: 'Close' }, reason: 'required', tone: 'danger' } },
  access: { read: { always: true }, create: KEEPERS, edit: KEEPERS, close: KEEPERS },
  checks: [
    {
      that: {
        any: [
          { field: 'alias', filled: false },
          { field: 'title', filled: true },
        ],
      },
      otherwise: { zh: '请写明规范名称', en: 'give the standard name' },
      field: 'title',
    },
  ],
  search: ['alias', 'title'],
  columns: ['alias', 'title', 'fromOn', 'untilOn', 'basis'],
  sorts: ['alias'],
})

export type UnitAlias = RowOf<typeof unitAlias>
