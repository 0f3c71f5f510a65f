import { Select } from 'antd'
import type { PlanDocument, PlanItem } from '#contract/plans.ts'
import { marks } from '../../texts/texts-marks.ts'
import { planTexts } from '../../texts/texts-plans.ts'
import { useSay } from '../../texts/use-say.ts'
import type { IndicatorChoices } from './use-indicator-choices.ts'

interface IndicatorChoiceProps {
  readonly item: PlanItem
  readonly plan: PlanDocument
  readonly choices: IndicatorChoices
  readonly disabled: boolean
}

const NONE = ''

/** By which indicator a target counts itself: the proposal with its reason, changed with one choice. */
export function IndicatorChoice({ item, plan, choices, disabled }: IndicatorChoiceProps) {
  const say = useSay()
  const chosen = choices.of(item)
  if (plan.indicators.length === 0 || (disabled && chosen === null)) return null
  const chosenTitle = plan.indicators.find(({ code }) => code === chosen)?.title
  if (disabled)
    return (
      <span className="note">
        {say(planTexts.indicator)}
        {say(marks.colon)}
        {chosenTitle ? say(chosenTitle) : chosen}
      </span>
    )
  return (
    <div className="indicator-choice">
      <label htmlFor={`indicator-${item.id}`} className="note">
        {say(planTexts.indicator)}
      </label>
      <Select
        id={`indicator-${item.id}`}
        size="small"
        popupMatchSelectWidth={false}
        value={chosen ?? NONE}
        onChange={(code: string) => choices.choose(item.id, code === NONE ? null : code)}
        options={[
          { value: NONE, label: say(planTexts.noIndicator) },
          ...plan.indicators.map(({ code, title }) => ({ value: code, label: say(title) })),
        ]}
      />
      {item.indicatorWhy !== null && chosen !== null && chosen === item.indicator && (
        <span className="note">{say(planTexts.proposedBecause, { why: say(item.indicatorWhy) })}</span>
      )}
    </div>
  )
}
