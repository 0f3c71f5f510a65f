import type { Expression } from '#engine/define/expression.ts'
import type { Decision, Move, State } from '#engine/define/register.ts'
import { PROVINCE } from '../common/access.ts'
import { BATCH_MOVES, BATCH_STATES, CARE_MOVES, CARE_STATES, DEMONSTRATION_STATES } from '../common/life-cycle.ts'

/** From the library (no notice) over the demonstration to the leader; each title is kept under the next. */
export const TITLE_STATES = {
  reviewed: BATCH_STATES.reviewed,
  proposed: { label: { zh: '拟入库', en: 'To enter the library' }, moves: { publish: 'published', takeOut: 'reviewed' }, tone: 'waiting' },
  published: {
    label: { zh: '在库（培育）', en: 'In the library' },
    moves: {
      proposeDemonstration: 'demonstrationProposed',
      reviewYear: 'published',
      relocate: 'published',
      rectify: 'rectifying',
      exit: 'exited',
      revoke: 'revoked',
    },
    tone: 'good',
  },
  ...DEMONSTRATION_STATES,
  demonstrating: {
    label: { zh: '示范企业', en: 'Demonstration enterprise' },
    moves: {
      proposeLeader: 'leaderProposed',
      reviewYear: 'demonstrating',
      relocate: 'demonstrating',
      rectify: 'rectifyingDemonstration',
      exit: 'exited',
      revoke: 'revoked',
    },
    tone: 'good',
  },
  leaderProposed: {
    label: { zh: '领军拟定', en: 'Proposed as leader' },
    moves: { openLeaderNotice: 'leaderOnNotice', takeOutLeader: 'demonstrating' },
    tone: 'waiting',
  },
  leaderOnNotice: {
    label: { zh: '领军公示', en: 'Leader on public notice' },
    moves: { publishLeader: 'leading', object: 'leaderObjected', takeOutLeader: 'demonstrating' },
    tone: 'waiting',
  },
  leaderObjected: {
    label: { zh: '领军异议处理', en: 'Leader objected to' },
    moves: { settle: 'leaderOnNotice', takeOutLeader: 'demonstrating' },
    tone: 'warning',
  },
  leading: {
    label: { zh: '领军企业', en: 'Leading enterprise' },
    moves: { reviewYear: 'leading', relocate: 'leading', rectify: 'rectifyingLeader', exit: 'exited', revoke: 'revoked' },
    tone: 'good',
  },
  ...CARE_STATES,
  rectifyingLeader: {
    label: { zh: '领军限期整改', en: 'Leader to be put right' },
    moves: { mend: 'leading', exit: 'exited', revoke: 'revoked' },
    tone: 'warning',
  },
  exited: { label: { zh: '出库', en: 'Left the library' }, moves: {}, tone: 'bad' },
} as const satisfies Readonly<Record<string, State>>

const holds = (from: string, until: string): Expression => ({
  all: [
    { field: from, filled: true },
    { field: until, filled: false },
  ],
})

export const TITLE_MOVES = {
  passReview: { ...BATCH_MOVES.passReview, label: { zh: '遴选通过', en: 'Passed the selection' } },
  propose: { label: { zh: '列入拟入库名单', en: 'Propose for the library' }, via: ['selection.add-to-batch'] },
  takeOut: BATCH_MOVES.takeOut,
  publish: { label: { zh: '入库', en: 'Enter the library' }, via: ['selection.publish-batch'] },
  proposeLeader: { label: { zh: '列入领军拟定名单', en: 'Propose as leader' }, via: ['selection.add-to-batch'] },
  takeOutLeader: {
    label: { zh: '移出领军批次', en: 'Take out of the batch of leaders' },
    via: ['selection.remove-from-batch', 'selection.cancel-batch', 'selection.settle-objection'],
    reason: 'required',
  },
  openLeaderNotice: { label: { zh: '领军公示', en: 'Open the notice of leaders' }, via: ['selection.open-notice'] },
  publishLeader: { label: { zh: '公布为领军企业', en: 'Publish as leader' }, via: ['selection.publish-batch'] },
  reviewYear: { label: { zh: '年度复核', en: 'Yearly review' }, reason: 'optional', asks: ['yearlyReviews'] },
  relocate: { label: { zh: '变更注册地', en: 'Change the registered place' }, reason: 'optional', asks: ['area', 'addresses'] },
  rectify: CARE_MOVES.rectify,
  mend: CARE_MOVES.mend,
  exit: {
    label: { zh: '出库', en: 'Leave the library' },
    reason: 'required',
    tone: 'danger',
    asks: ['exitReason'],
    stamps: {
      exitedOn: { always: true },
      libraryUntilOn: holds('libraryFromOn', 'libraryUntilOn'),
      demonstrationUntilOn: holds('demonstrationFromOn', 'demonstrationUntilOn'),
      leaderUntilOn: holds('leaderFromOn', 'leaderUntilOn'),
    },
  },
} as const satisfies Readonly<Record<string, Move>>

export const TITLE_ACCESS = {
  proposeLeader: PROVINCE,
  takeOutLeader: PROVINCE,
  openLeaderNotice: PROVINCE,
  publishLeader: PROVINCE,
  reviewYear: PROVINCE,
  relocate: PROVINCE,
} as const

export const LIBRARY = {
  label: { zh: '入库', en: 'Entry into the library' },
  moves: { propose: 'propose', takeOut: 'takeOut', publish: 'publish' },
  writes: { documentNo: 'documentNo', documentTitle: 'documentTitle', documentDate: 'documentDate', countsOn: 'libraryFromOn' },
} as const satisfies Decision

export const LEADER = {
  label: { zh: '领军', en: 'Leader' },
  moves: { propose: 'proposeLeader', takeOut: 'takeOutLeader', openNotice: 'openLeaderNotice', publish: 'publishLeader' },
  writes: { batch: 'leaderBatch', documentNo: 'leaderNo', documentTitle: 'leaderTitle', documentDate: 'leaderFromOn' },
} as const satisfies Decision
