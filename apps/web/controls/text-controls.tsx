import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { formTexts } from '../texts/texts-form.ts'
import { useSay } from '../texts/use-say.ts'
import { asText } from '../values/as-text.ts'
import { usccFits } from '../values/uscc.ts'
import { type ControlProps, commonProps, orNull } from './control-props.ts'

/** One line of text. */
export function Line(props: ControlProps) {
  const { field, value, onChange } = props
  return (
    <Input
      {...commonProps(props)}
      value={asText(value)}
      onChange={({ target }) => onChange(orNull(target.value))}
      {...(field.longest === undefined ? {} : { maxLength: field.longest })}
    />
  )
}

const ROWS = { minRows: 3, maxRows: 14 }

/** Several lines, growing as they are typed; the length is told when it runs out. */
export function Paragraph(props: ControlProps) {
  const { field, value, onChange } = props
  const say = useSay()
  const typed = asText(value)
  return (
    <>
      <Input.TextArea
        {...commonProps(props)}
        value={typed}
        autoSize={ROWS}
        onChange={({ target }) => onChange(orNull(target.value))}
        {...(field.longest === undefined ? {} : { maxLength: field.longest })}
      />
      {field.longest !== undefined && typed.length > field.longest * 0.8 && (
        <span className="note">{say(formTexts.charactersLeft, { used: typed.length, most: field.longest })}</span>
      )}
    </>
  )
}

/** Yes or no; its label stands beside the box. */
export function Check(props: ControlProps) {
  const { field, value, onChange, id, disabled } = props
  const say = useSay()
  return (
    <Checkbox id={id} disabled={disabled} checked={value === true} onChange={({ target }) => onChange(target.checked)}>
      {say(field.label)}
    </Checkbox>
  )
}

/** A unified social credit code: capitals only, the check character only warns. */
export function Uscc(props: ControlProps) {
  const { value, onChange } = props
  const say = useSay()
  const typed = asText(value)
  return (
    <>
      <Input
        {...commonProps(props)}
        value={typed}
        maxLength={18}
        onChange={({ target }) => onChange(orNull(target.value.toUpperCase().replaceAll(/\s/g, '')))}
      />
      {typed.length === 18 && !usccFits(typed) && <span className="warning-note">{say(formTexts.usccWarning)}</span>}
    </>
  )
}

/** A masked number (138****5678) is never typed over by accident: it stays until somebody asks to change it. */
export function Phone(props: ControlProps) {
  return <Personal {...props} type="tel" />
}

/** As a telephone number: z****@example.cn stays until somebody asks to change it. */
export function Mail(props: ControlProps) {
  return <Personal {...props} type="email" />
}

function Personal(props: ControlProps & { readonly type: 'tel' | 'email' }) {
  const { value, onChange, disabled, type } = props
  const say = useSay()
  const [kept] = useState(() => (asText(value).includes('*') ? asText(value) : undefined))
  const masked = asText(value).includes('*')
  if (masked)
    return (
      <div className="phone-kept">
        <span>{asText(value)}</span>
        <Button size="small" disabled={disabled} onClick={() => onChange(null)}>
          {say(formTexts.phoneChange)}
        </Button>
      </div>
    )
  return (
    <div className="phone-kept">
      <Input {...commonProps(props)} type={type} value={asText(value)} onChange={({ target }) => onChange(orNull(target.value))} />
      {kept !== undefined && (
        <Button size="small" onClick={() => onChange(kept)}>
          {say(formTexts.phoneKeep)}
        </Button>
      )}
    </div>
  )
}
