import { type RowOf, register } from '#engine/define/register.ts'
import { PLAN_READERS, PLANNER } from '../rules/rights.ts'

/** What a person chose where a plan's text leaves a part's relation to its headline open; each change keeps its day and reason. */
export const figureSetting = register({
  name: 'figure_setting',
  title: { zh: '计数口径设置', en: 'Figure settings' },
  basis: '方案未写明分项与总目标关系的，由省级确定口径并留痕',
  titleField: 'setting',
  fields: {
    indicator: { kind: 'text', label: { zh: '计数指标', en: 'Indicator' }, required: true, longest: 60, system: true },
    setting: { kind: 'text', label: { zh: '设置', en: 'Setting' }, required: true, longest: 60, system: true },
    choice: { kind: 'text', label: { zh: '选择', en: 'Choice' }, required: true, longest: 60, system: true },
    reason: { kind: 'paragraph', label: { zh: '理由', en: 'Reason' }, required: true, longest: 2000, system: true },
    basis: { kind: 'text', label: { zh: '依据', en: 'Basis' }, longest: 300, system: true },
    packKey: { kind: 'text', label: { zh: '方案包内编号', en: 'Key in the pack' }, longest: 80, system: true },
  },
  createVia: ['programmes.choose-setting', 'programmes.confirm-plan', 'programmes.install-pack'],
  initial: 'active',
  states: { active: { label: { zh: '执行中', en: 'In force' }, moves: {}, editable: true, tone: 'good' } },
  moves: {},
  access: { read: PLAN_READERS, create: PLANNER, edit: PLANNER },
  columns: ['setting', 'indicator', 'choice', 'reason'],
})

export type FigureSetting = RowOf<typeof figureSetting>
