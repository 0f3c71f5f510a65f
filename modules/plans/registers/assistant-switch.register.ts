import { type RowOf, register } from '#engine/define/register.ts'
import { ASSISTANT_KEEPER } from '../rules/rights.ts'

/** Whether the language model that the installation allows may be asked here; one entry, whose versions say what held when. */
export const assistantSwitch = register({
  name: 'assistant_switch',
  title: { zh: '助手开关', en: 'Assistant switch' },
  basis: '是否把方案文本送交大模型由各地管理员在系统配置允许的范围内决定并留痕',
  titleField: 'reason',
  fields: {
    use: {
      kind: 'choice',
      label: { zh: '使用', en: 'In use' },
      required: true,
      system: true,
      codes: { on: { zh: '启用', en: 'On' }, off: { zh: '停用', en: 'Off' } },
    },
    reason: { kind: 'text', label: { zh: '依据或原因', en: 'Reason' }, required: true, longest: 200, system: true },
  },
  createVia: ['plans.switch-assistant'],
  initial: 'inForce',
  states: { inForce: { label: { zh: '执行中', en: 'In force' }, moves: {}, editable: true, tone: 'good' } },
  moves: {},
  access: { read: ASSISTANT_KEEPER, create: ASSISTANT_KEEPER, edit: ASSISTANT_KEEPER },
  columns: ['use', 'reason'],
})

export type AssistantSwitch = RowOf<typeof assistantSwitch>
