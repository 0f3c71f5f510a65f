import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Input } from 'antd'
import { Fragment, useCallback, useState } from 'react'
import type { RegisterDescription } from '#contract/entries.ts'
import { moveEntries } from '../../api/endpoints.ts'
import { ProblemError } from '../../api/problem-error.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import type { ListedEntry, MoveDescription, Values } from '../../api/types.ts'
import { FieldBox } from '../../controls/field-box.tsx'
import { Dialog } from '../../frame/dialog.tsx'
import { entryAddress } from '../../frame/entry-address.ts'
import { faultsByField } from '../../frame/faults.ts'
import { Refusal } from '../../frame/page-state.tsx'
import { noteMoved } from '../../frame/take-back.ts'
import { bulkTexts } from '../../texts/texts-bulk.ts'
import { entryTexts } from '../../texts/texts-entry.ts'
import { marks } from '../../texts/texts-marks.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Words } from '../../texts/words.ts'
import { askedFields } from '../entry/asked-fields.ts'
import { type ProposedForAll, proposedForAll } from '../entry/proposed.ts'

interface BulkDialogProps {
  readonly description: RegisterDescription
  readonly move: MoveDescription
  readonly entries: readonly ListedEntry[]
  /** Chosen, but known beforehand to want a look of their own; they stay where they are. */
  readonly held?: readonly HeldEntry[]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** An entry left out of a set, and why. */
export interface HeldEntry {
  readonly id: string
  readonly title: string
  readonly reasons: readonly Words[]
}

const NONE: readonly string[] = []
const NOBODY: readonly HeldEntry[] = []
const NO_TITLES = {}
const ROWS = { minRows: 3, maxRows: 8 }

/** One move for all that were chosen. Those that may not make it are listed with the reason, and the rest can go without them. */
export function BulkDialog({ description, move, entries, held = NOBODY, onDone, onClose }: BulkDialogProps) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const fields = askedFields(move, description)
  const proposed = fields.map(({ name }) => ({ name, ...proposedForAll(name, move, entries) }))
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(proposed.flatMap(({ name, value }) => (value === null ? [] : [[name, value]]))),
  )
  const change = useCallback((name: string, value: unknown) => setValues((before) => ({ ...before, [name]: value })), [])
  const moving = useMutation({
    mutationFn: (chosen: readonly ListedEntry[]) =>
      moveEntries(description.name, move.name, chosen, { reason: reason.trim(), ...(fields.length > 0 && { values }) }),
    onSuccess: async ({ event, entries: moved, takeBackUntil }) => {
      noteMoved({ register: description.name, event, until: takeBackUntil, move: move.label, entries: moved.map(({ id }) => id) })
      await refreshAfterWrite()
      onDone()
      onClose()
    },
  })
  const faults = moving.error instanceof ProblemError ? moving.error.faults.filter(({ path }) => entries.some(({ id }) => id === path)) : []
  const rest = entries.filter(({ id }) => faults.every(({ path }) => path !== id))
  const faultsOfFields = moving.error instanceof ProblemError ? faultsByField(moving.error.faults, say, fields) : {}
  const absent = move.reason === 'required' && reason.trim() === ''
  const label = say(move.label)
  const confirm = () => {
    setTried(true)
    if (!absent) moving.mutate(rest)
  }
  return (
    <Dialog
      title={say(bulkTexts.title, { move: label, count: entries.length })}
      ok={faults.length > 0 ? say(bulkTexts.rest, { move: label, count: rest.length }) : say(bulkTexts.confirm, { move: label })}
      okId="confirm-bulk"
      tone={move.tone === 'danger' ? 'danger' : undefined}
      disabled={rest.length === 0}
      isBusy={moving.isPending}
      isTouched={reason !== ''}
      onOk={confirm}
      onClose={onClose}
    >
      {entries.length > 0 && <p className="note">{say(bulkTexts.note)}</p>}
      <Held register={description.name} held={held} />
      {fields.map((field) => (
        <Fragment key={field.name}>
          <FieldBox
            field={field}
            value={values[field.name] ?? null}
            titles={NO_TITLES}
            disabled={false}
            faults={faultsOfFields[field.name] ?? NONE}
            onChange={change}
          />
          <Several days={proposed.find(({ name }) => name === field.name)?.several ?? []} />
        </Fragment>
      ))}
      {move.reason !== 'none' && (
        <label className="reason">
          <span>{say(entryTexts.reason)}</span>
          <Input.TextArea autoSize={ROWS} value={reason} onChange={({ target }) => setReason(target.value)} data-testid="bulk-reason" />
          <span className="note">{say(move.reason === 'required' ? entryTexts.reasonRequired : entryTexts.reasonOptional)}</span>
          {tried && absent && <span className="fault">{say(entryTexts.reasonMissing)}</span>}
        </label>
      )}
      {faults.length > 0 ? (
        <div data-testid="bulk-faults">
          <p className="fault">{say(bulkTexts.cannot, { count: faults.length })}</p>
          <ul className="bulk-faults">
            {faults.map(({ path, label: title, message }) => (
              <li key={path}>
                <Link {...entryAddress(description.name, path)}>{title ? say(title) : path}</Link>
                <span className="note">{say(message)}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        moving.error && <Refusal error={moving.error} />
      )}
    </Dialog>
  )
}

function Held({ register, held }: { readonly register: string; readonly held: readonly HeldEntry[] }) {
  const say = useSay()
  if (held.length === 0) return null
  return (
    <div data-testid="bulk-held">
      <p className="warning-note">{say(bulkTexts.held, { count: held.length })}</p>
      <ul className="bulk-faults">
        {held.map(({ id, title, reasons }) => (
          <li key={id}>
            <Link {...entryAddress(register, id)}>{title}</Link>
            <span className="note">{reasons.map((reason) => say(reason)).join(say(marks.semicolon))}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The entries would be given different days: one day for all of them is the person's own to choose. */
function Several({ days }: { readonly days: ProposedForAll['several'] }) {
  const say = useSay()
  if (days.length === 0) return null
  const listed = days.map(({ day, count }) => say(bulkTexts.proposed, { day: day || say(bulkTexts.noDay), count }))
  return (
    <p className="note" data-testid="bulk-proposed">
      {say(bulkTexts.severalDays, { days: listed.join(say(marks.listComma)) })}
    </p>
  )
}
