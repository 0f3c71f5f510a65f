import { type RowOf, register } from '#engine/define/register.ts'
import { OWN_CITY, PROVINCE } from '../rules/rights.ts'

const LEADER_OF_CITY = { all: [{ role: 'city_leader' }, { withinArea: 'area' }] }

/** The letter by which a city recommends entries, as it was printed, with the code on its foot; and the sealed scan of it. */
export const recommendation = register({
  name: 'recommendation',
  title: { zh: '推荐函', en: 'Recommendation letters' },
  basis: '设区市出具推荐函并附推荐汇总表的通行程序；纸质件与系统数据一致',
  area: 'area',
  under: 'call',
  fields: {
    title: { kind: 'text', label: { zh: '标题', en: 'Title' }, required: true },
    register: { kind: 'text', label: { zh: '台账', en: 'Register' }, required: true, longest: 40 },
    call: { kind: 'ref', label: { zh: '申报通知', en: 'Call' }, to: 'call' },
    area: { kind: 'area', label: { zh: '属地', en: 'Area' }, required: true },
    recommendingUnit: { kind: 'ref', label: { zh: '推荐单位', en: 'Recommending unit' }, required: true, to: 'org_unit' },
    entries: {
      kind: 'rows',
      label: { zh: '推荐条目', en: 'Entries' },
      required: true,
      most: 500,
      columns: {
        title: { kind: 'text', label: { zh: '名称', en: 'Title' }, needed: true },
        no: { kind: 'integer', label: { zh: '编号', en: 'Number' }, needed: true },
        unit: { kind: 'text', label: { zh: '牵头单位', en: 'Lead unit' } },
        area: { kind: 'area', label: { zh: '属地', en: 'Area' } },
        version: { kind: 'integer', label: { zh: '版次', en: 'Version' }, needed: true },
        entry: { kind: 'text', label: { zh: '条目', en: 'Entry' }, needed: true, longest: 36 },
      },
    },
    checkCode: { kind: 'text', label: { zh: '校验码', en: 'Check code' }, required: true, longest: 14 },
    issuedOn: { kind: 'day', label: { zh: '出具日期', en: 'Issued on' }, required: true },
    scan: { kind: 'files', label: { zh: '盖章扫描件', en: 'Sealed scan' }, system: true, most: 1 },
  },
  createVia: ['selection.issue-recommendation'],
  initial: 'issued',
  states: {
    issued: {
      label: { zh: '已出具（待盖章回传）', en: 'Issued (seal to come back)' },
      moves: { seal: 'sealed', supersede: 'superseded' },
      tone: 'waiting',
    },
    sealed: { label: { zh: '已盖章回传', en: 'Sealed' }, moves: { supersede: 'superseded' }, tone: 'good' },
    superseded: { label: { zh: '已作废（重新出具）', en: 'Superseded' }, moves: {}, tone: 'bad' },
  },
  moves: {
    seal: {
      label: { zh: '回传盖章件', en: 'Return the sealed scan' },
      via: ['selection.return-scan'],
      next: true,
      due: { workingDays: 5, from: 'issuedOn' },
    },
    supersede: { label: { zh: '作废', en: 'Supersede' }, via: ['selection.issue-recommendation'] },
  },
  access: {
    read: { any: [PROVINCE, { role: 'leader' }, { role: 'signer' }, { all: [{ role: 'auditor' }, { withinArea: 'area' }] }, OWN_CITY] },
    create: LEADER_OF_CITY,
    seal: OWN_CITY,
    supersede: LEADER_OF_CITY,
  },
  search: ['title', 'checkCode'],
  columns: ['title', 'area', 'recommendingUnit', 'checkCode', 'issuedOn'],
  sorts: ['issuedOn'],
})

export type Recommendation = RowOf<typeof recommendation>
