import { useLocation, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense } from 'react'
import { useSession } from '../api/session-gate.ts'
import { frameTexts } from '../texts/texts-frame.ts'
import { useSay } from '../texts/use-say.ts'
import { dayInText } from '../values/moment.ts'
import { followsAsOf } from './follows-as-of.ts'
import { usePreferences } from './preferences.ts'
import { useAsOf } from './use-as-of.ts'

const DayPicker = lazy(() => import('../controls/day-picker.tsx').then(({ DayPicker }) => ({ default: DayPicker })))

/** Sets the global as-of day in the address, wherever one is. */
export function useChooseAsOf() {
  const navigate = useNavigate()
  return (asOf: string | undefined) => void navigate({ to: '.', search: (before) => setTo({ ...before, asOf }) })
}

/** The key must be there even when the day is taken away: a missing one would be kept by the route. */
function setTo<Search extends object>(search: Search): { [Name in keyof Search]: Exclude<Search[Name], undefined> } {
  return search as never
}

/** Chooses the as-of day in the top bar. */
export function AsOfPicker() {
  const say = useSay()
  const asOf = useAsOf()
  const choose = useChooseAsOf()
  const { jurisdiction } = useSession()
  return (
    <span className="as-of" data-testid="as-of">
      <Suspense fallback={<span className="as-of-waiting" />}>
        <DayPicker
          value={asOf}
          onChange={(day) => choose(day === jurisdiction.today ? undefined : day)}
          latest={jurisdiction.today}
          placeholder={say(frameTexts.asOfPlaceholder)}
          label={say(frameTexts.asOf)}
          quiet
        />
      </Suspense>
    </span>
  )
}

/** Says that the past is shown, or that this page shows today all the same, and leads back. */
export function AsOfBand() {
  const say = useSay()
  const asOf = useAsOf()
  const choose = useChooseAsOf()
  const { language } = usePreferences()
  const follows = followsAsOf(useLocation().pathname)
  if (asOf === undefined) return null
  return (
    <div className="as-of-band" role="status" data-testid="as-of-band">
      <span>{say(follows ? frameTexts.asOfBand : frameTexts.asOfNotHere, { day: dayInText(asOf, language) })}</span>
      <Button size="small" onClick={() => choose(undefined)} data-testid="back-to-today">
        {say(frameTexts.backToToday)}
      </Button>
    </div>
  )
}
