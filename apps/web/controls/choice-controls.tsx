import { Radio, Select } from 'antd'
import { formTexts } from '../texts/texts-form.ts'
import { useSay } from '../texts/use-say.ts'
import { listOf } from '../values/print.ts'
import { type ControlProps, commonProps } from './control-props.ts'

const MOST_RADIOS = 4

function useOptions({ field }: ControlProps) {
  const say = useSay()
  return (field.codes ?? []).map(({ code, title }) => ({ value: code, label: say(title) }))
}

/** Up to four lie open; more fold into a list that can be searched. */
export function Choice(props: ControlProps) {
  const { value, onChange, id, disabled, describedBy } = props
  const say = useSay()
  const options = useOptions(props)
  if (options.length <= MOST_RADIOS)
    return (
      <Radio.Group
        id={id}
        disabled={disabled}
        aria-describedby={describedBy}
        options={options}
        value={typeof value === 'string' ? value : null}
        onChange={({ target }) => onChange(String(target.value))}
      />
    )
  return (
    <Select
      {...commonProps(props)}
      className="control-wide"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={say(formTexts.choose)}
      options={options}
      value={typeof value === 'string' ? value : null}
      onChange={(chosen: string | undefined) => onChange(chosen ?? null)}
    />
  )
}

/** Several of the codes. */
export function Choices(props: ControlProps) {
  const { value, onChange } = props
  const say = useSay()
  const options = useOptions(props)
  return (
    <Select
      {...commonProps(props)}
      className="control-wide"
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={say(formTexts.choose)}
      options={options}
      value={listOf(value).map(String)}
      onChange={(chosen: string[]) => onChange(chosen)}
    />
  )
}
