import type { PlanDocument } from '#contract/plans.ts'
import { planTexts } from '../../texts/texts-plans.ts'
import { reviewTexts } from '../../texts/texts-review.ts'
import { useSay } from '../../texts/use-say.ts'
import { type CardActs, ItemActs } from './item-card.tsx'
import { valueInWords } from './item-words.ts'
import type { Reading } from './reading-state.ts'
import type { ItemWrites } from './use-item-writes.ts'

interface ItemSheetProps {
  readonly plan: PlanDocument
  readonly reading: Reading
  readonly writes: ItemWrites
  readonly mayEdit: boolean
  readonly side: 'text' | 'items'
  readonly onSide: (side: 'text' | 'items') => void
}

const AROUND = 24

/** On a phone: the chosen item with its words among those around them, under the thumb on either side. */
export function ItemSheet({ plan, reading, writes, mayEdit, side, onSide }: ItemSheetProps) {
  const say = useSay()
  const { chosenItem: item } = reading
  if (!item || reading.editing !== undefined) return null
  const acts: Omit<CardActs, 'toggleFold' | 'choose'> = {
    edit: () => {
      reading.setTab(item.itemKind)
      reading.setEditing(item.id)
      onSide('items')
    },
    toggleCheck: (one) => void writes.toggleCheck(one),
    toggle: (one) => void writes.toggle(one),
  }
  return (
    <section className="item-sheet" aria-label={say(reviewTexts.chosenItem)} data-testid="item-sheet">
      <div className="item-sheet-head">
        <span className={`kind-mark kind-mark-${item.itemKind}`}>{say(planTexts[item.itemKind])}</span>
        <strong>{item.label}</strong>
        {item.itemKind === 'target' && <span className="item-value number">{say(valueInWords(item))}</span>}
        <button type="button" className="act" aria-label={say(reviewTexts.close)} onClick={() => reading.choose(undefined)}>
          ✕
        </button>
      </div>
      <p className="item-sheet-words">
        {plan.text.slice(Math.max(0, item.start - AROUND), item.start).replaceAll('\n', ' ')}
        <mark className="found-chosen">{item.quote}</mark>
        {plan.text.slice(item.end, item.end + AROUND).replaceAll('\n', ' ')}
      </p>
      <div className="item-sheet-acts">
        {mayEdit && <ItemActs item={item} acts={acts} />}
        <button type="button" className="act" onClick={() => onSide(side === 'text' ? 'items' : 'text')} data-testid="other-side">
          {say(side === 'text' ? reviewTexts.inItems : reviewTexts.inText)}
        </button>
      </div>
    </section>
  )
}
