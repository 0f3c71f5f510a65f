import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import { usePreferences } from '../frame/preferences.ts'

interface DayPickerProps {
  readonly value: string | undefined
  readonly onChange: (day: string | undefined) => void
  readonly latest?: string | undefined
  readonly earliest?: string | undefined
  readonly placeholder?: string | undefined
  readonly label?: string | undefined
  readonly id?: string | undefined
  readonly disabled?: boolean | undefined
  readonly invalid?: boolean | undefined
  readonly describedBy?: string | undefined
  /** Without a frame of its own, for the top bar. */
  readonly quiet?: boolean | undefined
}

const FORMAT = 'YYYY-MM-DD'
const LOCALES = { zh: 'zh-cn', en: 'en' } as const

/** A day as text, 2026-09-30, whatever the zone of the computer. */
export function DayPicker({
  value,
  onChange,
  latest,
  earliest,
  placeholder,
  label,
  id,
  disabled,
  invalid,
  describedBy,
  quiet,
}: DayPickerProps) {
  const { language } = usePreferences()
  dayjs.locale(LOCALES[language])
  return (
    <DatePicker
      className="control-day"
      value={value === undefined || value === '' ? null : dayjs(value, FORMAT)}
      onChange={(day) => onChange(day === null ? undefined : day.format(FORMAT))}
      format={FORMAT}
      variant={quiet ? 'filled' : 'outlined'}
      aria-label={label ?? ''}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      {...(latest === undefined ? {} : { maxDate: dayjs(latest) })}
      {...(earliest === undefined ? {} : { minDate: dayjs(earliest) })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(id === undefined ? {} : { id })}
      {...(disabled === undefined ? {} : { disabled })}
      {...(invalid ? { status: 'error' as const } : {})}
    />
  )
}
