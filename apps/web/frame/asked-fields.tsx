import { Input } from 'antd'
import { DayPicker } from '../controls/day-picker.tsx'
import { batchTexts } from '../texts/texts-batches.ts'
import { useSay } from '../texts/use-say.ts'
import type { Words } from '../texts/words.ts'

/** What a command asks before it is given. */
export interface Asked {
  readonly name: string
  readonly label: Words
  readonly control: 'line' | 'paragraph' | 'day'
}

export type Answers = Readonly<Record<string, string>>

export function missingOf(asked: readonly Asked[], answers: Answers): readonly Asked[] {
  return asked.filter(({ name }) => (answers[name] ?? '').trim() === '')
}

interface AskedFieldsProps {
  readonly asked: readonly Asked[]
  readonly answers: Answers
  readonly onChange: (answers: Answers) => void
  /** Whether the person has tried to go on: what is missing is told only then. */
  readonly tried: boolean
}

/** The fields of a dialog that gives a command. */
export function AskedFields({ asked, answers, onChange, tried }: AskedFieldsProps) {
  const say = useSay()
  const missing = missingOf(asked, answers)
  return (
    <div className="dialog-fields">
      {asked.map((one) => (
        <label key={one.name}>
          <span>{say(one.label)}</span>
          <AskedControl asked={one} value={answers[one.name] ?? ''} onChange={(value) => onChange({ ...answers, [one.name]: value })} />
          {tried && missing.includes(one) && <span className="fault">{say(batchTexts.missing, { field: say(one.label) })}</span>}
        </label>
      ))}
    </div>
  )
}

const ROWS = { minRows: 3, maxRows: 8 }

function AskedControl({
  asked: { name, label, control },
  value,
  onChange,
}: {
  readonly asked: Asked
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const say = useSay()
  const id = `command-${name}`
  if (control === 'day') return <DayPicker id={id} value={value} label={say(label)} onChange={(day) => onChange(day ?? '')} />
  if (control === 'paragraph')
    return (
      <Input.TextArea
        id={id}
        autoSize={ROWS}
        maxLength={2000}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        data-testid={id}
      />
    )
  return <Input id={id} maxLength={200} value={value} onChange={({ target }) => onChange(target.value)} data-testid={id} />
}
