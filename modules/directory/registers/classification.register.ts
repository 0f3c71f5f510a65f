import { register } from '#engine/define/register.ts'
import { LIST_EDITORS } from '../rules/roles.ts'

/** A way of dividing things, kept as data with its days: the fields of a plan, the classes of a standard. */
export const classification = register({
  name: 'classification',
  title: { zh: '分类体系', en: 'Classifications' },
  basis: '方案所列领域、国家标准分类等；可随文件调整，旧类目保留',
  fields: {
    code: { kind: 'text', code: true, label: { zh: '代码', en: 'Code' }, required: true, longest: 41, pattern: '^[a-z][a-z0-9_]*$' },
    title: { kind: 'text', label: { zh: '名称', en: 'Name' }, required: true, longest: 60 },
    basis: { kind: 'text', label: { zh: '依据', en: 'Basis' }, longest: 200 },
    fromOn: { kind: 'day', label: { zh: '生效日期', en: 'Valid from' } },
    untilOn: { kind: 'day', label: { zh: '失效日期', en: 'Valid to' } },
    note: { kind: 'paragraph', label: { zh: '说明', en: 'Note' }, longest: 1000 },
  },
  initial: 'valid',
  states: { valid: { label: { zh: '有效', en: 'Valid' }, moves: {}, editable: true } },
  moves: {},
  access: { read: { always: true }, create: LIST_EDITORS, edit: LIST_EDITORS },
  search: ['title', 'code'],
  columns: ['title', 'code', 'basis', 'fromOn', 'untilOn'],
  sorts: ['code'],
  likeness: [['code']],
})
