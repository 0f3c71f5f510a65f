import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { formTexts } from '../texts/texts-form.ts'
import { useSay } from '../texts/use-say.ts'
import type { Words } from '../texts/words.ts'
import { asText } from '../values/as-text.ts'
import { typedToYuan, withoutSeparators, yuanToTyped } from '../values/money.ts'
import { type ControlProps, commonProps } from './control-props.ts'

/** Typed in 万元, kept in 元 as a decimal string. */
export function Amount(props: ControlProps) {
  return (
    <Typed
      {...props}
      print={(value) => yuanToTyped(asText(value))}
      parse={typedToYuan}
      fault={formTexts.amountFault}
      unit={formTexts.amountUnit}
    />
  )
}

const NUMBER = /^-?\d+(\.\d+)?$/

/** A whole number, sent as a number. */
export function NumberControl(props: ControlProps) {
  return <NumberBox {...props} read={Number} />
}

/** A decimal number, kept as text digit by digit: 2.30 stays 2.30. */
export function DecimalControl(props: ControlProps) {
  return <NumberBox {...props} read={asText} />
}

const YEAR = /^\d{4}$/

/** A calendar year, never parted by thousands. */
export function YearControl(props: ControlProps) {
  const parse = (typed: string) => (YEAR.test(typed.trim()) ? Number(typed.trim()) : undefined)
  return <Typed {...props} print={asText} parse={parse} fault={formTexts.yearFault} />
}

function NumberBox({ read, ...props }: ControlProps & { readonly read: (plain: string) => unknown }) {
  const { field } = props
  const parse = (typed: string) => {
    const plain = withoutSeparators(typed)
    return NUMBER.test(plain) ? read(plain) : undefined
  }
  const unit = field.unit === undefined ? {} : { unit: { zh: field.unit, en: field.unit } }
  return <Typed {...props} print={asText} parse={parse} fault={formTexts.numberFault} {...unit} />
}

interface TypedProps extends ControlProps {
  readonly print: (value: unknown) => string
  /** Undefined: no such value. */
  readonly parse: (typed: string) => unknown
  readonly fault: Words
  readonly unit?: Words
}

/** A box whose text is not yet a value: what does not fit is kept as typed, said below, and not passed on. */
function Typed({ print, parse, fault, unit, ...props }: TypedProps) {
  const { value, onChange } = props
  const say = useSay()
  const [typed, setTyped] = useState(() => printed(value, print))
  const wrong = typed.trim() !== '' && parse(typed) === undefined
  useEffect(() => {
    setTyped((now) => (parse(now) === value || now === asText(value) || (now === '' && isNothing(value)) ? now : printed(value, print)))
    // only a value from elsewhere (restored, reloaded) may replace what stands in the box
    // oxlint-disable-next-line react/exhaustive-deps
  }, [value])
  const change = (next: string) => {
    setTyped(next)
    const parsed = next.trim() === '' ? null : parse(next)
    onChange(parsed === undefined ? next : parsed)
  }
  return (
    <>
      <Input
        {...commonProps({ ...props, invalid: props.invalid || wrong })}
        inputMode="decimal"
        value={typed}
        onChange={({ target }) => change(target.value)}
        suffix={unit ? say(unit) : null}
      />
      {wrong && <span className="fault">{say(fault)}</span>}
    </>
  )
}

const isNothing = (value: unknown) => value === null || value === undefined || value === ''
const printed = (value: unknown, print: (value: unknown) => string) => (isNothing(value) ? '' : print(value))
