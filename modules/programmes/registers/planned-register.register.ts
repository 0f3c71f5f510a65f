import { type RowOf, register } from '#engine/define/register.ts'
import { PLAN_READERS, PLANNER } from '../rules/rights.ts'

/** A list, library, platform … that a plan says must be kept, and the register of this system that keeps it, if there is one. */
export const plannedRegister = register({
  name: 'planned_register',
  title: { zh: '方案要求建立的清单', en: 'Registers to be set up' },
  basis: '方案原文要求编制、建立、发布的清单、库、名录、榜单、平台',
  titleField: 'name',
  fields: {
    name: { kind: 'text', label: { zh: '名称', en: 'Name' }, required: true, longest: 300, system: true },
    plan: { kind: 'ref', label: { zh: '方案', en: 'Plan' }, required: true, to: 'plan', system: true },
    document: { kind: 'ref', label: { zh: '文件', en: 'Document' }, required: true, to: 'policy_document', system: true },
    item: { kind: 'ref', label: { zh: '原文条目', en: 'Item' }, required: true, to: 'plan_item', system: true },
    kind: {
      kind: 'choice',
      label: { zh: '种类', en: 'Kind' },
      system: true,
      codes: {
        list: { zh: '清单', en: 'List' },
        library: { zh: '库', en: 'Library' },
        catalogue: { zh: '目录', en: 'Catalogue' },
        ranking: { zh: '榜单', en: 'Ranking' },
        platform: { zh: '平台', en: 'Platform' },
        database: { zh: '数据库', en: 'Database' },
        map: { zh: '路线图', en: 'Roadmap' },
        mechanism: { zh: '机制', en: 'Mechanism' },
      },
    },
    register: {
      kind: 'text',
      label: { zh: '对应台账', en: 'Register' },
      longest: 60,
      note: { zh: '空为未建', en: 'empty: not set up yet' },
    },
    why: { kind: 'json', label: { zh: '对应理由', en: 'Why this register' }, system: true },
    packKey: { kind: 'text', label: { zh: '方案包内编号', en: 'Key in the pack' }, longest: 80, system: true },
  },
  createVia: ['programmes.confirm-plan', 'programmes.adopt-version', 'programmes.install-pack'],
  initial: 'active',
  states: {
    active: { label: { zh: '执行中', en: 'In force' }, moves: { takeOut: 'leftOut' }, editable: true, tone: 'good' },
    leftOut: { label: { zh: '已移出', en: 'Taken out' }, moves: {}, tone: 'bad' },
  },
  moves: { takeOut: { label: { zh: '移出方案', en: 'Take out of the plan' }, reason: 'required', tone: 'danger' } },
  access: { read: PLAN_READERS, create: PLANNER, edit: PLANNER, takeOut: PLANNER },
  search: ['name'],
  columns: ['name', 'kind', 'register', 'document'],
})

export type PlannedRegister = RowOf<typeof plannedRegister>
