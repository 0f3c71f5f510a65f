import { type RowOf, register } from '#engine/define/register.ts'
import { PLAN_READERS, PLANNER } from '../rules/rights.ts'

/** A document confirmed into a programme that runs. */
export const plan = register({
  name: 'plan',
  title: { zh: '规划方案', en: 'Plans' },
  basis: '经核对确认的政策文件',
  fields: {
    title: { kind: 'text', label: { zh: '名称', en: 'Title' }, required: true, longest: 300 },
    document: { kind: 'ref', label: { zh: '文件', en: 'Document' }, required: true, to: 'policy_document' },
    fromOn: { kind: 'day', label: { zh: '起', en: 'From' } },
    untilOn: { kind: 'day', label: { zh: '止', en: 'Until' } },
  },
  createVia: ['programmes.confirm-plan', 'programmes.install-pack'],
  initial: 'running',
  states: { running: { label: { zh: '执行中', en: 'Running' }, moves: { renew: 'running' }, tone: 'good' } },
  moves: { renew: { label: { zh: '换用新版本', en: 'Go on by a new version' }, via: ['programmes.adopt-version'] } },
  access: { read: PLAN_READERS, create: PLANNER, renew: PLANNER },
  search: ['title'],
  columns: ['title', 'document', 'fromOn', 'untilOn'],
})

export type Plan = RowOf<typeof plan>
