import { Input, InputNumber, Select } from 'antd'
import { DayPicker } from '../controls/day-picker.tsx'
import { askTexts } from '../texts/texts-ask.ts'
import { useSay } from '../texts/use-say.ts'
import type { Words } from '../texts/words.ts'

interface AskedCommon {
  /** The name of the answer; where the server finds fault with it, the path of the fault. */
  readonly name: string
  readonly label: Words
  readonly optional?: boolean
  /** Said under the control. */
  readonly note?: string | undefined
  /** The same, where it is a warning. */
  readonly warning?: string | undefined
}

/** What a dialog asks before it acts. */
export type Asked = AskedCommon &
  (
    | { readonly control: 'line'; readonly most?: number; readonly example?: string }
    | { readonly control: 'paragraph'; readonly most?: number; readonly example?: string; readonly rows?: Rows }
    | { readonly control: 'number'; readonly least: number; readonly most: number }
    | { readonly control: 'day'; readonly earliest?: string | undefined; readonly latest?: string | undefined }
    | { readonly control: 'choice'; readonly choices: readonly Choice[]; readonly nothing?: string }
  )

interface Rows {
  readonly minRows: number
  readonly maxRows: number
}

interface Choice {
  readonly value: string
  readonly label: string
}

/** What was answered, by name; a number as its digits, a day as 2026-09-30. */
export type Answers = Readonly<Record<string, string>>

/** The id of the control of an answer, and its test id. */
export const askedId = (name: string) => `ask-${name}`

/** What must be answered and is not. */
export function missingOf(asked: readonly Asked[], answers: Answers): readonly Asked[] {
  return asked.filter(({ name, optional }) => optional !== true && (answers[name] ?? '').trim() === '')
}

interface AskedFieldsProps {
  readonly asked: readonly Asked[]
  readonly answers: Answers
  readonly onChange: (answers: Answers) => void
  /** What is wrong with an answer, in words. */
  readonly faultsAt: (asked: Asked) => readonly string[]
  /** Enter in a line, Ctrl+Enter in a paragraph. */
  readonly onEnter: () => void
}

/** The fields of a dialog that asks something. */
export function AskedFields({ asked, answers, onChange, faultsAt, onEnter }: AskedFieldsProps) {
  if (asked.length === 0) return null
  return (
    <div className="dialog-fields">
      {asked.map((one, at) => (
        <AskedField
          key={one.name}
          asked={one}
          value={answers[one.name] ?? ''}
          onChange={(value) => onChange({ ...answers, [one.name]: value })}
          faults={faultsAt(one)}
          isFirst={at === 0}
          onEnter={onEnter}
        />
      ))}
    </div>
  )
}

interface AskedFieldProps {
  readonly asked: Asked
  readonly value: string
  readonly onChange: (value: string) => void
  readonly faults: readonly string[]
  readonly isFirst: boolean
  readonly onEnter: () => void
}

function AskedField(props: AskedFieldProps) {
  const say = useSay()
  const { asked, faults } = props
  const id = askedId(asked.name)
  return (
    <div className="asked">
      <label htmlFor={id}>
        {say(asked.label)}
        {asked.optional && <span className="required-word">{say(askTexts.optional)}</span>}
      </label>
      <AskedControl {...props} />
      <div id={`${id}-help`} className="asked-help">
        {asked.note !== undefined && <span className="note">{asked.note}</span>}
        {asked.warning !== undefined && <span className="warning-note">{asked.warning}</span>}
        {faults.map((fault) => (
          <span className="fault" key={fault} role="alert">
            {fault}
          </span>
        ))}
      </div>
    </div>
  )
}

const ROWS: Rows = { minRows: 3, maxRows: 8 }
const LONGEST_LINE = 200
const LONGEST_PARAGRAPH = 2000

function AskedControl({ asked, value, onChange, faults, isFirst, onEnter }: AskedFieldProps) {
  const say = useSay()
  const id = askedId(asked.name)
  const common = {
    id,
    autoFocus: isFirst,
    'aria-describedby': `${id}-help`,
    'data-testid': id,
    ...(faults.length > 0 && { status: 'error' as const, 'aria-invalid': true }),
  }
  if (asked.control === 'day')
    return (
      <DayPicker
        id={id}
        value={value}
        label={say(asked.label)}
        earliest={asked.earliest}
        latest={asked.latest}
        invalid={faults.length > 0}
        describedBy={`${id}-help`}
        onChange={(day) => onChange(day ?? '')}
      />
    )
  if (asked.control === 'choice')
    return (
      <Select
        {...common}
        value={value === '' ? null : value}
        onChange={(chosen: string | null) => onChange(chosen ?? '')}
        showSearch={asked.choices.length > MANY_CHOICES ? { optionFilterProp: 'label' } : false}
        options={[...asked.choices]}
        notFoundContent={asked.nothing}
      />
    )
  if (asked.control === 'number')
    return (
      <InputNumber
        {...common}
        stringMode
        value={value}
        min={String(asked.least)}
        max={String(asked.most)}
        precision={0}
        onChange={(typed) => onChange(typed ?? '')}
        onPressEnter={onEnter}
      />
    )
  if (asked.control === 'paragraph')
    return (
      <Input.TextArea
        {...common}
        autoSize={asked.rows ?? ROWS}
        maxLength={asked.most ?? LONGEST_PARAGRAPH}
        value={value}
        placeholder={asked.example}
        onChange={({ target }) => onChange(target.value)}
        onPressEnter={({ ctrlKey, metaKey }) => (ctrlKey || metaKey) && onEnter()}
      />
    )
  return (
    <Input
      {...common}
      maxLength={asked.most ?? LONGEST_LINE}
      value={value}
      placeholder={asked.example}
      onChange={({ target }) => onChange(target.value)}
      onPressEnter={onEnter}
    />
  )
}

/** From here on a list of choices can be searched. */
const MANY_CHOICES = 12
