import type { ComponentType } from 'react'
import { usePreferences } from '../frame/preferences.ts'
import { printValue } from '../values/print.ts'
import { AreaControl } from './area-control.tsx'
import { Choice, Choices } from './choice-controls.tsx'
import type { ControlProps } from './control-props.ts'
import { Day } from './day-control.tsx'
import { Files } from './files.tsx'
import { Amount, DecimalControl, NumberControl, YearControl } from './number-controls.tsx'
import { Picker } from './picker.tsx'
import { Rows } from './rows.tsx'
import { TermControl } from './term-control.tsx'
import { Check, Line, Mail, Paragraph, Phone, Uscc } from './text-controls.tsx'

/** One component per control name of the contract. */
const CONTROLS: Readonly<Record<string, ComponentType<ControlProps>>> = {
  line: Line,
  paragraph: Paragraph,
  amount: Amount,
  number: NumberControl,
  decimal: DecimalControl,
  year: YearControl,
  day: Day,
  choice: Choice,
  choices: Choices,
  picker: Picker,
  area: AreaControl,
  term: TermControl,
  check: Check,
  rows: (props) => <Rows {...props} Cell={Control} />,
  files: Files,
  phone: Phone,
  mail: Mail,
  uscc: Uscc,
}

/** The control of a field; a name this version does not know is shown and cannot be typed. */
export function Control(props: ControlProps) {
  const Known = CONTROLS[props.field.control] ?? Printed
  return <Known {...props} />
}

function Printed({ field, value, titles, id }: ControlProps) {
  const { language } = usePreferences()
  return <output id={id}>{printValue(field, value, { titles, language })}</output>
}
