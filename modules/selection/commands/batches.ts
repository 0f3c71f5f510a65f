import {
  addToBatchInput,
  cancelBatchInput,
  closeNoticeInput,
  openNoticeInput,
  publishBatchInput,
  removeFromBatchInput,
  startBatchInput,
} from '#contract/batches.ts'
import type { Row } from '#engine/access/holds.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Decision } from '#engine/define/register.ts'
import { titleOf } from '#engine/store/call-refusals.ts'
import { command } from '#engine/store/command.ts'
import { batch } from '../registers/batch.register.ts'
import { againstClosing, againstNotice, againstPublication } from '../rules/decide-batch.ts'
import { batchField, decisionOf, unknownDecision } from '../rules/decision-of.ts'
import { decidedBy, entriesIn, publishedValues, refusedFor, standingAfter, tellEarlier } from './batch-entries.ts'
import { calendarFor } from './calendar.ts'

const PROVINCE = { any: [{ role: 'planner' }, { role: 'division_head' }] }

export const startBatch = command({
  name: 'selection.start-batch',
  label: { zh: '新建批次', en: 'Start a batch' },
  input: startBatchInput,
  right: PROVINCE,
  async run(call, { title, register: name, decision }) {
    const register = call.facts.store.catalogue.get(name)
    if (!register?.decisions)
      return refuse('invalid', 'batch.register', `“${name}”不是按批次公布的台账`, `${name} is not decided in batches`)
    if (!decisionOf(register, decision)) return unknownDecision(register, decision)
    const [made] = call.create(batch, [{ title, register: name, decision }])
    return { batch: made!, entries: 0 }
  },
})

export const addToBatch = command({
  name: 'selection.add-to-batch',
  label: { zh: '列入拟定名单', en: 'Add to a batch' },
  input: addToBatchInput,
  right: PROVINCE,
  async run(call, { batch: id, entries: ids }) {
    const own = await call.read(batch, id)
    if (own.state !== 'collecting') return closed(own.title)
    const { register, decision } = decidedBy(call, own)
    const rows = await call.readAll(register, [...new Set(ids)])
    call.move(register, rows, decision.moves.propose, { [batchField(decision)]: own.id })
    return { batch: own.id, entries: rows.length }
  },
})

export const removeFromBatch = command({
  name: 'selection.remove-from-batch',
  label: { zh: '移出批次', en: 'Remove from a batch' },
  input: removeFromBatchInput,
  right: PROVINCE,
  async run(call, { batch: id, entries: ids, reason }) {
    const own = await call.read(batch, id)
    const { register, decision } = decidedBy(call, own)
    const rows = await call.readAll(register, [...new Set(ids)])
    const field = batchField(decision)
    if (rows.some((row) => (row as Row)[field] !== own.id))
      return refuse(
        'invalid',
        'batch.foreign-entry',
        `有条目不在批次“${own.title}”中，请刷新后重选`,
        `an entry is not in the batch “${own.title}”; reload and choose again`,
      )
    call.because(reason)
    call.move(register, rows, decision.moves.takeOut, { [field]: null })
    return { batch: own.id, entries: rows.length }
  },
})

export const openNotice = command({
  name: 'selection.open-notice',
  label: { zh: '开始公示', en: 'Open the public notice' },
  input: openNoticeInput,
  right: PROVINCE,
  async run(call, { batch: id, from, to }) {
    const own = await call.read(batch, id)
    const decided = decidedBy(call, own)
    const { register, decision } = decided
    if (!decision.moves.openNotice) return withoutNotice(own.title, decision)
    const entries = await entriesIn(call, own, decided)
    const against = againstNotice(from, to, entries.length, await calendarFor(call, from, to))
    if (against.length > 0) return refusedFor('batch.notice', { title: own.title, label: decision.label }, against)
    call.move(batch, [own], 'openNotice', { noticeFromOn: from, noticeUntilOn: to })
    call.move(register, entries, decision.moves.openNotice)
    return { batch: own.id, entries: entries.length }
  },
})

export const closeNotice = command({
  name: 'selection.close-notice',
  label: { zh: '公示结束', en: 'Close the public notice' },
  input: closeNoticeInput,
  right: PROVINCE,
  async run(call, { batch: id }) {
    const own = await call.read(batch, id)
    const decided = decidedBy(call, own)
    const against = againstClosing(own.noticeUntilOn, call.today)
    if (own.state === 'onNotice' && against.length > 0)
      return refusedFor('batch.notice-runs', { title: own.title, label: decided.decision.label }, against)
    call.move(batch, [own], 'closeNotice')
    return { batch: own.id, entries: (await entriesIn(call, own, decided)).length }
  },
})

export const publishBatch = command({
  name: 'selection.publish-batch',
  label: { zh: '公布', en: 'Publish' },
  input: publishBatchInput,
  right: PROVINCE,
  async run(call, { batch: id, documentNo, documentTitle, documentDate }) {
    const own = await call.read(batch, id)
    const decided = decidedBy(call, own)
    const { register, decision } = decided
    if (own.state === 'collecting' && decision.moves.openNotice) return noticeFirst(own.title, decision)
    const entries = await entriesIn(call, own, decided)
    const finished = entries.map((row) => ({
      title: titleOf(register, row),
      completedOn: (row as { completedOn?: string | null }).completedOn ?? null,
    }))
    const against = againstPublication(documentDate, own.noticeUntilOn, call.today, finished)
    if (READY_TO_PUBLISH.has(own.state) && against.length > 0)
      return refusedFor('batch.publication', { title: own.title, label: decision.label }, against)
    const document = { documentNo, documentTitle, documentDate }
    call.move(batch, [own], 'publish', document)
    const standing = await standingAfter(call, decided, entries)
    await tellEarlier(call, decided, standing)
    const values = publishedValues(decided, standing, document)
    for (const row of entries) call.move(register, [row], decision.moves.publish, values(row))
    return { batch: own.id, entries: entries.length }
  },
})

export const cancelBatch = command({
  name: 'selection.cancel-batch',
  label: { zh: '取消批次', en: 'Cancel a batch' },
  input: cancelBatchInput,
  right: PROVINCE,
  async run(call, { batch: id, reason }) {
    const own = await call.read(batch, id)
    const decided = decidedBy(call, own)
    const { register, decision } = decided
    const entries = await entriesIn(call, own, decided)
    call.because(reason)
    call.move(batch, [own], 'cancel')
    call.move(register, entries, decision.moves.takeOut, { [batchField(decision)]: null })
    return { batch: own.id, entries: entries.length }
  },
})

const READY_TO_PUBLISH = new Set(['collecting', 'noticeOver'])

function noticeFirst(title: string, { label }: Decision): Refusal {
  return refuse(
    'state',
    'batch.notice-first',
    `批次“${title}”尚未公示；“${label.zh}”须先公示、公示期满后再印发文件`,
    `the batch “${title}” has not been on public notice; “${label.en}” is published after it`,
  )
}

function withoutNotice(title: string, { label }: Decision): Refusal {
  return refuse(
    'state',
    'batch.no-notice',
    `批次“${title}”的决定“${label.zh}”不需公示，可直接按文件公布`,
    `the batch “${title}” decides “${label.en}”, which has no public notice; publish it by its document`,
  )
}

function closed(title: string): Refusal {
  return refuse(
    'state',
    'batch.closed',
    `批次“${title}”已进入公示，不能再增加条目；请新建批次`,
    `the batch “${title}” is on notice and takes no more entries; start another`,
  )
}
