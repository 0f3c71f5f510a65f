import { memo, type ReactNode, useEffect, useRef } from 'react'
import type { PlanItem } from '#contract/plans.ts'
import { marks } from '../../texts/texts-marks.ts'
import { planTexts, spanNames } from '../../texts/texts-plans.ts'
import { originNames, reviewTexts } from '../../texts/texts-review.ts'
import { useSay } from '../../texts/use-say.ts'
import { isDoubtful, sureness, valueInWords } from './item-words.ts'
import type { ShownItem } from './reading-state.ts'
import { scrollInside } from './scroll-inside.ts'

/** What a card may ask for; the same object for all cards, so that only a changed card is drawn again. */
export interface CardActs {
  readonly choose: (item: PlanItem) => void
  readonly edit: (item: PlanItem) => void
  readonly toggleCheck: (item: PlanItem) => void
  readonly toggle: (item: PlanItem) => void
  readonly toggleFold: (id: string) => void
}

interface ItemCardProps extends ShownItem {
  readonly isChosen: boolean
  readonly isEdited: boolean
  readonly mayEdit: boolean
  /** By what a target counts itself, in words. */
  readonly counted: string | undefined
  readonly acts: CardActs
  /** More of the chosen one: its reasons, its other acts, its form. */
  readonly children: ReactNode
}

/** One found item: what it says, its words, how sure the reader is; and what a person may do about it. */
export const ItemCard = memo(function ItemCard({ item, depth, fold, isChosen, isEdited, mayEdit, counted, acts, children }: ItemCardProps) {
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The list brings the chosen card into view; a form that opens in it makes it taller.
    if (isEdited) scrollInside(card.current, 'nearest')
  }, [isEdited])
  return (
    <div
      ref={card}
      className={`item item-${item.itemKind} item-${item.state} item-depth-${Math.min(depth, 5)}${isChosen ? ' item-chosen' : ''}`}
      data-testid="plan-item"
      data-item={item.id}
      data-kind={item.itemKind}
      data-state={item.state}
    >
      <div className="item-line">
        <Fold item={item} fold={fold} onToggle={acts.toggleFold} />
        <button type="button" className="item-open" aria-current={isChosen} onClick={() => acts.choose(item)}>
          <ItemWords item={item} counted={isChosen ? undefined : counted} />
        </button>
      </div>
      {children}
      {mayEdit && !isEdited && <ItemActs item={item} acts={acts} />}
    </div>
  )
})

function Fold({ item, fold, onToggle }: Pick<ShownItem, 'item' | 'fold'> & { readonly onToggle: (id: string) => void }) {
  const say = useSay()
  if (fold === 'none') return null
  const label = say(fold === 'open' ? reviewTexts.fold : reviewTexts.unfold, { label: item.label })
  return (
    <button
      type="button"
      className="item-fold"
      aria-expanded={fold === 'open'}
      aria-label={label}
      title={label}
      onClick={() => onToggle(item.id)}
      data-testid="item-fold"
    >
      {fold === 'open' ? '▾' : '▸'}
    </button>
  )
}

function ItemWords({ item, counted }: { readonly item: PlanItem; readonly counted: string | undefined }) {
  const say = useSay()
  const { label, quote, deadline, deadlineInherited, itemKind } = item
  // A heading that says what stands in the text need not say it twice.
  const sayQuote = itemKind !== 'heading' || plain(label) !== plain(quote)
  return (
    <>
      <span className="item-head">
        <span className={`kind-mark kind-mark-${itemKind}`}>{say(planTexts[itemKind])}</span>
        <strong className="item-label">{label}</strong>
        {itemKind === 'target' && (
          <span className="item-value number">
            {item.period !== null && item.period in spanNames && <>{say(spanNames[item.period as keyof typeof spanNames])} </>}
            {say(valueInWords(item))}
          </span>
        )}
        {deadline !== null && (
          <span className="note">
            {say(planTexts.deadlineYear, { deadline })}
            {deadlineInherited && say(planTexts.inherited)}
          </span>
        )}
        <ItemMarks item={item} />
      </span>
      {sayQuote && <q className="item-quote">{quote}</q>}
      {counted !== undefined && (
        <span className="note">
          {say(planTexts.indicator)}
          {say(marks.colon)}
          {counted}
        </span>
      )}
    </>
  )
}

const plain = (words: string) => words.replaceAll(/\s/g, '')

function ItemMarks({ item }: { readonly item: PlanItem }) {
  const say = useSay()
  const { state, edited, confidence, origin } = item
  return (
    <span className="item-marks">
      {state === 'found' && origin === 'read' && (
        <span className={isDoubtful(item) ? 'tag tag-warning' : 'tag'}>
          {isDoubtful(item) && '▲ '}
          {say(sureness(confidence))}
        </span>
      )}
      {origin !== 'read' && <span className="tag tag-waiting">＋ {say(originNames[origin])}</span>}
      {(state === 'removed' || state === 'leftOut') && <span className="tag tag-bad">■ {say(planTexts.removed)}</span>}
      {edited && state === 'found' && <span className="tag tag-waiting">◐ {say(planTexts.edited)}</span>}
      {state === 'confirmed' && <span className="tag tag-good">● {say(planTexts.confirmed)}</span>}
      {state === 'checked' && <span className="tag tag-good">✓ {say(planTexts.checked)}</span>}
    </span>
  )
}

/** Plain buttons: four hundred of the library's would take the page a second to draw. */
export function ItemActs({ item, acts }: { readonly item: PlanItem; readonly acts: Omit<CardActs, 'toggleFold' | 'choose'> }) {
  const say = useSay()
  const { state } = item
  if (state === 'confirmed' || state === 'leftOut') return null
  if (state === 'removed')
    return (
      <span className="item-acts">
        <button type="button" className="act" onClick={() => acts.toggle(item)} data-testid="item-restore">
          {say(planTexts.restore)}
        </button>
      </span>
    )
  return (
    <span className="item-acts">
      <button
        type="button"
        className="act act-main"
        onClick={() => acts.toggleCheck(item)}
        data-testid={state === 'checked' ? 'item-uncheck' : 'item-correct'}
      >
        {say(state === 'checked' ? reviewTexts.uncheck : reviewTexts.check)}
      </button>
      <button type="button" className="act" onClick={() => acts.edit(item)} data-testid="item-edit">
        {say(planTexts.edit)}
      </button>
      <button type="button" className="act act-danger" onClick={() => acts.toggle(item)} data-testid="item-remove">
        {say(planTexts.remove)}
      </button>
    </span>
  )
}
