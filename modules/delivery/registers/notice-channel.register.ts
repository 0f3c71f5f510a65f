import { type RowOf, register } from '#engine/define/register.ts'
import { ADMINISTRATOR } from '../rules/rights.ts'

/** A way by which people are told outside the product. Its passwords and keys are kept apart, sealed. */
export const noticeChannel = register({
  name: 'notice_channel',
  title: { zh: '通知渠道', en: 'Notice channels' },
  basis: '站外提醒由系统管理员配置；外发内容不含条目正文与个人信息',
  fields: {
    title: { kind: 'text', label: { zh: '名称', en: 'Title' }, required: true, longest: 60, system: true },
    code: { kind: 'text', label: { zh: '编码', en: 'Code' }, required: true, longest: 40, code: true, system: true },
    settings: { kind: 'json', label: { zh: '连接设置', en: 'Settings' }, required: true, system: true },
    habits: { kind: 'json', label: { zh: '提醒规则', en: 'Habits' }, required: true, system: true },
  },
  createVia: ['delivery.set-channel', 'installation.seed'],
  initial: 'active',
  states: {
    active: {
      label: { zh: '使用中', en: 'In use' },
      moves: { stop: 'stopped', test: 'active', retry: 'active', giveUp: 'active' },
      editable: true,
      tone: 'good',
    },
    stopped: { label: { zh: '已停用', en: 'Stopped' }, moves: { start: 'active', giveUp: 'stopped' }, editable: true, tone: 'warning' },
  },
  moves: {
    stop: { label: { zh: '停用', en: 'Stop' }, via: ['delivery.stop-channel'] },
    start: { label: { zh: '启用', en: 'Start' }, via: ['delivery.start-channel'] },
    test: { label: { zh: '发送测试', en: 'Send a test' }, via: ['delivery.send-test'] },
    retry: { label: { zh: '重新发送', en: 'Send again' }, reason: 'required', via: ['delivery.retry-messages'] },
    giveUp: { label: { zh: '放弃发送', en: 'Give up' }, reason: 'required', via: ['delivery.give-up-messages'] },
  },
  access: {
    read: ADMINISTRATOR,
    create: ADMINISTRATOR,
    edit: ADMINISTRATOR,
    stop: ADMINISTRATOR,
    start: ADMINISTRATOR,
    test: ADMINISTRATOR,
    retry: ADMINISTRATOR,
    giveUp: ADMINISTRATOR,
  },
  columns: ['title', 'code'],
})

export type NoticeChannel = RowOf<typeof noticeChannel>
