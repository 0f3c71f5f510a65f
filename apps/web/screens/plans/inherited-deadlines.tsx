import { Button } from 'antd'
import type { PlanItem } from '#contract/plans.ts'
import { reviewTexts } from '../../texts/texts-review.ts'
import { useSay } from '../../texts/use-say.ts'
import { isAlive } from './item-words.ts'
import type { Reading } from './reading-state.ts'
import type { ItemWrites } from './use-item-writes.ts'

interface InheritedDeadlinesProps {
  readonly items: readonly PlanItem[]
  readonly reading: Reading
  readonly writes: ItemWrites
}

/** Targets whose year is not in their own words, year by year: taken as theirs together, or looked at one after the other. */
export function InheritedDeadlines({ items, reading, writes }: InheritedDeadlinesProps) {
  const say = useSay()
  const groups = byYear(items)
  if (groups.length === 0) return null
  return (
    <div className="inherited" data-testid="inherited-deadlines">
      {groups.map(({ year, inherited }) => {
        const at = inherited.findIndex(({ id }) => id === reading.chosen)
        const next = inherited[(at + 1) % inherited.length]!
        return (
          <div key={year} className="inherited-row">
            <span>{say(reviewTexts.inheritedYear, { count: inherited.length, year })}</span>
            <span className="acts-together">
              <Button
                size="small"
                onClick={() => void writes.takeYears(inherited, year).catch(() => undefined)}
                data-testid={`take-years-${year}`}
              >
                {say(reviewTexts.takeYears)}
              </Button>
              <Button size="small" type="link" onClick={() => reading.chooseItem(next)} data-testid={`look-at-years-${year}`}>
                {say(at < 0 ? reviewTexts.lookAtEach : reviewTexts.lookAtNext, { at: at + 1, count: inherited.length })}
              </Button>
            </span>
          </div>
        )
      })}
    </div>
  )
}

function byYear(items: readonly PlanItem[]) {
  const open = items.filter((item) => item.itemKind === 'target' && item.deadlineInherited && item.deadline !== null && isAlive(item))
  const years = [...new Set(open.map(({ deadline }) => deadline!))].toSorted()
  return years.map((year) => ({
    year,
    inherited: open.filter(({ deadline }) => deadline === year).toSorted((a, b) => a.start - b.start),
  }))
}
