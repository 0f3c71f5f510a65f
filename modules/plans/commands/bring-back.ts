import { bringBackInput } from '#contract/plans.ts'
import { isRefusal, refuse } from '#engine/define/refusal.ts'
import { command } from '#engine/store/command.ts'
import { type PlanItem, planItem } from '../registers/plan-item.register.ts'
import { isAlive } from '../rules/item-words.ts'
import { PLANNER } from '../rules/rights.ts'
import { openDocument, seenItems } from './open-document.ts'

/** Takes a split or a join back: what was made of it goes, what stood there before comes again. */
export const bringBack = command({
  name: 'plans.bring-back',
  label: { zh: '恢复原条目', en: 'Bring items back' },
  input: bringBackInput,
  right: PLANNER,
  async run(call, { items: seen }) {
    const rows = await seenItems(call, seen)
    if (isRefusal(rows)) return rows
    const open = await openDocument(call, rows[0]!.document)
    if (isRefusal(open)) return open
    const from = sourcesOf(rows[0]!)
    const made = open.items.filter((item) => isAlive(item) && sourcesOf(item).join() === from.join())
    const all = from.length > 0 && made.length === rows.length && made.every(({ id }) => rows.some((row) => row.id === id))
    const before = open.items.filter(({ id, state }) => from.includes(id) && state === 'replaced')
    if (!all || before.length !== from.length)
      return refuse(
        'state',
        'plan.cannot-bring-back',
        `“${rows[0]!.label}”不能恢复为原条目：须是同一次拆分或合并所得的全部条目，且其后未再拆分、合并或剔除`,
        `“${rows[0]!.label}” cannot be taken back: name all items of one split or join, none of which was split, joined or removed since`,
      )
    call.move(planItem, rows, 'replace')
    call.move(planItem, before, 'bringBack')
    return { items: before.map(({ id }) => id) }
  },
})

function sourcesOf({ origin, detail }: PlanItem): readonly string[] {
  if (origin !== 'split' && origin !== 'joined') return []
  return (detail as { readonly from?: readonly string[] } | null)?.from ?? [] // written by plans.split-item and plans.join-items
}
