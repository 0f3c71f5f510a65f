import { type RowOf, register } from '#engine/define/register.ts'
import { PROVINCE } from '../rules/rights.ts'

/** A notice that asks for applications to a register: from when until when, through whom, how many from each city. */
export const call = register({
  name: 'call',
  title: { zh: '申报通知', en: 'Calls' },
  basis: '省级科技主管部门组织申报的通知及其附件',
  fields: {
    title: { kind: 'text', label: { zh: '通知名称', en: 'Title' }, required: true },
    register: { kind: 'text', label: { zh: '台账', en: 'Register' }, system: true, longest: 40 },
    decision: { kind: 'text', label: { zh: '公布事项', en: 'Decision' }, system: true, longest: 40 },
    issuer: { kind: 'text', label: { zh: '发文机关', en: 'Issuer' }, needed: true, longest: 60 },
    noticeNo: { kind: 'text', label: { zh: '通知文号', en: 'Number of the notice' }, needed: true, longest: 60 },
    noticeDate: { kind: 'day', label: { zh: '成文日期', en: 'Date of the notice' }, needed: true },
    opensOn: { kind: 'day', label: { zh: '申报开始', en: 'Opens on' }, needed: true },
    closesOn: {
      kind: 'day',
      label: { zh: '申报截止', en: 'Closes on' },
      needed: true,
      note: { zh: '当日全天可提交', en: 'the whole day' },
    },
    channels: {
      kind: 'rows',
      label: { zh: '推荐渠道', en: 'Channels' },
      note: { zh: '不填表示不限渠道', en: 'none: any channel' },
      most: 6,
      columns: {
        channel: {
          kind: 'choice',
          label: { zh: '渠道', en: 'Channel' },
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
      },
    },
    quotas: {
      kind: 'rows',
      label: { zh: '推荐名额', en: 'Quotas' },
      note: { zh: '按设区市；未列出的不限', en: 'by city; one that is not named has no limit' },
      most: 40,
      columns: {
        area: { kind: 'area', label: { zh: '设区市', en: 'City' }, needed: true },
        most: { kind: 'integer', label: { zh: '名额', en: 'At most' }, needed: true, least: 0, most: 9999, unit: '项' },
      },
    },
    annexes: { kind: 'files', label: { zh: '附件', en: 'Annexes' }, most: 20 },
    note: { kind: 'paragraph', label: { zh: '说明', en: 'Note' } },
  },
  sections: [
    {
      label: { zh: '通知', en: 'Notice' },
      fields: ['title', 'register', 'decision', 'issuer', 'noticeNo', 'noticeDate', 'note', 'annexes'],
    },
    { label: { zh: '申报要求', en: 'Terms' }, fields: ['opensOn', 'closesOn', 'channels', 'quotas'] },
  ],
  createVia: ['selection.start-call'],
  initial: 'draft',
  states: {
    draft: { label: { zh: '草稿', en: 'Draft' }, moves: { publish: 'open', cancel: 'cancelled' }, editable: true, tone: 'plain' },
    open: {
      label: { zh: '申报中', en: 'Open' },
      moves: { extend: 'open', close: 'closed', cancel: 'cancelled' },
      tone: 'waiting',
    },
    closed: { label: { zh: '已截止', en: 'Closed' }, moves: { extend: 'open' }, tone: 'good' },
    cancelled: { label: { zh: '已取消', en: 'Cancelled' }, moves: {}, tone: 'bad' },
  },
  moves: {
    publish: {
      label: { zh: '发布', en: 'Publish' },
      via: ['selection.open-call'],
      invites: 'register',
      next: true,
      due: { field: 'opensOn' },
    },
    extend: { label: { zh: '延期', en: 'Extend' }, via: ['selection.extend-call'], reason: 'required' },
    close: {
      label: { zh: '截止', en: 'Close' },
      via: ['selection.close-call'],
      reason: 'optional',
      next: true,
      due: { workingDays: 3, from: 'closesOn', waits: true },
    },
    cancel: { label: { zh: '取消', en: 'Cancel' }, reason: 'required', tone: 'danger' },
  },
  access: {
    read: { any: [PROVINCE, { field: 'state', oneOf: ['open', 'closed', 'cancelled'] }] },
    create: PROVINCE,
    edit: PROVINCE,
    publish: PROVINCE,
    extend: PROVINCE,
    close: PROVINCE,
    cancel: PROVINCE,
  },
  search: ['title', 'noticeNo'],
  columns: ['title', 'register', 'noticeNo', 'opensOn', 'closesOn'],
  sorts: ['title', 'closesOn'],
})

export type CallEntry = RowOf<typeof call>
