interface PlainSelectProps {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
  readonly testId?: string
}

/** The browser's own list: hundreds of them stand on one page without slowing it. */
export function PlainSelect({ label, value, options, onChange, testId }: PlainSelectProps) {
  return (
    <select
      className="plain-select"
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      data-testid={testId}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
