import type { Operator } from '../values/filter.ts'
import type { Texts, Words } from './words.ts'

export const filterTexts = {
  open: { zh: '高级筛选', en: 'Conditions' },
  title: { zh: '筛选条件', en: 'Conditions' },
  note: { zh: '条件可以分组；分组里再选“全部满足”或“任一满足”。', en: 'Conditions can stand in groups, of which all or any must hold.' },
  all: { zh: '全部满足', en: 'All hold' },
  any: { zh: '任一满足', en: 'Any holds' },
  join: { zh: '这一组的条件', en: 'Of this group' },
  addLine: { zh: '加条件', en: 'Add a condition' },
  addGroup: { zh: '加一组', en: 'Add a group' },
  removeLine: { zh: '删去条件“{field}”', en: 'Remove the condition on “{field}”' },
  removeGroup: { zh: '删去这一组', en: 'Remove the group' },
  field: { zh: '字段', en: 'Field' },
  operator: { zh: '怎样比较', en: 'How to compare' },
  value: { zh: '“{field}”的值', en: 'Value of “{field}”' },
  apply: { zh: '查看结果', en: 'Show the entries' },
  remove: { zh: '去掉条件', en: 'Remove the conditions' },
  removeOne: { zh: '去掉这一条', en: 'Remove this' },
  late: { zh: '只列下一步已逾期的', en: 'Only what is overdue' },
  place: { zh: '{field}：{places}', en: '{field}: {places}' },
  placeAlone: { zh: '{place}本级（不含下级）', en: '{place} itself, without the places in it' },
  noPlace: { zh: '未填', en: 'not filled in' },
  unfinished: { zh: '请填写“{field}”要比较的值，或删去这一条', en: 'Give “{field}” a value to compare with, or remove the line' },
  byHand: {
    zh: '地址里带有编辑器不能显示的条件，列表仍按它筛选；重新设定后将被替换。',
    en: 'The address holds a condition that the editor cannot show; the list obeys it until a new one is set.',
  },
  and: { zh: '，且', en: ' and ' },
  or: { zh: '，或', en: ' or ' },
  group: { zh: '（{said}）', en: '({said})' },
  createdOn: { zh: '录入日期', en: 'Entered on' },
} as const satisfies Texts

/** How a line reads: 技术名称 含 “量子”. */
export const operatorTexts = {
  is: { zh: '等于', en: 'is' },
  isNot: { zh: '不是', en: 'is not' },
  has: { zh: '含', en: 'contains' },
  hasNot: { zh: '不含', en: 'does not contain' },
  within: { zh: '在其范围内', en: 'lies in' },
  atLeast: { zh: '不小于', en: 'is at least' },
  atMost: { zh: '不大于', en: 'is at most' },
  filled: { zh: '已填', en: 'is filled in' },
  empty: { zh: '未填', en: 'is empty' },
} as const satisfies Record<Operator, Words>

/** Days are earlier or later, not smaller. */
export const dayOperatorTexts = {
  ...operatorTexts,
  atLeast: { zh: '不早于', en: 'is on or after' },
  atMost: { zh: '不晚于', en: 'is on or before' },
} as const satisfies Record<Operator, Words>
