import type { Decision, Move, State } from '#engine/define/register.ts'

type States = Readonly<Record<string, State>>
type Moves = Readonly<Record<string, Move>>

/** From reserve to the province's form check: the way of every entry, and the ends on it. */
export const LINE_STATES = {
  reserve: { label: { zh: '储备', en: 'In reserve' }, moves: { start: 'draft' }, editable: true, tone: 'plain' },
  draft: {
    label: { zh: '草稿', en: 'Draft' },
    moves: { submit: 'submitted', reserve: 'reserve', withdraw: 'withdrawn' },
    editable: true,
    tone: 'plain',
  },
  returned: {
    label: { zh: '退回修改', en: 'Returned' },
    moves: { submit: 'submitted', withdraw: 'withdrawn' },
    editable: true,
    tone: 'warning',
  },
  submitted: {
    label: { zh: '已提交（待审核）', en: 'Submitted (to be checked)' },
    moves: { checkCounty: 'countyChecked', recommendDirectly: 'recommended', return: 'returned', withdraw: 'withdrawn' },
    tone: 'waiting',
  },
  countyChecked: {
    label: { zh: '县级已核（待县级领导）', en: 'Checked (county leader to approve)' },
    moves: { approveCounty: 'countyApproved', return: 'returned' },
    tone: 'waiting',
  },
  countyApproved: {
    label: { zh: '县级同意（待市级审核）', en: 'County agreed (city to check)' },
    moves: { checkCity: 'cityChecked', return: 'returned' },
    tone: 'waiting',
  },
  cityChecked: {
    label: { zh: '市级已核（待市级领导）', en: 'Checked (city leader to recommend)' },
    moves: { recommend: 'recommended', return: 'returned', notRecommend: 'notRecommended' },
    tone: 'waiting',
  },
  recommended: {
    label: { zh: '已推荐（待省级受理）', en: 'Recommended (province to accept)' },
    moves: { accept: 'accepted', return: 'returned', notAccept: 'notAccepted' },
    tone: 'waiting',
  },
  accepted: {
    label: { zh: '受理（待形式审查）', en: 'Accepted (form to be checked)' },
    moves: { passForm: 'inReview', askSupplement: 'supplement', return: 'returned', decline: 'declined' },
    tone: 'waiting',
  },
  supplement: { label: { zh: '补正', en: 'Papers to be mended' }, moves: { resupply: 'accepted' }, editable: true, tone: 'warning' },
  withdrawn: { label: { zh: '撤回', en: 'Withdrawn' }, moves: {}, tone: 'bad' },
  notRecommended: { label: { zh: '不予推荐', en: 'Not recommended' }, moves: {}, tone: 'bad' },
  notAccepted: { label: { zh: '不予受理', en: 'Not accepted' }, moves: {}, tone: 'bad' },
  declined: { label: { zh: '不予通过', en: 'Declined' }, moves: {}, tone: 'bad' },
  revoked: { label: { zh: '撤销', en: 'Revoked' }, moves: {}, tone: 'bad' },
} as const satisfies States

/** Handing in under a call, by its last day; without a call there is none. */
export const BEFORE_THE_CALL_CLOSES = { field: 'closesOn', ref: 'call' } as const

/**
 * Each step within five working days, as offices promise in 限时办结 and 行政许可法 第三十二条 says of accepting; the form check, which reads
 * all papers, within ten. A province's own terms are its own definition.
 */
