import { joinItemsInput } from '#contract/plans.ts'
import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import { command } from '#engine/store/command.ts'
import { type PlanItem, planItem } from '../registers/plan-item.register.ts'
import { isAlive, itemFrom, spanIn } from '../rules/item-words.ts'
import { PLANNER } from '../rules/rights.ts'
import { openDocument, seenItems } from './open-document.ts'

const JOINED = { zh: '由相邻两个条目合并而来', en: 'joined from two neighbouring items' }

/** Two neighbours of one kind become one over the words from the first to the second, read anew. */
export const joinItems = command({
  name: 'plans.join-items',
  label: { zh: '合并条目', en: 'Join items' },
  input: joinItemsInput,
  right: PLANNER,
  async run(call, { items: seen }) {
    const rows = await seenItems(call, seen)
    if (isRefusal(rows)) return rows
    const [first, second] = rows.toSorted((a, b) => a.start - b.start) as [PlanItem, PlanItem]
    const open = await openDocument(call, first.document)
    if (isRefusal(open)) return open
    const against = objection(first, second, open.items)
    if (against) return against
    const span = spanIn(open.text, { start: first.start, end: Math.max(first.end, second.end) })
    if (isRefusal(span)) return span
    call.move(planItem, [first, second], 'replace')
    const read = itemFrom(open.document, span, first.itemKind, open.items)
    const made = call.create(planItem, [
      { ...read, document: open.document.id, why: JOINED, origin: 'joined', detail: { from: [first.id, second.id] } },
    ])
    return { items: made }
  },
})

function objection(first: PlanItem, second: PlanItem, items: readonly PlanItem[]): Refusal | undefined {
  const between = items.find(
    (item) =>
      isAlive(item) && item.itemKind === first.itemKind && item.start > first.start && item.start < second.start && item.id !== second.id,
  )
  const fits =
    first.id !== second.id &&
    first.document === second.document &&
    first.itemKind === second.itemKind &&
    isAlive(first) &&
    isAlive(second) &&
    !between
  if (fits) return undefined
  return refuse(
    'invalid',
    'plan.cannot-join',
    `“${first.label}”与“${second.label}”不能合并：须是同一文件中相邻的同类条目，且均未剔除${between ? `；两者之间还有“${between.label}”` : ''}`,
    `“${first.label}” and “${second.label}” cannot be joined: they must be neighbours of one kind in one document, neither removed`,
  )
}
