import { Input } from 'antd'
import { useCallback, useState } from 'react'
import type { EntryAnswer, RegisterDescription } from '#contract/entries.ts'
import { ProblemError } from '../../api/problem-error.ts'
import type { MoveDescription, Values } from '../../api/types.ts'
import { FieldBox } from '../../controls/field-box.tsx'
import { Dialog } from '../../frame/dialog.tsx'
import { faultsByField } from '../../frame/faults.ts'
import { Refusal } from '../../frame/page-state.tsx'
import { entryTexts } from '../../texts/texts-entry.ts'
import { useSay } from '../../texts/use-say.ts'
import { askedFields } from './asked-fields.ts'
import { proposedFor } from './proposed.ts'

/** A move as the dialog gives it: with its reason and the fields it asks for. */
export interface MoveGiven {
  readonly move: string
  readonly reason: string
  readonly values?: Values | undefined
}

interface MoveDialogProps {
  readonly move: MoveDescription
  readonly description: RegisterDescription
  readonly answer: EntryAnswer
  readonly moving: {
    readonly isPending: boolean
    readonly error: unknown
    readonly mutate: (given: MoveGiven) => void
    readonly reset: () => void
  }
  readonly onCancel: () => void
}

const NONE: readonly string[] = []
const ROWS = { minRows: 3, maxRows: 8 }

/** One question before a move: what and on which entry; what the move asks for, and a reason where it wants one. */
export function MoveDialog({ move, description, answer, moving, onCancel }: MoveDialogProps) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const fields = askedFields(move, description)
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(fields.map(({ name }) => [name, proposedFor(name, move, answer.entry.values)])),
  )
  const change = useCallback((name: string, value: unknown) => setValues((before) => ({ ...before, [name]: value })), [])
  const absent = move.reason === 'required' && reason.trim() === ''
  const label = say(move.label)
  const faults = moving.error instanceof ProblemError ? faultsByField(moving.error.faults, say, fields) : {}
  const confirm = () => {
    setAsked(true)
    if (!absent) moving.mutate({ move: move.name, reason, values: fields.length > 0 ? values : undefined })
  }
  const cancel = () => {
    moving.reset()
    onCancel()
  }
  return (
    <Dialog
      title={say(entryTexts.confirmMove, { move: label, title: answer.entry.title })}
      ok={say(entryTexts.confirm, { move: label })}
      okId="confirm-move"
      tone={move.tone === 'danger' ? 'danger' : undefined}
      isBusy={moving.isPending}
      isTouched={reason !== ''}
      onOk={confirm}
      onClose={cancel}
    >
      {fields.map((field) => (
        <FieldBox
          key={field.name}
          field={field}
          value={values[field.name] ?? null}
          titles={answer.titles}
          disabled={false}
          faults={faults[field.name] ?? NONE}
          onChange={change}
        />
      ))}
      {move.reason !== 'none' && (
        <label className="reason">
          <span>{say(entryTexts.reason)}</span>
          <Input.TextArea
            autoFocus
            autoSize={ROWS}
            maxLength={2000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            data-testid="move-reason"
          />
          <span className="note">{say(move.reason === 'required' ? entryTexts.reasonRequired : entryTexts.reasonOptional)}</span>
          {asked && absent && <span className="fault">{say(entryTexts.reasonMissing)}</span>}
        </label>
      )}
      <Refusal error={moving.error} />
    </Dialog>
  )
}
