import { register } from '#engine/define/register.ts'
import { must, type Seen, type World } from './world.ts'

const PROVINCE = { any: [{ role: 'planner' }, { role: 'division_head' }] }
const CITY = { all: [{ role: 'city_clerk' }, { withinArea: 'area' }] }
const LEADER = { all: [{ role: 'city_leader' }, { withinArea: 'area' }] }

/** A register with the whole way from a draft to publication, as short as it can be: calls, letters, objections need no more. */
export const practice = register({
  name: 'practice',
  title: { zh: '可推广做法', en: 'Practices' },
  basis: '测试',
  area: 'area',
  fields: {
    title: { kind: 'text', label: { zh: '名称', en: 'Title' }, required: true, longest: 60 },
    area: { kind: 'area', label: { zh: '属地', en: 'Area' }, required: true },
    leadUnit: { kind: 'ref', label: { zh: '牵头单位', en: 'Lead unit' }, to: 'org_unit' },
    channel: {
      kind: 'choice',
      label: { zh: '推荐渠道', en: 'Channel' },
      codes: { city_bureau: { zh: '设区市科技局', en: 'City bureau' }, zone: { zh: '省级以上高新区', en: 'Zone' } },
    },
    phone: { kind: 'phone', label: { zh: '手机', en: 'Phone' } },
    call: { kind: 'ref', label: { zh: '申报通知', en: 'Call' }, to: 'call', system: true },
    batch: { kind: 'ref', label: { zh: '批次', en: 'Batch' }, to: 'batch', system: true },
    documentNo: { kind: 'text', label: { zh: '文号', en: 'Document number' }, system: true },
    documentTitle: { kind: 'text', label: { zh: '文件', en: 'Document' }, system: true },
    documentDate: { kind: 'day', label: { zh: '成文日期', en: 'Document date' }, system: true },
    countsOn: { kind: 'day', label: { zh: '计入日期', en: 'Counts from' }, system: true },
  },
  initial: 'draft',
  states: {
    draft: { label: { zh: '草稿', en: 'Draft' }, moves: { submit: 'submitted' }, editable: true },
    returned: { label: { zh: '退回', en: 'Returned' }, moves: { submit: 'submitted' }, editable: true },
    submitted: { label: { zh: '已提交', en: 'Submitted' }, moves: { recommend: 'recommended', return: 'returned' }, tone: 'waiting' },
    recommended: {
      label: { zh: '已推荐', en: 'Recommended' },
      moves: { accept: 'accepted', askSupplement: 'supplement', return: 'returned' },
      tone: 'waiting',
    },
    supplement: { label: { zh: '补正', en: 'Supplement' }, moves: { resupply: 'recommended' }, editable: true, tone: 'warning' },
    accepted: { label: { zh: '受理', en: 'Accepted' }, moves: { propose: 'proposed' }, tone: 'waiting' },
    proposed: { label: { zh: '拟定', en: 'Proposed' }, moves: { openNotice: 'onNotice', takeOut: 'accepted' }, tone: 'waiting' },
    onNotice: {
      label: { zh: '公示', en: 'On notice' },
      moves: { publish: 'published', takeOut: 'accepted', object: 'objected' },
      tone: 'waiting',
    },
    objected: { label: { zh: '异议处理', en: 'Objected' }, moves: { settle: 'onNotice', takeOut: 'accepted' }, tone: 'warning' },
    published: { label: { zh: '已公布', en: 'Published' }, moves: {}, tone: 'good' },
  },
  moves: {
    submit: { label: { zh: '提交', en: 'Submit' }, next: true },
    recommend: { label: { zh: '推荐', en: 'Recommend' }, next: true },
    return: { label: { zh: '退回', en: 'Return' }, reason: 'required' },
    accept: { label: { zh: '受理', en: 'Accept' }, next: true },
    askSupplement: { label: { zh: '补正', en: 'Ask for a supplement' }, reason: 'required' },
    resupply: { label: { zh: '重新提交', en: 'Hand in again' } },
    propose: { label: { zh: '列入拟定名单', en: 'Propose' }, via: ['selection.add-to-batch'] },
    takeOut: {
      label: { zh: '移出批次', en: 'Take out' },
      via: ['selection.remove-from-batch', 'selection.cancel-batch', 'selection.settle-objection'],
      reason: 'required',
    },
    openNotice: { label: { zh: '公示', en: 'Open notice' }, via: ['selection.open-notice'] },
    object: { label: { zh: '提出异议', en: 'Object' }, via: ['selection.raise-objection'] },
    settle: { label: { zh: '异议处理完毕', en: 'Settle' }, via: ['selection.settle-objection'] },
    publish: { label: { zh: '公布', en: 'Publish' }, via: ['selection.publish-batch'] },
  },
  access: {
    read: { any: [PROVINCE, { withinArea: 'area' }] },
    create: CITY,
    edit: CITY,
    submit: CITY,
    recommend: LEADER,
    return: { any: [PROVINCE, LEADER] },
    accept: PROVINCE,
    askSupplement: PROVINCE,
    resupply: CITY,
    propose: PROVINCE,
    takeOut: PROVINCE,
    openNotice: PROVINCE,
    object: PROVINCE,
    settle: PROVINCE,
    publish: PROVINCE,
  },
  decisions: {
    publish: {
      label: { zh: '公布', en: 'Publication' },
      moves: { propose: 'propose', takeOut: 'takeOut', openNotice: 'openNotice', publish: 'publish' },
      writes: { documentNo: 'documentNo', documentTitle: 'documentTitle', documentDate: 'documentDate', countsOn: 'countsOn' },
    },
  },
  search: ['title'],
  columns: ['title', 'area'],
  sorts: ['title'],
})

const STEPS = [
  ['submit', ''],
  ['recommend', '-leader'],
  ['accept', 'planner'],
] as const

let counter = 0

export interface PracticeWanted {
  readonly city?: 'suzhou' | 'nanjing'
  /** How far: 1 submitted, 2 recommended, 3 accepted. */
  readonly steps?: number
  readonly call?: string
  readonly values?: Readonly<Record<string, unknown>>
}

/** A practice of a city, as far along as wanted. */
export async function aPractice(world: World, { city = 'suzhou', steps = 0, call, values = {} }: PracticeWanted = {}): Promise<Seen> {
  counter += 1
  const area = city === 'suzhou' ? '320583' : '320115'
  const { id } = await must(
    world.create(city, 'practice', { title: `做法${counter}`, area, leadUnit: world.as('applicant').unit, ...values }),
  )
  let version = 1
  if (call) {
    await must(world.give(city, 'selection.apply', { call, entry: id }))
    version += 1
  }
  for (const [move, who] of STEPS.slice(0, steps)) {
    await must(world.move(who === 'planner' ? who : `${city}${who}`, 'practice', { id, version }, move))
    version += 1
  }
  return { id, version }
}

/** A call to practices that is open. */
export async function aCall(world: World, terms: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { call } = await must(
    world.give<{ call: string }>('planner', 'selection.start-call', { title: '2026年度做法申报', register: 'practice' }),
  )
  const filled = {
    issuer: '省科技厅',
    noticeNo: '苏科测发〔2026〕7号',
    noticeDate: '2026-05-20',
    opensOn: '2026-06-01',
    closesOn: '2026-06-30',
  }
  await must(world.edit('planner', 'call', { id: call, version: 1 }, { ...filled, ...terms }))
  await must(world.give('planner', 'selection.open-call', { call }))
  return call
}
