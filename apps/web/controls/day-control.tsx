import { useSay } from '../texts/use-say.ts'
import { asText } from '../values/as-text.ts'
import { type ControlProps } from './control-props.ts'
import { DayPicker } from './day-picker.tsx'

/** The control of days. */
export function Day({ field, value, onChange, id, disabled, invalid, describedBy }: ControlProps) {
  const say = useSay()
  return (
    <DayPicker
      id={id}
      value={asText(value)}
      onChange={(day) => onChange(day ?? null)}
      disabled={disabled}
      invalid={invalid}
      describedBy={describedBy}
      label={say(field.label)}
    />
  )
}
