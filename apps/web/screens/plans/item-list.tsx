import { Checkbox } from 'antd'
import { Refusal } from '../../frame/page-state.tsx'
import { planTexts } from '../../texts/texts-plans.ts'
import { useSay } from '../../texts/use-say.ts'
import { ItemCard } from './item-card.tsx'
import type { ItemListProps } from './item-list-props.ts'
import { KINDS } from './reading-state.ts'

/** What was found, by kind with counts, doubtful first if asked, and how far the checking is. */
export function ItemList(props: ItemListProps) {
  const say = useSay()
  const { plan, reading, writes, mayEdit } = props
  const { kindOpen, setKind, shown, doubtfulFirst, setDoubtfulFirst, checkedCount } = reading
  return (
    <div className="item-list">
      <div className="item-list-head">
        <div className="kind-tabs" role="tablist" aria-label={say(planTexts.items)}>
          {KINDS.map((kind) => (
            <button
              type="button"
              key={kind}
              role="tab"
              aria-selected={kind === kindOpen}
              className={`kind-tab kind-${kind}`}
              onClick={() => setKind(kind)}
              data-testid={`kind-${kind}`}
            >
              {say(planTexts[kind])}
              <span className="count">{plan.items.filter(({ itemKind }) => itemKind === kind).length}</span>
            </button>
          ))}
        </div>
        <div className="item-list-tools">
          <Checkbox checked={doubtfulFirst} onChange={({ target }) => setDoubtfulFirst(target.checked)}>
            {say(planTexts.doubtfulFirst)}
          </Checkbox>
          <span className="progress-words number" data-testid="progress">
            {say(planTexts.progress, { done: checkedCount, total: plan.items.length })}
          </span>
        </div>
        <progress className="target-bar" value={checkedCount} max={Math.max(1, plan.items.length)} aria-hidden="true" />
        {mayEdit && <p className="note only-wide">{say(planTexts.keys)}</p>}
        <Refusal error={writes.error} />
      </div>
      {shown.length === 0 ? (
        <p className="note">{say(planTexts.noneOfKind)}</p>
      ) : (
        <ul className="items" role="tabpanel" aria-label={say(planTexts[kindOpen])}>
          {shown.map((item) => (
            <ItemCard key={item.id} item={item} {...props} />
          ))}
        </ul>
      )}
    </div>
  )
}
