import { register } from '#engine/define/register.ts'
import { LIST_EDITORS } from '../rules/roles.ts'

/** Areas counted together, dated: 科创圈, 主承载区. Groups may overlap. */
export const areaGroup = register({
  name: 'area_group',
  title: { zh: '区域组', en: 'Groups of areas' },
  basis: '方案所列科创圈、主承载区等；可重叠',
  fields: {
    code: { kind: 'text', label: { zh: '代码', en: 'Code' }, required: true, longest: 40, pattern: '^[a-z][a-z0-9_]*$' },
    title: { kind: 'text', label: { zh: '名称', en: 'Name' }, required: true, longest: 60 },
    kind: {
      kind: 'choice',
      label: { zh: '类型', en: 'Kind' },
      required: true,
      codes: {
        region: { zh: '区域板块', en: 'Region' },
        circle: { zh: '科创圈', en: 'Innovation circle' },
        carrier: { zh: '主承载区', en: 'Main carrier' },
        other: { zh: '其他', en: 'Other' },
      },
    },
    members: {
      kind: 'rows',
      label: { zh: '成员', en: 'Members' },
      required: true,
      shows: 'area',
      columns: {
        area: { kind: 'area', label: { zh: '区划', en: 'Area' }, needed: true },
        role: {
          kind: 'choice',
          label: { zh: '作用', en: 'Part' },
          codes: { core: { zh: '核心', en: 'Core' }, member: { zh: '成员', en: 'Member' } },
        },
      },
    },
    fromOn: { kind: 'day', label: { zh: '生效日期', en: 'Valid from' } },
    untilOn: { kind: 'day', label: { zh: '失效日期', en: 'Valid to' } },
    basis: { kind: 'text', label: { zh: '依据', en: 'Basis' }, longest: 200 },
  },
  initial: 'valid',
  states: { valid: { label: { zh: '有效', en: 'Valid' }, moves: {}, editable: true } },
  moves: {},
  access: { read: { always: true }, create: LIST_EDITORS, edit: LIST_EDITORS },
  search: ['title', 'code'],
  columns: ['title', 'kind', 'members', 'fromOn', 'untilOn'],
  sorts: ['code'],
})
