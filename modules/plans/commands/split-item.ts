import { splitItemInput } from '#contract/plans.ts'
import { isRefusal, refuse } from '#engine/define/refusal.ts'
import { command } from '#engine/store/command.ts'
import { planItem } from '../registers/plan-item.register.ts'
import { isAlive, itemFrom, spanIn } from '../rules/item-words.ts'
import { PLANNER } from '../rules/rights.ts'
import { openDocument, seenItems } from './open-document.ts'

const SPLIT = { zh: '由一个条目拆分而来', en: 'split off from another item' }

/** One item becomes two over the two parts of its words, each read anew. */
export const splitItem = command({
  name: 'plans.split-item',
  label: { zh: '拆分条目', en: 'Split an item' },
  input: splitItemInput,
  right: PLANNER,
  async run(call, { item: seen, at }) {
    const rows = await seenItems(call, [seen])
    if (isRefusal(rows)) return rows
    const item = rows[0]!
    const open = await openDocument(call, item.document)
    if (isRefusal(open)) return open
    const parts = [spanIn(open.text, { start: item.start, end: at }), spanIn(open.text, { start: at, end: item.end })]
    if (!isAlive(item) || at <= item.start || at >= item.end || parts.some(isRefusal))
      return refuse(
        'invalid',
        'plan.cannot-split',
        `“${item.label}”不能在此处拆分：须在它的文字之内，前后两段都要有文字，且条目未被剔除`,
        `“${item.label}” cannot be split there: choose a place inside its words with words on both sides, in an item that is not removed`,
      )
    call.move(planItem, [item], 'replace')
    const made = call.create(
      planItem,
      parts.flatMap((span) =>
        isRefusal(span)
          ? []
          : [
              {
                ...itemFrom(open.document, span, item.itemKind, open.items),
                document: open.document.id,
                why: SPLIT,
                origin: 'split' as const,
                detail: { from: [item.id] },
              },
            ],
      ),
    )
    return { items: made }
  },
})
