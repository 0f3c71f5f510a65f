import { type RowOf, register } from '#engine/define/register.ts'
import { CLERK, REPORT_READERS, REPORTING_UNIT } from '../rules/rights.ts'
import { CHECK_DAYS } from '../rules/terms.ts'

/** What the lead unit of a task says of a quarter or month: how far it has come, what stands against it, with evidence. One for each task and period. */
export const taskReport = register({
  name: 'task_report',
  title: { zh: '进展反馈', en: 'Progress reports' },
  basis: '督查任务定期反馈：一般任务每季度、重点任务每月反馈一次，由经办审核，不实或不全的退回',
  fields: {
    title: { kind: 'text', label: { zh: '名称', en: 'Title' }, required: true, longest: 340, system: true },
    task: { kind: 'ref', label: { zh: '任务', en: 'Task' }, required: true, to: 'task', system: true },
    document: { kind: 'ref', label: { zh: '文件', en: 'Document' }, required: true, to: 'policy_document', system: true },
    period: { kind: 'text', label: { zh: '反馈期', en: 'Period' }, required: true, longest: 12, system: true },
    dueOn: { kind: 'day', label: { zh: '反馈截止', en: 'Due on' }, required: true, system: true },
    units: {
      kind: 'rows',
      label: { zh: '牵头单位', en: 'Lead units' },
      required: true,
      system: true,
      shows: 'name',
      columns: {
        name: { kind: 'text', label: { zh: '文中名称', en: 'As printed' }, needed: true, longest: 100 },
        unit: { kind: 'ref', label: { zh: '承办单位', en: 'Unit in charge' }, to: 'org_unit' },
      },
    },
    status: {
      kind: 'choice',
      label: { zh: '进度状态', en: 'Status' },
      needed: true,
      codes: {
        notStarted: { zh: '未启动', en: 'Not started' },
        onSchedule: { zh: '序时推进', en: 'On schedule' },
        behind: { zh: '滞后', en: 'Behind' },
        finished: { zh: '已完成', en: 'Finished' },
      },
    },
    percent: { kind: 'integer', label: { zh: '完成进度', en: 'Progress' }, needed: true, least: 0, most: 100, unit: '%' },
    progress: { kind: 'paragraph', label: { zh: '工作进展', en: 'Progress in words' }, needed: true, longest: 3000 },
    problems: {
      kind: 'paragraph',
      label: { zh: '存在问题', en: 'Problems' },
      longest: 2000,
      note: { zh: '滞后的必须写明', en: 'needed where the task is behind' },
    },
    nextSteps: { kind: 'paragraph', label: { zh: '下步打算', en: 'Next steps' }, longest: 2000 },
    evidence: { kind: 'files', label: { zh: '佐证材料', en: 'Evidence' }, most: 10 },
  },
  under: 'document',
  createVia: ['tasks.open-reports'],
  initial: 'filling',
  states: {
    filling: {
      label: { zh: '待反馈', en: 'To be reported' },
      moves: { submit: 'submitted', cancel: 'cancelled' },
      editable: true,
      tone: 'waiting',
    },
    submitted: { label: { zh: '待审核', en: 'To be checked' }, moves: { accept: 'accepted', return: 'returned' }, tone: 'waiting' },
    returned: {
      label: { zh: '退回修改', en: 'Returned' },
      moves: { submit: 'submitted', cancel: 'cancelled' },
      editable: true,
      tone: 'warning',
    },
    accepted: { label: { zh: '已审核', en: 'Checked' }, moves: {}, tone: 'good' },
    cancelled: { label: { zh: '无须反馈', en: 'No longer asked for' }, moves: {}, tone: 'bad' },
  },
  moves: {
    submit: {
      label: { zh: '报送反馈', en: 'Hand in' },
      next: { zh: '反馈任务进展', en: 'Report progress' },
      due: { field: 'dueOn' },
      needs: [
        {
          that: {
            any: [
              { field: 'status', oneOf: ['notStarted', 'onSchedule', 'finished'] },
              { field: 'problems', filled: true },
            ],
          },
          otherwise: { zh: '进度滞后的，请写明存在问题', en: 'say what stands against a task that is behind' },
          field: 'problems',
        },
      ],
      tone: 'main',
    },
    accept: {
      label: { zh: '审核通过', en: 'Accept' },
      reason: 'optional',
      next: { zh: '审核任务反馈', en: 'Check the report' },
      due: { workingDays: CHECK_DAYS },
      tone: 'main',
    },
    return: { label: { zh: '退回', en: 'Return' }, reason: 'required', tells: 'returned', hears: REPORTING_UNIT, tone: 'danger' },
    cancel: { label: { zh: '无须反馈', en: 'No longer asked for' }, via: ['tasks.open-reports'] },
  },
  access: {
    read: REPORT_READERS,
    create: CLERK,
    edit: REPORTING_UNIT,
    submit: REPORTING_UNIT,
    accept: CLERK,
    return: CLERK,
    cancel: CLERK,
  },
  search: ['title'],
  columns: ['title', 'period', 'status', 'percent', 'units', 'dueOn'],
  sorts: ['period', 'dueOn'],
})

export type TaskReport = RowOf<typeof taskReport>
