import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { getOptions } from '../api/endpoints.ts'
import { entryQuery } from '../api/queries.ts'
import { formTexts } from '../texts/texts-form.ts'
import { useSay } from '../texts/use-say.ts'
import { asText } from '../values/as-text.ts'
import { type ControlProps, commonProps } from './control-props.ts'

/** An entry of another register, found by typing a part of its name. */
export function Picker(props: ControlProps) {
  const { field, value, onChange, titles } = props
  const say = useSay()
  const [q, setQ] = useState('')
  const [open, setOpen] = useState(false)
  const [seen, setSeen] = useState<Readonly<Record<string, string>>>({})
  const register = field.refersTo ?? ''
  const { data, isFetching } = useQuery({
    queryKey: ['options', register, q],
    queryFn: ({ signal }) => getOptions(register, q, signal),
    enabled: open && register !== '',
  })
  const found = (data?.options ?? []).map(({ id, title, note }) => ({ value: id, label: title, note }))
  const chosen = typeof value === 'string' ? value : undefined
  const known = chosen === undefined || chosen in seen || chosen in titles
  // A value from a draft of this computer comes without its title.
  const unknown = useQuery({ ...entryQuery(register, chosen ?? ''), enabled: !known && register !== '' })
  const label = chosen && (seen[chosen] ?? titles[chosen] ?? unknown.data?.entry.title ?? chosen)

  return (
    <Select
      {...commonProps(props)}
      className="control-wide"
      allowClear
      labelInValue
      loading={isFetching}
      placeholder={say(formTexts.search)}
      notFoundContent={isFetching ? null : say(formTexts.nothingFound)}
      showSearch={{ filterOption: false, onSearch: setQ }}
      onOpenChange={setOpen}
      options={found}
      optionRender={({ data: option }) => (
        <span className="option">
          <span>{option.label}</span>
          {option.note !== undefined && <span className="note">{option.note}</span>}
        </span>
      )}
      value={chosen === undefined ? null : { value: chosen, label }}
      onChange={(option: { value: string; label?: unknown } | null | undefined) => {
        if (option) setSeen({ ...seen, [option.value]: asText(option.label ?? option.value) })
        onChange(option?.value ?? null)
      }}
    />
  )
}
