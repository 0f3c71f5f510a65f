import { type RowOf, register } from '#engine/define/register.ts'
import { ACTION_NAMES } from '#policy-text/index.ts'
import { CLERK, HEAD, LEAD_UNIT, OFFICE } from '../rules/rights.ts'
import { ACKNOWLEDGE_DAYS, CLOSE_DAYS } from '../rules/terms.ts'

const UNIT_COLUMNS = {
  name: { kind: 'text', label: { zh: '文中名称', en: 'As printed' }, needed: true, longest: 100 },
  title: { kind: 'text', label: { zh: '规范名称', en: 'Standard name' }, longest: 100 },
  unit: { kind: 'ref', label: { zh: '承办单位', en: 'Unit in charge' }, to: 'org_unit' },
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

/** What a measure asks for, and what would prove it done: the reader proposes, a person decides. */
const ACTION_COLUMNS = {
  action: { kind: 'choice', label: { zh: '类型', en: 'Kind of action' }, codes: ACTION_NAMES },
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
  basis:
    '方案条款及其责任标注；未标注的默认由发文机关负责并注明“默认”。办理：交办、签收、反馈、报完成、销号；完成由单位报、销号由督办机构凭佐证决定，时限和内容经批准方可调整',
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
      codes: ACTION_NAMES,
    },
    dueYear: { kind: 'year', label: { zh: '完成年', en: 'Due year' }, least: 1990 },
    dueOn: { kind: 'day', label: { zh: '完成时限', en: 'Due on' } },
    cadence: {
      kind: 'choice',
      label: { zh: '反馈周期', en: 'Reports' },
      codes: {
        quarter: { zh: '每季度', en: 'Every quarter' },
        month: { zh: '每月（重点任务）', en: 'Every month (key task)' },
      },
    },
    deliverable: { kind: 'paragraph', label: { zh: '成果要求', en: 'Deliverables' }, longest: 2000 },
    lead: { kind: 'rows', label: { zh: '牵头单位', en: 'Lead units' }, columns: UNIT_COLUMNS, shows: 'name' },
    support: { kind: 'rows', label: { zh: '配合单位', en: 'Supporting units' }, columns: UNIT_COLUMNS, shows: 'name' },
    joint: { kind: 'check', label: { zh: '共同负责', en: 'Joint' } },
    actions: { kind: 'rows', label: { zh: '举措与成果', en: 'Measures and results' }, columns: ACTION_COLUMNS },
    note: { kind: 'paragraph', label: { zh: '说明', en: 'Note' }, longest: 2000 },
    assignedOn: { kind: 'day', label: { zh: '交办日期', en: 'Assigned on' }, system: true },
    acknowledgedOn: { kind: 'day', label: { zh: '签收日期', en: 'Acknowledged on' }, system: true },
    doneNote: { kind: 'paragraph', label: { zh: '完成情况', en: 'What was done' }, longest: 3000, system: true },
    evidence: { kind: 'files', label: { zh: '佐证材料', en: 'Evidence' }, most: 20, system: true },
    doneOn: { kind: 'day', label: { zh: '报完成日期', en: 'Reported done on' }, system: true },
    closedOn: { kind: 'day', label: { zh: '销号日期', en: 'Closed on' }, system: true },
    packKey: { kind: 'text', label: { zh: '方案包内编号', en: 'Key in the pack' }, longest: 80, system: true },
  },
  sections: [
    {
      label: { zh: '任务', en: 'Task' },
      fields: ['title', 'actionClass', 'deliverable', 'lead', 'support', 'joint', 'dueYear', 'dueOn', 'cadence', 'note'],
    },
    { label: { zh: '办理', en: 'Progress' }, fields: ['assignedOn', 'acknowledgedOn', 'doneOn', 'doneNote', 'evidence', 'closedOn'] },
    { label: { zh: '出处', en: 'Where it comes from' }, fields: ['plan', 'document', 'under', 'clause', 'quote', 'item'] },
  ],
  under: 'document',
  createVia: ['programmes.confirm-plan', 'programmes.adopt-version', 'programmes.install-pack'],
  initial: 'planned',
  states: {
    planned: {
      label: { zh: '已列入（待交办）', en: 'Planned (to be assigned)' },
      moves: { assign: 'assigned', takeOut: 'leftOut' },
      editable: true,
      tone: 'plain',
    },
    assigned: {
      label: { zh: '已交办（待签收）', en: 'Assigned (to be acknowledged)' },
      moves: {
        acknowledge: 'running',
        remind: 'assigned',
        adjust: 'adjusting',
        terminate: 'terminated',
        renew: 'assigned',
        revise: 'adjusting',
        drop: 'terminated',
      },
      tone: 'waiting',
    },
    running: {
      label: { zh: '推进中', en: 'Under way' },
      moves: {
        reportDone: 'done',
        remind: 'running',
        adjust: 'adjusting',
        terminate: 'terminated',
        renew: 'running',
        revise: 'adjusting',
        drop: 'terminated',
      },
      tone: 'waiting',
    },
    done: {
      label: { zh: '已完成（待销号）', en: 'Reported done (to be closed)' },
      moves: { close: 'closed', return: 'running', renew: 'done', drop: 'terminated' },
      tone: 'waiting',
    },
    adjusting: {
      label: { zh: '调整（经批准）', en: 'Being adjusted (approved)' },
      moves: { assign: 'assigned', terminate: 'terminated', drop: 'terminated' },
      editable: true,
      tone: 'warning',
    },
    closed: { label: { zh: '已销号', en: 'Closed' }, moves: { renew: 'closed' }, tone: 'good' },
    terminated: { label: { zh: '终止', en: 'Terminated' }, moves: {}, tone: 'bad' },
    leftOut: { label: { zh: '已移出', en: 'Taken out' }, moves: {}, tone: 'bad' },
  },
  moves: {
    assign: {
      label: { zh: '交办', en: 'Assign' },
      next: true,
      asks: ['dueOn', 'cadence'],
      proposes: { dueOn: { yearEndOf: 'dueYear' } },
      stamps: { assignedOn: { always: true } },
      needs: [
        { that: { field: 'lead', filled: true }, otherwise: { zh: '请填写牵头单位', en: 'name the lead units' }, field: 'lead' },
        {
          that: { not: { field: 'lead', some: { field: 'unit', filled: false } } },
          otherwise: {
            zh: '有牵头单位尚未对应到单位名录，请在“承办单位”中选定',
            en: 'choose the unit in charge for each lead unit',
          },
          field: 'lead',
        },
      ],
      tone: 'main',
    },
    acknowledge: {
      label: { zh: '签收', en: 'Acknowledge' },
      next: { zh: '签收任务', en: 'Acknowledge the task' },
      due: { workingDays: ACKNOWLEDGE_DAYS, from: 'assignedOn' },
      stamps: { acknowledgedOn: { always: true } },
      tone: 'main',
    },
    reportDone: {
      label: { zh: '报完成', en: 'Report done' },
      next: { zh: '按期完成并报完成', en: 'Finish and report done' },
      due: { field: 'dueOn' },
      asks: ['doneNote', 'evidence'],
      stamps: { doneOn: { always: true } },
      tone: 'main',
    },
    close: {
      label: { zh: '销号', en: 'Close' },
      reason: 'optional',
      next: { zh: '审核佐证，销号或退回', en: 'Check the evidence, close or return' },
      due: { workingDays: CLOSE_DAYS, from: 'doneOn' },
      stamps: { closedOn: { always: true } },
      tells: 'closed',
      hears: LEAD_UNIT,
      tone: 'main',
    },
    return: { label: { zh: '退回', en: 'Return' }, reason: 'required', tells: 'returned', hears: LEAD_UNIT, tone: 'danger' },
    remind: { label: { zh: '催办', en: 'Remind' }, reason: 'required', tells: 'reminded', hears: LEAD_UNIT },
    adjust: { label: { zh: '批准调整', en: 'Approve an adjustment' }, reason: 'required' },
    terminate: { label: { zh: '终止', en: 'Terminate' }, reason: 'required', tells: 'closed', hears: LEAD_UNIT, tone: 'danger' },
    takeOut: { label: { zh: '移出方案', en: 'Take out of the plan' }, reason: 'required', tone: 'danger' },
    // A task on its way stands in the words of the new version, is adjusted by it or ends with the old one; a person decided it there.
    renew: { label: { zh: '换用新版本', en: 'Go on by a new version' }, via: ['programmes.adopt-version'] },
    revise: {
      label: { zh: '随新版本调整', en: 'Adjust by a new version' },
      via: ['programmes.adopt-version', 'programmes.decide-conflict'],
      tells: 'reminded',
      hears: LEAD_UNIT,
    },
    drop: {
      label: { zh: '随新版本终止', en: 'End with the old version' },
      via: ['programmes.adopt-version', 'programmes.decide-conflict'],
      tells: 'closed',
      hears: LEAD_UNIT,
    },
  },
  access: {
    read: { always: true },
    create: OFFICE,
    edit: OFFICE,
    takeOut: OFFICE,
    assign: CLERK,
    remind: OFFICE,
    acknowledge: LEAD_UNIT,
    reportDone: LEAD_UNIT,
    close: HEAD,
    return: HEAD,
    adjust: HEAD,
    terminate: HEAD,
    renew: OFFICE,
    revise: OFFICE,
    drop: OFFICE,
  },
  search: ['title', 'under'],
  columns: ['title', 'lead', 'dueOn', 'cadence', 'under', 'dueYear'],
  sorts: ['start', 'dueOn'],
})

export type Task = RowOf<typeof task>
