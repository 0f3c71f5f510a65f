import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { editEntry } from '../../api/endpoints.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { Refusal } from '../../frame/page-state.tsx'
import { reportTexts as texts } from '../../texts/texts-reports.ts'
import { useSay } from '../../texts/use-say.ts'

const ROWS = { minRows: 3, maxRows: 12 }

interface TextsFormProps {
  readonly register: string
  readonly id: string
  readonly version: number
  readonly title: string
  readonly fields: readonly { readonly field: string; readonly label: string; readonly value: string }[]
}

/** A few long texts beside what they stand in; what is typed stays until it is saved. */
export function TextsForm({ register, id, version, title, fields }: TextsFormProps) {
  const say = useSay()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const changed = Object.entries(typed).filter(([field, value]) => value !== fields.find((each) => each.field === field)?.value)
  const saving = useMutation({
    mutationFn: () =>
      editEntry(
        { register, id, version },
        Object.fromEntries(changed.map(([field, value]) => [field, value.trim() === '' ? null : value])),
      ),
    onSuccess: async () => {
      await refreshAfterWrite()
      setTyped({})
    },
  })
  return (
    <section className="panel texts-form" aria-label={title}>
      <h2>{title}</h2>
      <div className="dialog-fields">
        {fields.map(({ field, label, value }) => (
          <label key={field}>
            <span>{label}</span>
            <Input.TextArea
              autoSize={ROWS}
              value={typed[field] ?? value}
              onChange={({ target }) => setTyped((before) => ({ ...before, [field]: target.value }))}
              data-testid={`text-${field}`}
            />
          </label>
        ))}
      </div>
      <Refusal error={saving.error} />
      <div className="move-buttons">
        <Button
          type="primary"
          disabled={changed.length === 0}
          loading={saving.isPending}
          onClick={() => saving.mutate()}
          data-testid="save-texts"
        >
          {say(texts.save)}
        </Button>
        <span className="note" role="status">
          {changed.length > 0 ? say(texts.unsaved) : saving.isSuccess ? say(texts.saved) : ''}
        </span>
      </div>
    </section>
  )
}
