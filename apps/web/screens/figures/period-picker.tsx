import { Segmented, Select } from 'antd'
import { useSession } from '../../api/session-gate.ts'
import { DayPicker } from '../../controls/day-picker.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import {
  changeKind,
  PARTS_OF_YEAR,
  PERIOD_KINDS,
  type Period,
  type PeriodKind,
  parsePeriod,
  periodCode,
  periodTitle,
} from '../../values/period.ts'

const YEARS_BACK = 4
type Choice = PeriodKind | 'all'

interface PeriodPickerProps {
  /** Undefined: from the beginning until now. */
  readonly value: string | undefined
  readonly onChange: (code: string | undefined) => void
}

/** 统计期, by the day entries count on. Never mixed with 截至, which is what was known on a day. */
export function PeriodPicker({ value, onChange }: PeriodPickerProps) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const day = useAsOf() ?? jurisdiction.today
  const period = value === undefined ? undefined : parsePeriod(value)
  const choose = (kind: Choice) => onChange(kind === 'all' ? undefined : periodCode(changeKind(kind, period?.day ?? day)))
  const kinds: readonly Choice[] = ['all', ...PERIOD_KINDS]
  return (
    <div className="period" role="group" aria-label={say(figureTexts.period)} data-testid="period">
      <span className="period-label">{say(figureTexts.period)}</span>
      <Segmented
        value={period?.kind ?? 'all'}
        onChange={(kind: Choice) => choose(kind)}
        options={kinds.map((kind) => ({ value: kind, label: say(figureTexts[kind]) }))}
      />
      {period && <PeriodParts period={period} today={day} onChange={(next) => onChange(periodCode(next))} />}
    </div>
  )
}

function PeriodParts({
  period,
  today,
  onChange,
}: {
  readonly period: Period
  readonly today: string
  readonly onChange: (period: Period) => void
}) {
  const say = useSay()
  if (period.kind === 'to')
    return <DayPicker value={period.day} label={say(figureTexts.to)} onChange={(day) => onChange(changeKind('to', day ?? today))} />
  const thisYear = Number(today.slice(0, 4))
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, at) => thisYear + 1 - at)
  const parts = Array.from({ length: PARTS_OF_YEAR[period.kind] }, (_, at) => at + 1)
  return (
    <>
      <Select
        aria-label={say(figureTexts.year)}
        value={period.year}
        onChange={(year: number) => onChange({ ...period, year })}
        options={years.map((year) => ({ value: year, label: say(periodTitle({ kind: 'year', year, part: 0 })) }))}
      />
      {parts.length > 0 && (
        <Select
          aria-label={say(figureTexts[period.kind])}
          value={period.part}
          onChange={(part: number) => onChange({ ...period, part })}
          options={parts.map((part) => ({ value: part, label: say(periodTitle({ ...period, part })) }))}
        />
      )}
    </>
  )
}
