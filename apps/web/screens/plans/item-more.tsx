import { Link } from '@tanstack/react-router'
import type { PlanItem } from '#contract/plans.ts'
import { planTexts } from '../../texts/texts-plans.ts'
import { originNames, reviewTexts } from '../../texts/texts-review.ts'
import { useSay } from '../../texts/use-say.ts'
import { sureness } from './item-words.ts'

interface ItemMoreProps {
  readonly item: PlanItem
  readonly mayEdit: boolean
  readonly onSplit: () => void
  /** Absent when no neighbour of the kind follows. */
  readonly onJoin: (() => void) | undefined
}

/** What the chosen item shows besides: where it stands, why it was read so, who changed it, and the rarer acts. */
export function ItemMore({ item, mayEdit, onSplit, onJoin }: ItemMoreProps) {
  const say = useSay()
  const open = item.state === 'found' || item.state === 'checked'
  return (
    <div className="item-more">
      {item.parentQuote !== null && item.itemKind !== 'heading' && (
        <p className="note">{say(planTexts.under, { quote: item.parentQuote })}</p>
      )}
      <details className="item-why" open={item.confidence < 0.7}>
        <summary data-testid="item-why">
          {say(reviewTexts.why)}
          <span className="note"> {say(sureness(item.confidence))}</span>
        </summary>
        <p>{say(item.why ?? reviewTexts.whyNone)}</p>
        <p className="note">
          {say(reviewTexts.origin, { origin: say(originNames[item.origin]) })} ·{' '}
          {say(reviewTexts.place, { start: item.start + 1, end: item.end })} ·{' '}
          <Link to="/registers/$register/$id" params={{ register: 'plan_item', id: item.id }} data-testid="item-history">
            {say(reviewTexts.history)}
          </Link>
        </p>
      </details>
      {mayEdit && open && (
        <span className="item-acts">
          <button type="button" className="act" onClick={onSplit} data-testid="item-split">
            {say(reviewTexts.split)}
          </button>
          {onJoin && (
            <button type="button" className="act" onClick={onJoin} data-testid="item-join">
              {say(reviewTexts.join)}
            </button>
          )}
        </span>
      )}
    </div>
  )
}
