import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useEffect, useState } from 'react'
import type { EntryAnswer, RegisterDescription } from '#contract/entries.ts'
import { entryQuery, registerQuery } from '../../api/queries.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { Loaded, Refusal } from '../../frame/page-state.tsx'
import { useStore } from '../../frame/store.ts'
import { entryClashTexts } from '../../texts/texts-form.ts'
import { useSay } from '../../texts/use-say.ts'
import { asText } from '../../values/as-text.ts'
import { ClashDialog } from '../form/clash-dialog.tsx'
import type { SaveState } from '../form/form-state.ts'
import { SaveStateLine } from '../form/save-state.tsx'
import { type LeftChanges, useDraftPlace, useEntryForm, useLeftChanges } from '../form/use-autosave.ts'

const ROWS = { minRows: 3, maxRows: 12 }

interface TextsFormProps {
  readonly register: string
  readonly id: string
  readonly title: string
  /** Names of fields of the register, which says what they are called and asks for. */
  readonly fields: readonly string[]
}

/** A few long texts beside what they stand in; saved as one types, and kept as a draft until they are. */
export function TextsForm({ register, id, ...rest }: TextsFormProps) {
  const description = useQuery(registerQuery(register))
  const entry = useQuery(entryQuery(register, id))
  const drafts = useLeftChanges(useDraftPlace(register, id))
  return (
    <Loaded query={description}>
      {(known) => (
        <Loaded query={entry}>
          {(answer) => (
            <Loaded query={drafts}>{(left) => <Texts key={id} description={known} answer={answer} left={left} {...rest} />}</Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

/** The fields with these names, in the order in which they are asked for. */
export function fieldsNamed({ fields }: RegisterDescription, names: readonly string[]): RegisterDescription['fields'] {
  return names.flatMap((name) => fields.filter((field) => field.name === name))
}

interface TextsProps extends Pick<TextsFormProps, 'title' | 'fields'> {
  readonly description: RegisterDescription
  readonly answer: EntryAnswer
  readonly left: LeftChanges
}

function Texts({ description, answer: loaded, left, title, fields }: TextsProps) {
  const [answer] = useState(loaded)
  const form = useEntryForm(useDraftPlace(description.name, answer.entry.id), answer, left)
  const { values, titles, save } = useStore(form.store)
  const say = useSay()
  useRefreshedPage(save)
  return (
    <section className="panel texts-form" aria-label={title}>
      <header className="panel-head">
        <h2>{title}</h2>
        <SaveStateLine save={save} />
      </header>
      <div className="dialog-fields">
        {fieldsNamed(description, fields).map(({ name: field, label, note }) => (
          <label key={field}>
            <span>
              {say(label)} {note && <small className="note">{say(note)}</small>}
            </span>
            <Input.TextArea
              autoSize={ROWS}
              value={asText(values[field])}
              onChange={({ target }) => form.change(field, target.value.trim() === '' ? null : target.value)}
              // Whoever leaves the field for a button means what stands in it.
              onBlur={() => void form.flush()}
              data-testid={`text-${field}`}
            />
          </label>
        ))}
      </div>
      {save.is === 'refused' && <Refusal error={save.problem} />}
      {save.is === 'clash' && (
        <ClashDialog
          description={description}
          words={entryClashTexts}
          clashes={save.clashes}
          titles={{ ...titles, ...save.theirs.titles }}
          onResolve={form.resolve}
        />
      )}
    </section>
  )
}

/** What stands beside the texts is read anew each time they were saved: the paper, and the version that a step is made of. */
function useRefreshedPage(save: SaveState) {
  const savedAt = save.is === 'saved' ? save.at : undefined
  useEffect(() => {
    if (savedAt !== undefined) void refreshAfterWrite()
  }, [savedAt])
}
