import { useState } from 'react'

interface PlainSelectProps {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
  readonly testId?: string
}

/** The browser's own list: hundreds of them stand on one page. Until one is reached for it holds only what is chosen. */
export function PlainSelect({ label, value, options, onChange, testId }: PlainSelectProps) {
  const [reached, setReached] = useState(false)
  const reach = () => setReached(true)
  const shown = reached ? options : options.filter((option) => option.value === value)
  return (
    <select
      className="plain-select"
      aria-label={label}
      value={value}
      onFocus={reach}
      onPointerDown={reach}
      onChange={({ target }) => onChange(target.value)}
      data-testid={testId}
    >
      {shown.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
