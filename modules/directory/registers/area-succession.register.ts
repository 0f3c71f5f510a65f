import { register } from '#engine/define/register.ts'

/** From which area into which, and from what day: an abolished area keeps its row, and this tells where it went. */
export const areaSuccession = register({
  name: 'area_succession',
  title: { zh: '区划沿革', en: 'Successions of areas' },
  basis: '国务院、省政府关于行政区划调整的批复',
  titleField: 'fromArea',
  fields: {
    fromArea: { kind: 'area', label: { zh: '原区划', en: 'From' }, required: true, past: true },
    toArea: { kind: 'area', label: { zh: '现区划', en: 'Into' }, required: true, past: true },
    onDate: { kind: 'day', label: { zh: '生效日期', en: 'From the day' }, required: true },
    basis: { kind: 'text', label: { zh: '依据', en: 'Basis' }, longest: 200 },
  },
  initial: 'valid',
  states: { valid: { label: { zh: '有效', en: 'Valid' }, moves: {}, editable: true } },
  moves: {},
  access: { read: { always: true }, create: { role: 'administrator' }, edit: { role: 'administrator' } },
  columns: ['fromArea', 'toArea', 'onDate', 'basis'],
  sorts: ['onDate'],
})
