import { type RowOf, register } from '#engine/define/register.ts'

const PLANNER = { any: [{ role: 'planner' }, { role: 'division_head' }] }

const UNIT_COLUMNS = {
  name: { kind: 'text', label: { zh: '文中名称', en: 'As printed' }, needed: true, longest: 100 },
  title: { kind: 'text', label: { zh: '规范名称', en: 'Standard name' }, longest: 100 },
  unit: { kind: 'text', label: { zh: '单位', en: 'Unit' }, longest: 36 },
  origin: {
    kind: 'choice',
    label: { zh: '来源', en: 'Origin' },
    codes: {
      mark: { zh: '责任标注', en: 'Named in the mark' },
      document: { zh: '全文通用', en: 'For the whole document' },
      standard: { zh: '默认', en: 'By default' },
    },
  },
} as const

const ACTIONS = {
  build: { zh: '建', en: 'Build' },
  research: { zh: '攻关', en: 'Research' },
  cultivate: { zh: '培育', en: 'Cultivate' },
  attract: { zh: '引进', en: 'Attract' },
  formulate: { zh: '制定', en: 'Formulate' },
  fund: { zh: '资金', en: 'Fund' },
  transfer: { zh: '转化', en: 'Transfer' },
  share: { zh: '开放', en: 'Share' },
  mechanism: { zh: '机制', en: 'Mechanism' },
  monitor: { zh: '监测', en: 'Monitor' },
  coordinate: { zh: '统筹', en: 'Coordinate' },
  publicise: { zh: '宣传', en: 'Publicise' },
} as const

/** What a measure asks for, and what would prove it done: the reader proposes, a person decides. */
const ACTION_COLUMNS = {
  action: { kind: 'choice', label: { zh: '类型', en: 'Kind of action' }, codes: ACTIONS },
  object: { kind: 'text', label: { zh: '对象', en: 'What' }, needed: true, longest: 60 },
  strength: {
    kind: 'choice',
    label: { zh: '力度', en: 'Strength' },
    codes: { do: { zh: '要求', en: 'Asked for' }, encourage: { zh: '鼓励', en: 'Encouraged' } },
  },
  deliverable: { kind: 'text', label: { zh: '成果与佐证', en: 'What proves it done' }, longest: 200 },
  standing: {
    kind: 'choice',
    label: { zh: '确定情况', en: 'Standing' },
    codes: { proposed: { zh: '建议', en: 'Proposed' }, decided: { zh: '已确定', en: 'Decided' } },
  },
  start: { kind: 'integer', label: { zh: '原文起', en: 'From' } },
  end: { kind: 'integer', label: { zh: '原文止', en: 'To' } },
} as const

/** A measure of a plan as work: who leads, who supports, until when; tied to the words of the clause it comes from. */
export const task = register({
  name: 'task',
  title: { zh: '重点任务', en: 'Tasks' },
  basis: '方案条款及其责任标注；未标注的默认由发文机关负责并注明“默认”',
  fields: {
    title: { kind: 'text', label: { zh: '任务', en: 'Task' }, required: true, longest: 300 },
    plan: { kind: 'ref', label: { zh: '方案', en: 'Plan' }, required: true, to: 'plan', system: true },
    document: { kind: 'ref', label: { zh: '文件', en: 'Document' }, required: true, to: 'policy_document', system: true },
    item: { kind: 'ref', label: { zh: '原文条目', en: 'Item' }, required: true, to: 'plan_item', system: true },
    clause: { kind: 'text', label: { zh: '条款', en: 'Clause' }, longest: 80, system: true },
    under: { kind: 'text', label: { zh: '所在章节', en: 'Under' }, longest: 300, system: true },
    quote: { kind: 'paragraph', label: { zh: '原文', en: 'Quote' }, required: true, system: true },
    start: { kind: 'integer', label: { zh: '起', en: 'Start' }, required: true, system: true },
    end: { kind: 'integer', label: { zh: '止', en: 'End' }, required: true, system: true },
    actionClass: {
      kind: 'choice',
      label: { zh: '任务类型', en: 'Kind of action' },
      codes: ACTIONS,
    },
    dueYear: { kind: 'integer', label: { zh: '完成年', en: 'Due year' }, least: 1990 },
    lead: { kind: 'rows', label: { zh: '牵头单位', en: 'Lead units' }, columns: UNIT_COLUMNS },
    support: { kind: 'rows', label: { zh: '配合单位', en: 'Supporting units' }, columns: UNIT_COLUMNS },
    joint: { kind: 'check', label: { zh: '共同负责', en: 'Joint' } },
    actions: { kind: 'rows', label: { zh: '举措与成果', en: 'Measures and results' }, columns: ACTION_COLUMNS },
    note: { kind: 'paragraph', label: { zh: '说明', en: 'Note' }, longest: 2000 },
    packKey: { kind: 'text', label: { zh: '方案包内编号', en: 'Key in the pack' }, longest: 80, system: true },
  },
  createVia: ['programmes.confirm-plan', 'programmes.install-pack'],
  initial: 'planned',
  states: {
    planned: { label: { zh: '已列入', en: 'Planned' }, moves: { takeOut: 'leftOut' }, editable: true, tone: 'plain' },
    leftOut: { label: { zh: '已移出', en: 'Taken out' }, moves: {}, tone: 'bad' },
  },
  moves: { takeOut: { label: { zh: '移出方案', en: 'Take out of the plan' }, reason: 'required', tone: 'danger' } },
  access: { read: { always: true }, create: PLANNER, edit: PLANNER, takeOut: PLANNER },
  search: ['title', 'under'],
  columns: ['title', 'under', 'actionClass', 'lead', 'support', 'dueYear'],
  sorts: ['start'],
})

export type Task = RowOf<typeof task>
