import { register } from '#engine/define/register.ts'
import { LIST_EDITORS } from '../rules/roles.ts'

/** A class of a classification, dated: one that was given up keeps its row, so that old entries keep their class. */
export const classificationTerm = register({
  name: 'classification_term',
  title: { zh: '分类类目', en: 'Classes' },
  basis: '分类体系所依文件',
  fields: {
    scheme: {
      kind: 'text',
      code: true,
      label: { zh: '分类体系', en: 'Classification' },
      required: true,
      longest: 41,
      pattern: '^[a-z][a-z0-9_]*$',
    },
    code: {
      kind: 'text',
      code: true,
      label: { zh: '代码', en: 'Code' },
      required: true,
      longest: 60,
      pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]*$',
    },
    title: { kind: 'text', label: { zh: '名称', en: 'Name' }, required: true, longest: 60 },
    titleEn: { kind: 'text', label: { zh: '英文名称', en: 'Name in English' }, longest: 100 },
    aliases: {
      kind: 'paragraph',
      label: { zh: '别名', en: 'Also called' },
      longest: 1000,
      note: {
        zh: '多个别名以顿号或逗号分隔；查找与表格导入时按别名对应',
        en: 'separated by commas; a class is found by them, and sheets may use them',
      },
    },
    parent: { kind: 'text', label: { zh: '上级类目', en: 'Parent' }, longest: 60 },
    order: { kind: 'integer', label: { zh: '次序', en: 'Order' }, least: 0, most: 9999 },
    fromOn: { kind: 'day', label: { zh: '生效日期', en: 'Valid from' } },
    untilOn: { kind: 'day', label: { zh: '失效日期', en: 'Valid to' } },
  },
  initial: 'valid',
  states: { valid: { label: { zh: '有效', en: 'Valid' }, moves: {}, editable: true } },
  moves: {},
  access: { read: { always: true }, create: LIST_EDITORS, edit: LIST_EDITORS },
  search: ['title', 'code', 'aliases', 'titleEn', 'scheme'],
  columns: ['title', 'scheme', 'code', 'aliases', 'fromOn', 'untilOn'],
  sorts: ['scheme', 'order', 'code'],
  likeness: [['scheme', 'code']],
})