export const LINE_MOVES = {
  start: { label: { zh: '开始申报', en: 'Start' }, tone: 'main' },
  reserve: { label: { zh: '转入储备', en: 'Put in reserve' } },
  withdraw: { label: { zh: '撤回', en: 'Withdraw' }, reason: 'required', tone: 'danger' },
  checkCounty: {
    label: { zh: '县级审核通过', en: 'County check passed' },
    reason: 'optional',
    tone: 'main',
    next: true,
    due: { workingDays: 5 },
  },
  recommendDirectly: {
    label: { zh: '主管部门推荐', en: 'Recommended by its department' },
    reason: 'optional',
    tone: 'main',
    next: true,
    due: { workingDays: 5 },
  },
  approveCounty: {
    label: { zh: '县级领导同意', en: 'County leader agrees' },
    reason: 'optional',
    tone: 'main',
    next: true,
    due: { workingDays: 5 },
  },
  checkCity: {
    label: { zh: '市级审核通过', en: 'City check passed' },
    reason: 'optional',
    tone: 'main',
    next: true,
    due: { workingDays: 5 },
  },
  recommend: { label: { zh: '推荐', en: 'Recommend' }, reason: 'optional', tone: 'main', next: true, due: { workingDays: 5 } },
  notRecommend: { label: { zh: '不予推荐', en: 'Do not recommend' }, reason: 'required', tells: 'declined', tone: 'danger' },
  accept: { label: { zh: '受理', en: 'Accept' }, reason: 'optional', tone: 'main', next: true, due: { workingDays: 5 }, tells: 'accepted' },
  notAccept: { label: { zh: '不予受理', en: 'Do not accept' }, reason: 'required', tells: 'declined', tone: 'danger' },
  askSupplement: {
    label: { zh: '要求补正', en: 'Ask to mend the papers' },
    tells: 'returned',
    reason: 'required',
    needs: [
      {
        that: { field: 'supplementAskedOn', filled: false },
        otherwise: { zh: '补正只能要求一次；材料仍不齐的，请退回或不予通过', en: 'papers can be asked for once; return or decline it' },
      },
    ],
    stamps: { supplementAskedOn: { always: true } },
  },
  resupply: {
    label: { zh: '提交补正', en: 'Hand in mended papers' },
    tone: 'main',
    next: true,
    due: { workingDays: 5, from: 'supplementAskedOn' },
  },
  passForm: {
    label: { zh: '形式审查通过', en: 'Form check passed' },
    reason: 'optional',
    tone: 'main',
    next: true,
    due: { workingDays: 10 },
  },
  return: { label: { zh: '退回', en: 'Return' }, reason: 'required', tells: 'returned', tone: 'danger' },
  decline: { label: { zh: '不予通过', en: 'Decline' }, reason: 'required', tells: 'declined', tone: 'danger' },
  revoke: { label: { zh: '撤销', en: 'Revoke' }, via: ['selection.publish-withdrawal'], reason: 'required', tone: 'danger' },
} as const satisfies Moves

/** The word of the experts, where it leads to the proposed list. */
export const IN_REVIEW = {
  inReview: {
    label: { zh: '评审（核验）', en: 'In review' },
    moves: { passReview: 'reviewed', return: 'returned', decline: 'declined' },
    tone: 'waiting',
  },
} as const satisfies States

/** From the experts' word to the proposed list and the public notice. */
export const BATCH_STATES = {
  reviewed: {
    label: { zh: '审核通过（待拟定）', en: 'Passed (to be proposed)' },
    moves: { propose: 'proposed', decline: 'declined' },
    tone: 'waiting',
  },
  proposed: { label: { zh: '拟定', en: 'Proposed' }, moves: { openNotice: 'onNotice', takeOut: 'reviewed' }, tone: 'waiting' },
  onNotice: {
    label: { zh: '公示', en: 'On public notice' },
    moves: { publish: 'published', object: 'objected', takeOut: 'reviewed' },
    tone: 'waiting',
  },
  objected: {
    label: { zh: '异议处理', en: 'Objected to' },
    moves: { settle: 'onNotice', takeOut: 'reviewed' },
    tone: 'warning',
  },
} as const satisfies States

const TAKE_OUT = {
  label: { zh: '移出批次', en: 'Take out of the batch' },
  via: ['selection.remove-from-batch', 'selection.cancel-batch', 'selection.settle-objection'],
  reason: 'required',
} as const satisfies Move

/** While on notice an entry can be objected to; until that is settled its batch is not closed. */
export const OBJECTION_MOVES = {
  object: { label: { zh: '登记异议', en: 'Object' }, via: ['selection.raise-objection'], tells: 'objected' },
  settle: { label: { zh: '异议不成立', en: 'Dismiss the objection' }, via: ['selection.settle-objection'] },
} as const satisfies Moves

