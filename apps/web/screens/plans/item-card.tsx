import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { PlanItem } from '#contract/plans.ts'
import { planTexts, spanNames } from '../../texts/texts-plans.ts'
import { useSay } from '../../texts/use-say.ts'
import { IndicatorChoice } from './indicator-choice.tsx'
import { ItemEditor } from './item-editor.tsx'
import type { ItemListProps } from './item-list-props.ts'
import { isChecked, isDoubtful, valueInWords } from './item-words.ts'
import { scrollInside } from './scroll-inside.ts'

interface ItemCardProps extends ItemListProps {
  readonly item: PlanItem
}

/** One found item: what it says, where, how sure the reader is; and what a person may do about it. */
export function ItemCard({ item, ...props }: ItemCardProps) {
  const { plan, reading, writes, choices, mayEdit, onShowText } = props
  const card = useRef<HTMLLIElement>(null)
  const isChosen = reading.chosen === item.id
  const isEdited = reading.editing === item.id
  useEffect(() => {
    if (isChosen || isEdited) scrollInside(card.current, 'nearest')
  }, [isChosen, isEdited])
  const choose = () => {
    reading.choose(item.id)
    onShowText()
  }
  return (
    <li
      ref={card}
      className={`item item-${item.itemKind} item-${item.state}${isChosen ? ' item-chosen' : ''}`}
      data-testid="plan-item"
      data-item={item.id}
      data-kind={item.itemKind}
      data-state={item.state}
    >
      <button type="button" className="item-open" aria-current={isChosen} onClick={choose}>
        <ItemWords item={item} marked={reading.marked} />
      </button>
      {item.itemKind === 'target' && item.state !== 'removed' && (
        <IndicatorChoice item={item} plan={plan} choices={choices} disabled={!mayEdit} />
      )}
      {isEdited && <ItemEditor item={item} writes={writes} onDone={() => reading.setEditing(undefined)} />}
      {mayEdit && !isEdited && <ItemActs item={item} {...props} />}
    </li>
  )
}

function ItemWords({ item, marked }: { readonly item: PlanItem; readonly marked: ReadonlySet<string> }) {
  const say = useSay()
  const { label, quote, deadline, deadlineInherited, parentQuote, itemKind, why, level } = item
  return (
    <>
      <span className={`item-head level-${level ?? 0}`}>
        <strong>{label}</strong>
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
        <ItemMarks item={item} marked={marked} />
      </span>
      {itemKind !== 'heading' && <q className="item-quote">{quote}</q>}
      {parentQuote !== null && itemKind !== 'heading' && <span className="note">{say(planTexts.under, { quote: parentQuote })}</span>}
      {why !== null && isDoubtful(item) && <span className="warning-note">{say(why)}</span>}
    </>
  )
}

function ItemMarks({ item, marked }: { readonly item: PlanItem; readonly marked: ReadonlySet<string> }) {
  const say = useSay()
  const { state, edited } = item
  return (
    <span className="item-marks">
      {isDoubtful(item) && <span className="tag tag-warning">▲ {say(planTexts.doubtful)}</span>}
      {(state === 'removed' || state === 'leftOut') && <span className="tag tag-bad">■ {say(planTexts.removed)}</span>}
      {edited && state === 'found' && <span className="tag tag-waiting">◐ {say(planTexts.edited)}</span>}
      {state === 'confirmed' && <span className="tag tag-good">● {say(planTexts.confirmed)}</span>}
      {state === 'found' && !edited && isChecked(item, marked) && <span className="tag tag-good">● {say(planTexts.checked)}</span>}
    </span>
  )
}

function ItemActs({ item, reading, writes }: ItemCardProps) {
  const say = useSay()
  if (item.state === 'confirmed' || item.state === 'leftOut') return null
  const removed = item.state === 'removed'
  return (
    <span className="item-acts">
      {!removed && (
        <>
          <Button size="small" onClick={() => reading.mark(item.id)} data-testid="item-correct">
            {say(planTexts.correct)}
          </Button>
          <Button size="small" onClick={() => reading.setEditing(item.id)} data-testid="item-edit">
            {say(planTexts.edit)}
          </Button>
        </>
      )}
      <Button
        size="small"
        danger={!removed}
        disabled={writes.isPending}
        onClick={() => writes.toggle(item)}
        data-testid={removed ? 'item-restore' : 'item-remove'}
      >
        {say(removed ? planTexts.restore : planTexts.remove)}
      </Button>
    </span>
  )
}
