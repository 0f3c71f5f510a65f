import {
  addToBatchInput,
  cancelBatchInput,
  closeNoticeInput,
  openNoticeInput,
  publishBatchInput,
  removeFromBatchInput,
  startBatchInput,
} from '#contract/batches.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import { command } from '#engine/store/command.ts'
import { batch } from '../registers/batch.register.ts'
import { isBatched } from '../rules/batched-register.ts'
import { againstClosing, againstNotice, againstPublication } from '../rules/decide-batch.ts'
import { entriesIn, refusedFor, registerOf } from './batch-entries.ts'

const PROVINCE = { any: [{ role: 'planner' }, { role: 'division_head' }] }

export const startBatch = command({
  name: 'selection.start-batch',
  label: { zh: '新建批次', en: 'Start a batch' },
  input: startBatchInput,
  right: PROVINCE,
  async run(call, { title, register: name }) {
    const register = call.facts.store.catalogue.get(name)
    if (!register || !isBatched(register))
      return refuse('invalid', 'batch.register', `“${name}”不是按批次公布的台账`, `${name} is not decided in batches`)
    const [made] = call.create(batch, [{ title, register: name }])
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
    const register = registerOf(call, own)
    const rows = await call.readAll(register, [...new Set(ids)])
    call.move(register, rows, 'propose', { batch: own.id })
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
    const register = registerOf(call, own)
    const rows = await call.readAll(register, [...new Set(ids)])
    if (rows.some((row) => (row as { batch?: unknown }).batch !== own.id))
      return refuse(
        'invalid',
        'batch.foreign-entry',
        `有条目不在批次“${own.title}”中,请刷新后重选`,
        `an entry is not in the batch “${own.title}”; reload and choose again`,
      )
    call.because(reason)
    call.move(register, rows, 'takeOut', { batch: null })
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
    const entries = await entriesIn(call, own)
    const against = againstNotice(from, to, entries.length)
    if (against.length > 0) return refusedFor('batch.notice', against)
    call.move(batch, [own], 'openNotice', { noticeFromOn: from, noticeUntilOn: to })
    call.move(registerOf(call, own), entries, 'openNotice')
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
    const against = againstClosing(own.noticeUntilOn, call.today)
    if (own.state === 'onNotice' && against.length > 0) return refusedFor('batch.notice-runs', against)
    call.move(batch, [own], 'closeNotice')
    return { batch: own.id, entries: (await entriesIn(call, own)).length }
  },
})

export const publishBatch = command({
  name: 'selection.publish-batch',
  label: { zh: '公布', en: 'Publish' },
  input: publishBatchInput,
  right: PROVINCE,
  async run(call, { batch: id, documentNo, documentTitle, documentDate }) {
    const own = await call.read(batch, id)
    const entries = await entriesIn(call, own)
    const finished = entries.map((row) => ({
      title: String((row as { title?: unknown }).title),
      completedOn: (row as { completedOn?: string | null }).completedOn ?? null,
    }))
    const against = againstPublication(documentDate, own.noticeUntilOn, call.today, finished)
    if (own.state === 'noticeOver' && against.length > 0) return refusedFor('batch.publication', against)
    const document = { documentNo, documentTitle, documentDate }
    call.move(batch, [own], 'publish', document)
    call.move(registerOf(call, own), entries, 'publish', { ...document, countsOn: documentDate })
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
    const entries = await entriesIn(call, own)
    call.because(reason)
    call.move(batch, [own], 'cancel')
    call.move(registerOf(call, own), entries, 'takeOut', { batch: null })
    return { batch: own.id, entries: entries.length }
  },
})

function closed(title: string): Refusal {
  return refuse(
    'state',
    'batch.closed',
    `批次“${title}”已进入公示,不能再增加条目;请新建批次`,
    `the batch “${title}” is on notice and takes no more entries; start another`,
  )
}
