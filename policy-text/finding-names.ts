import type { ActionClass } from './action-classes.ts'
import type { DocumentKind } from './document-kinds.ts'
import type { InstrumentKind, RegisterKind, RegisterMention } from './plan-draft.ts'
import type { Text } from './text.ts'

/** What the classes of work are called. */
export const ACTION_NAMES = {
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
} as const satisfies Readonly<Record<ActionClass, Text>>

/** What the kinds of list are called. */
export const REGISTER_NAMES = {
  list: { zh: '清单', en: 'List' },
  library: { zh: '库', en: 'Library' },
  catalogue: { zh: '目录', en: 'Catalogue' },
  ranking: { zh: '榜单', en: 'Ranking' },
  platform: { zh: '平台', en: 'Platform' },
  database: { zh: '数据库', en: 'Database' },
  map: { zh: '图谱', en: 'Map' },
  mechanism: { zh: '机制', en: 'Mechanism' },
} as const satisfies Readonly<Record<RegisterKind, Text>>

/** Whether a list is new. */
export const MODE_NAMES: Readonly<Record<RegisterMention['mode'], Text>> = {
  set_up: { zh: '新建', en: 'to be set up' },
  extend: { zh: '扩充已有的', en: 'an existing one extended' },
  join: { zh: '接入已有的', en: 'an existing one joined' },
}

/** What the kinds of benefit are called. */
export const INSTRUMENT_NAMES = {
  subsidy: { zh: '补助', en: 'Subsidy' },
  award: { zh: '奖励', en: 'Award' },
  interest: { zh: '贴息', en: 'Interest subsidy' },
  voucher: { zh: '券', en: 'Voucher' },
  tax: { zh: '税收', en: 'Tax' },
  risk: { zh: '风险补偿', en: 'Risk sharing' },
  exemption: { zh: '减免', en: 'Exemption' },
} as const satisfies Readonly<Record<InstrumentKind, Text>>

/** What the kinds of document are called. */
export const DOCUMENT_KIND_NAMES = {
  plan: { zh: '规划、计划或方案', en: 'Plan' },
  opinions: { zh: '意见', en: 'Opinions' },
  measures: { zh: '办法或措施', en: 'Measures' },
  'task-list': { zh: '任务分工', en: 'Division of tasks' },
  notice: { zh: '通知', en: 'Notice' },
  report: { zh: '报告', en: 'Report' },
  statistics: { zh: '统计公报', en: 'Statistical bulletin' },
  news: { zh: '新闻报道', en: 'News report' },
  explanation: { zh: '政策解读', en: 'Explanation' },
  unknown: { zh: '未判定', en: 'Not known' },
} as const satisfies Readonly<Record<DocumentKind, Text>>
