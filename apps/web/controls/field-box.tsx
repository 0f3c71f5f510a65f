import { memo } from 'react'
import type { EntryAnswer } from '#contract/entries.ts'
import type { Field, Titles } from '../api/types.ts'
import { formTexts } from '../texts/texts-form.ts'
import { useSay } from '../texts/use-say.ts'
import { Control } from './control.tsx'

interface FieldBoxProps {
  readonly field: Field
  readonly value: unknown
  readonly titles: Titles
  readonly disabled: boolean
  readonly faults: readonly string[]
  /** What the server holds doubtful about the entry; those of this field are told under it. */
  readonly warnings?: EntryAnswer['warnings']
  readonly onChange: (name: string, value: unknown) => void
}

/** The id of a field's control, and the anchor of its faults. */
export const fieldId = (name: string) => `field-${name}`

/** A field of a form: label, 必填 as a word, the control, help and faults under it. Memoised: a long form redraws one field a keystroke. */
export const FieldBox = memo(function FieldBox({ field, value, titles, disabled, faults, warnings = [], onChange }: FieldBoxProps) {
  const say = useSay()
  const id = fieldId(field.name)
  const helpId = `${id}-help`
  return (
    <div className={faults.length > 0 ? 'field field-faulty' : 'field'} data-testid={id}>
      {field.control !== 'check' && (
        <label htmlFor={id}>
          {say(field.label)}
          {(field.required || field.needed) && (
            <span className="required-word">{say(field.required ? formTexts.required : formTexts.needed)}</span>
          )}
        </label>
      )}
      <Control
        field={field}
        value={value}
        onChange={(next) => onChange(field.name, next)}
        id={id}
        titles={titles}
        disabled={disabled || !field.writable}
        invalid={faults.length > 0}
        describedBy={helpId}
      />
      <div id={helpId} className="field-help">
        {field.note && <span className="note">{say(field.note)}</span>}
        {warnings
          .filter((warning) => warning.field === field.name)
          .map((warning) => (
            <span className="warning-note" role="status" key={warning.en} data-testid={`warning-${field.name}`}>
              ▲ {say(warning)}
            </span>
          ))}
        {faults.map((fault) => (
          <span className="fault" key={fault}>
            {fault}
          </span>
        ))}
      </div>
    </div>
  )
})