export const BATCH_MOVES = {
  passReview: { label: { zh: '评审（核验）通过', en: 'Review passed' }, reason: 'optional', tone: 'main', next: true },
  propose: { label: { zh: '列入拟定名单', en: 'Propose' }, via: ['selection.add-to-batch'] },
  takeOut: TAKE_OUT,
  openNotice: { label: { zh: '公示', en: 'Open public notice' }, via: ['selection.open-notice'] },
  ...OBJECTION_MOVES,
  publish: { label: { zh: '公布', en: 'Publish' }, via: ['selection.publish-batch'], tells: 'published' },
} as const satisfies Moves

export const PUBLISH = {
  label: { zh: '公布', en: 'Publication' },
  moves: { propose: 'propose', takeOut: 'takeOut', openNotice: 'openNotice', publish: 'publish' },
  writes: { documentNo: 'documentNo', documentTitle: 'documentTitle', documentDate: 'documentDate', countsOn: 'countsOn' },
} as const satisfies Decision

/** What is published stays under the province's eye: mended within a term, or it leaves. */
export const CARE_STATES = {
  rectifying: {
    label: { zh: '限期整改', en: 'To be put right' },
    moves: { mend: 'published', exit: 'exited', revoke: 'revoked' },
    tone: 'warning',
  },
  exited: { label: { zh: '退出', en: 'Exited' }, moves: {}, tone: 'bad' },
} as const satisfies States

export const CARE_MOVES = {
  rectify: { label: { zh: '限期整改', en: 'Have it put right' }, reason: 'required', tone: 'danger' },
  mend: { label: { zh: '整改通过', en: 'Put right' }, reason: 'required', tone: 'main' },
  exit: {
    label: { zh: '退出', en: 'Exit' },
    reason: 'required',
    tone: 'danger',
    stamps: { exitedOn: { always: true } },
  },
} as const satisfies Moves

/** 示范: a second decision on what was published, by a batch of its own; `demonstrating` is the register's. */
export const DEMONSTRATION_STATES = {
  demonstrationProposed: {
    label: { zh: '示范拟定', en: 'Proposed as demonstration' },
    moves: { openDemonstrationNotice: 'demonstrationOnNotice', takeOutDemonstration: 'published' },
    tone: 'waiting',
  },
  demonstrationOnNotice: {
    label: { zh: '示范公示', en: 'Demonstration on public notice' },
    moves: { publishDemonstration: 'demonstrating', object: 'demonstrationObjected', takeOutDemonstration: 'published' },
    tone: 'waiting',
  },
  demonstrationObjected: {
    label: { zh: '示范异议处理', en: 'Demonstration objected to' },
    moves: { settle: 'demonstrationOnNotice', takeOutDemonstration: 'published' },
    tone: 'warning',
  },
  rectifyingDemonstration: {
    label: { zh: '示范限期整改', en: 'Demonstration to be put right' },
    moves: { mend: 'demonstrating', exit: 'exited', revoke: 'revoked' },
    tone: 'warning',
  },
} as const satisfies States

/** How they are passed. */
export const DEMONSTRATION_MOVES = {
  proposeDemonstration: { label: { zh: '列入示范拟定名单', en: 'Propose as demonstration' }, via: ['selection.add-to-batch'] },
  takeOutDemonstration: { ...TAKE_OUT, label: { zh: '移出示范批次', en: 'Take out of the demonstration batch' } },
  ...OBJECTION_MOVES,
  openDemonstrationNotice: { label: { zh: '示范公示', en: 'Open the notice of demonstrations' }, via: ['selection.open-notice'] },
  publishDemonstration: {
    label: { zh: '公布为示范', en: 'Publish as demonstration' },
    via: ['selection.publish-batch'],
    tells: 'published',
  },
} as const satisfies Moves

export const DEMONSTRATION = {
  label: { zh: '示范', en: 'Demonstration' },
  moves: {
    propose: 'proposeDemonstration',
    takeOut: 'takeOutDemonstration',
    openNotice: 'openDemonstrationNotice',
    publish: 'publishDemonstration',
  },
  writes: {
    batch: 'demonstrationBatch',
    documentNo: 'demonstrationNo',
    documentTitle: 'demonstrationTitle',
    documentDate: 'demonstrationFromOn',
  },
} as const satisfies Decision
