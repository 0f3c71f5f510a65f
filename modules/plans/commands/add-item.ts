import { addItemInput } from '#contract/plans.ts'
import { isRefusal } from '#engine/define/refusal.ts'
import type { ValuesOf } from '#engine/define/register.ts'
import { faultsFrom } from '#engine/derive/faults.ts'
import { editSchema } from '#engine/derive/schema.ts'
import { command, invalid } from '#engine/store/command.ts'
import { planItem } from '../registers/plan-item.register.ts'
import { itemFrom, rivalRefusal, spanIn } from '../rules/item-words.ts'
import { PLANNER } from '../rules/rights.ts'
import { openDocument } from './open-document.ts'

const ADDED = { zh: '人工从原文选中添加', en: 'added by hand over words of the text' }
const PROPOSED = { zh: '助手建议，人工采纳', en: 'proposed by the assistant and taken on by a person' }

const BY_HAND = { why: ADDED, origin: 'added' } as const
const ASSISTED = { why: PROPOSED, origin: 'assistant' } as const

/** What the reader missed: an item over words that a person selected in the text. */
export const addItem = command({
  name: 'plans.add-item',
  label: { zh: '添加条目', en: 'Add an item' },
  input: addItemInput,
  right: PLANNER,
  async run(call, { document: id, itemKind, start, end, values, beside = [], proposedBy }) {
    const open = await openDocument(call, id)
    if (isRefusal(open)) return open
    const span = spanIn(open.text, { start, end })
    if (isRefusal(span)) return span
    const { data, error } = editSchema(planItem).safeParse(values ?? {}, { reportInput: true })
    if (error) return invalid(faultsFrom(error, planItem))
    const typed = data as Partial<ValuesOf<typeof planItem>> // the schema is made from the register
    const read = itemFrom(open.document, span, itemKind, open.items)
    const inherits = read.deadlineInherited && (typed.deadline === undefined || typed.deadline === read.deadline)
    const item = { ...read, ...typed, deadlineInherited: inherits, document: open.document.id, ...(proposedBy ? ASSISTED : BY_HAND) }
    const rival = rivalRefusal(item, open.items, beside)
    if (rival) return rival
    return { items: call.create(planItem, [item]) }
  },
})
