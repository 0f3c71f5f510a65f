import type { FieldDefinition } from '#engine/kinds/index.ts'
import { futureField } from './field.ts'

type Fields = Readonly<Record<string, FieldDefinition>>

/** What every entry says of itself: field, place, channel, who answers for it. */
export const BASICS = {
  field: futureField,
  area: {
    kind: 'area',
    label: { zh: '属地', en: 'Area' },
    required: true,
    note: { zh: '牵头单位注册地所在县（市、区）或园区', en: 'county or zone where the lead unit is registered' },
  },
  zone: {
    kind: 'area',
    zones: true,
    cityOf: 'area',
    label: { zh: '所在高新区', en: 'High-tech zone' },
    note: { zh: '位于高新区的填写；数值仍归属地', en: 'where it lies in one; the figures stay with the area' },
  },
  attributedYear: {
    kind: 'choice',
    label: { zh: '归属年度', en: 'Attributed year' },
    note: { zh: '工作归哪一年度；计入仍按计入日期', en: 'the year whose work it is; it counts from its own day all the same' },
    codes: { '2024': { zh: '2024年', en: '2024' }, '2025': { zh: '2025年', en: '2025' }, '2026': { zh: '2026年', en: '2026' } },
  },
  channel: {
    kind: 'choice',
    label: { zh: '推荐渠道', en: 'Recommended through' },
    needed: true,
    codes: {
      city_bureau: { zh: '设区市科技局', en: 'City bureau' },
      county_bureau: { zh: '县（市）科技局', en: 'County bureau' },
      zone: { zh: '省级以上高新区', en: 'High-tech zone' },
      department: { zh: '省有关部门', en: 'Provincial department' },
      university: { zh: '在省高校院所', en: 'University or institute' },
      national_platform: { zh: '国家级平台', en: 'National platform' },
    },
  },
  leadUnit: { kind: 'ref', label: { zh: '牵头单位', en: 'Lead unit' }, needed: true, to: 'org_unit' },
  participants: {
    kind: 'rows',
    label: { zh: '参与单位', en: 'Participating units' },
    columns: {
      unit: { kind: 'text', label: { zh: '单位', en: 'Unit' }, needed: true },
      area: { kind: 'area', label: { zh: '属地', en: 'Area' } },
      rank: { kind: 'integer', label: { zh: '排序', en: 'Rank' }, least: 1 },
      work: { kind: 'text', label: { zh: '分工', en: 'Work' } },
    },
  },
  contact: { kind: 'text', label: { zh: '联系人', en: 'Contact' }, needed: true, longest: 40 },
  phone: {
    kind: 'phone',
    label: { zh: '手机', en: 'Phone' },
    needed: true,
    note: { zh: '加密保存，页面只显示首尾', en: 'kept encrypted, shown masked' },
  },
  filedFor: {
    kind: 'check',
    label: { zh: '代填', en: 'Filed for the applicant' },
    note: { zh: '由科技管理部门代申报单位填报时勾选', en: 'ticked when a bureau fills in for the applicant' },
  },
} as const satisfies Fields

/** The paper with the seal, what may be shown to whom, and the pledge. */
export const PLEDGES = {
  sealedForm: { kind: 'files', label: { zh: '盖章申报书', en: 'Sealed application' }, most: 3 },
  disclosure: {
    kind: 'choice',
    label: { zh: '公开属性', en: 'Disclosure' },
    needed: true,
    codes: {
      open: { zh: '主动公开', en: 'Open' },
      on_request: { zh: '依申请公开', en: 'On request' },
      closed: { zh: '不予公开', en: 'Not disclosed' },
    },
  },
  secrecyPledge: { kind: 'check', label: { zh: '承诺不含涉密内容', en: 'Pledge: holds no secrets' }, needed: true },
} as const satisfies Fields

/** What the province's acts leave on an entry: the one request to mend papers, and a withdrawal by document. */
export const KEPT = {
  call: { kind: 'ref', label: { zh: '申报通知', en: 'Call' }, to: 'call', system: true },
  supplementAskedOn: { kind: 'day', label: { zh: '要求补正日期', en: 'Supplement asked on' }, system: true },
  revokedOn: { kind: 'day', label: { zh: '撤销日期', en: 'Revoked on' }, system: true },
  withdrawalNo: { kind: 'text', label: { zh: '撤销文号', en: 'Withdrawal document' }, system: true, longest: 60 },
  withdrawalTitle: { kind: 'text', label: { zh: '撤销文件', en: 'Title of the withdrawal' }, system: true },
} as const satisfies Fields

/** What publication by a batch fills in. */
export const PUBLICATION = {
  batch: { kind: 'ref', label: { zh: '批次', en: 'Batch' }, to: 'batch', system: true },
  documentNo: { kind: 'text', label: { zh: '公布文号', en: 'Document number' }, system: true, longest: 60 },
  documentTitle: { kind: 'text', label: { zh: '公布文件', en: 'Document' }, system: true },
  documentDate: { kind: 'day', label: { zh: '成文日期', en: 'Document date' }, system: true },
  countsOn: { kind: 'day', label: { zh: '计入日期', en: 'Counts from' }, system: true },
} as const satisfies Fields

/** 示范 by a batch of its own. */
export const DEMONSTRATION_FIELDS = {
  demonstrationBatch: { kind: 'ref', label: { zh: '示范批次', en: 'Demonstration batch' }, to: 'batch', system: true },
  demonstrationNo: { kind: 'text', label: { zh: '示范文号', en: 'Demonstration document' }, system: true, longest: 60 },
  demonstrationTitle: { kind: 'text', label: { zh: '示范文件', en: 'Title of the demonstration document' }, system: true },
  demonstrationFromOn: { kind: 'day', label: { zh: '示范起', en: 'Demonstration from' }, system: true },
} as const satisfies Fields

/** When an entry left. */
export const LEAVING = {
  exitedOn: { kind: 'day', label: { zh: '退出日期', en: 'Exited on' }, system: true },
} as const satisfies Fields

export const BASIC_SECTION = {
  label: { zh: '基本信息', en: 'Basics' },
  fields: ['title', 'field', 'area', 'zone', 'attributedYear', 'channel', 'leadUnit', 'participants', 'contact', 'phone', 'filedFor'],
} as const

export const PLEDGE_SECTION = {
  label: { zh: '佐证与承诺', en: 'Evidence and pledge' },
  fields: ['evidence', 'sealedForm', 'disclosure', 'secrecyPledge'],
} as const

export const PUBLICATION_SECTION = {
  label: { zh: '公布', en: 'Publication' },
  fields: [
    'batch',
    'documentNo',
    'documentTitle',
    'documentDate',
    'countsOn',
    'supplementAskedOn',
    'revokedOn',
    'withdrawalNo',
    'withdrawalTitle',
  ],
} as const
