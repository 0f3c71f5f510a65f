import { Button } from 'antd'
import type { PlanItem } from '#contract/plans.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { reviewTexts } from '../../texts/texts-review.ts'
import { useSay } from '../../texts/use-say.ts'
import { type BulkChoice, partOf, type Sureness, waitingIn } from './bulk-range.ts'
import type { Reading } from './reading-state.ts'
import type { ItemWrites } from './use-item-writes.ts'

interface BulkBoxProps {
  readonly items: readonly PlanItem[]
  readonly reading: Reading
  readonly writes: ItemWrites
}

/** Many items decided at once: of the open list or of one part of the plan, from a sureness on; one act, taken back as one. */
export function BulkBox({ items, reading, writes }: BulkBoxProps) {
  const say = useSay()
  const { bulk, setBulk, tab, chosenItem } = reading
  const part = partOf(items, chosenItem)
  const found = waitingIn(items, tab, chosenItem, bulk)
  if (items.every(({ state }) => state !== 'found')) return null
  const give = (name: 'check' | 'remove') => void writes.moveMany(found, name).catch(() => undefined)
  return (
    <div className="inherited-row bulk-box" role="group" aria-label={say(reviewTexts.bulk)} data-testid="bulk">
      <span className="acts-together">
        <PlainSelect
          label={say(reviewTexts.bulkRange)}
          value={part ? bulk.range : 'list'}
          options={[
            { value: 'list', label: say(reviewTexts.bulkList) },
            ...(part ? [{ value: 'part', label: say(reviewTexts.bulkPart, { part: part.label }) }] : []),
          ]}
          onChange={(range) => setBulk({ ...bulk, range: range as BulkChoice['range'] })} // one of the options above
          testId="bulk-range"
        />
        <PlainSelect
          label={say(reviewTexts.bulkSureness)}
          value={bulk.sureness}
          options={[
            { value: 'sure', label: say(reviewTexts.bulkSure) },
            { value: 'fairly', label: say(reviewTexts.bulkFairly) },
            { value: 'all', label: say(reviewTexts.bulkAll) },
          ]}
          onChange={(sureness) => setBulk({ ...bulk, sureness: sureness as Sureness })} // one of the options above
          testId="bulk-sureness"
        />
      </span>
      <span className="acts-together">
        <Button size="small" disabled={found.length === 0} onClick={() => give('check')} data-testid="bulk-check">
          {say(reviewTexts.bulkCheck, { count: found.length })}
        </Button>
        <Button size="small" type="link" disabled={found.length === 0} onClick={() => give('remove')} data-testid="bulk-remove">
          {say(reviewTexts.bulkRemove, { count: found.length })}
        </Button>
      </span>
    </div>
  )
}
