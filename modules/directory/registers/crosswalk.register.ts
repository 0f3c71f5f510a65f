import { register } from '#engine/define/register.ts'
import { LIST_EDITORS } from '../rules/roles.ts'

/** How a class of one classification relates to a class of another, so that a list can be cut by either. */
export const crosswalk = register({
  name: 'crosswalk',
  title: { zh: '分类对照', en: 'Crosswalks' },
  basis: '分类体系之间的对应关系，逐条注明依据',
  titleField: 'fromCode',
  fields: {
    fromScheme: { kind: 'text', label: { zh: '原分类体系', en: 'From classification' }, required: true, longest: 41 },
    fromCode: { kind: 'text', label: { zh: '原类目', en: 'From class' }, required: true, longest: 60 },
    toScheme: { kind: 'text', label: { zh: '目标分类体系', en: 'To classification' }, required: true, longest: 41 },
    toCode: { kind: 'text', label: { zh: '目标类目', en: 'To class' }, required: true, longest: 60 },
    relation: {
      kind: 'choice',
      label: { zh: '关系', en: 'Relation' },
      required: true,
      codes: {
        same: { zh: '相同', en: 'Same' },
        broader: { zh: '目标更宽', en: 'Target is broader' },
        narrower: { zh: '目标更窄', en: 'Target is narrower' },
        related: { zh: '相关', en: 'Related' },
      },
    },
    basis: { kind: 'text', label: { zh: '依据', en: 'Basis' }, required: true, longest: 200 },
    untilOn: { kind: 'day', label: { zh: '失效日期', en: 'Valid to' } },
  },
  initial: 'valid',
  states: { valid: { label: { zh: '有效', en: 'Valid' }, moves: {}, editable: true } },
  moves: {},
  access: { read: { always: true }, create: LIST_EDITORS, edit: LIST_EDITORS },
  columns: ['fromCode', 'fromScheme', 'toScheme', 'toCode', 'relation', 'basis'],
  sorts: ['fromScheme'],
})
