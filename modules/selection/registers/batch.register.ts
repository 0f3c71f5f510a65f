import { type RowOf, register } from '#engine/define/register.ts'

const PROVINCE = { any: [{ role: 'planner' }, { role: 'division_head' }] }

/** Entries decided together: proposed list → public notice → issued document. Publication is what makes them count. */
export const batch = register({
  name: 'batch',
  title: { zh: '批次', en: 'Batches' },
  basis: '拟定、公示（不少于五个工作日）、印发公布的通行程序',
  fields: {
    title: { kind: 'text', label: { zh: '批次名称', en: 'Title' }, required: true },
    register: { kind: 'text', label: { zh: '台账', en: 'Register' }, required: true, longest: 40 },
    decision: { kind: 'text', label: { zh: '决定事项', en: 'Decision' }, longest: 40, system: true },
    noticeFromOn: { kind: 'day', label: { zh: '公示起', en: 'Notice from' }, system: true },
    noticeUntilOn: { kind: 'day', label: { zh: '公示止', en: 'Notice to' }, system: true },
    documentNo: { kind: 'text', label: { zh: '文号', en: 'Document number' }, system: true, longest: 60 },
    documentTitle: { kind: 'text', label: { zh: '文件标题', en: 'Document title' }, system: true },
    documentDate: { kind: 'day', label: { zh: '成文日期', en: 'Document date' }, system: true },
  },
  createVia: ['selection.start-batch'],
  initial: 'collecting',
  states: {
    collecting: {
      label: { zh: '拟定', en: 'Collecting' },
      moves: { openNotice: 'onNotice', publish: 'published', cancel: 'cancelled' },
      editable: true,
      tone: 'plain',
    },
    onNotice: {
      label: { zh: '公示中', en: 'On public notice' },
      moves: { closeNotice: 'noticeOver', cancel: 'cancelled' },
      editable: true,
      tone: 'waiting',
    },
    noticeOver: {
      label: { zh: '公示结束', en: 'Notice over' },
      moves: { publish: 'published', cancel: 'cancelled' },
      editable: true,
      tone: 'waiting',
    },
    published: { label: { zh: '已公布', en: 'Published' }, moves: {}, tone: 'good' },
    cancelled: { label: { zh: '已取消', en: 'Cancelled' }, moves: {}, tone: 'bad' },
  },
  moves: {
    openNotice: {
      label: { zh: '开始公示', en: 'Open notice' },
      via: ['selection.open-notice'],
      next: { zh: '拟定名单并公示', en: 'Propose and open notice' },
    },
    closeNotice: {
      label: { zh: '公示结束', en: 'Close notice' },
      via: ['selection.close-notice'],
      next: true,
      due: { workingDays: 3, from: 'noticeUntilOn', waits: true },
    },
    publish: {
      label: { zh: '公布', en: 'Publish' },
      via: ['selection.publish-batch'],
      next: true,
      due: { workingDays: 10, from: 'noticeUntilOn' },
    },
    cancel: { label: { zh: '取消批次', en: 'Cancel' }, via: ['selection.cancel-batch'], reason: 'required' },
  },
  access: {
    read: { any: [PROVINCE, { role: 'leader' }, { role: 'signer' }, { role: 'auditor' }, { role: 'city_clerk' }, { role: 'city_leader' }] },
    create: PROVINCE,
    edit: PROVINCE,
    openNotice: PROVINCE,
    closeNotice: PROVINCE,
    publish: PROVINCE,
    cancel: PROVINCE,
  },
  search: ['title', 'documentNo'],
  columns: ['title', 'register', 'decision', 'noticeFromOn', 'noticeUntilOn', 'documentNo', 'documentDate'],
  sorts: ['title', 'documentDate'],
})

export type Batch = RowOf<typeof batch>
