import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { FieldFault } from '#contract/problem.ts'
import { ProblemError } from '../api/problem-error.ts'
import { askTexts } from '../texts/texts-ask.ts'
import { useSay } from '../texts/use-say.ts'
import { type Answers, type Asked, AskedFields, askedId, missingOf } from './asked-fields.tsx'
import { Dialog } from './dialog.tsx'
import { fieldOfPath } from './faults.ts'
import { Refusal } from './page-state.tsx'

interface AskDialogProps {
  readonly title: string
  readonly ok?: string
  readonly okId: string
  readonly tone?: 'danger' | undefined
  /** What is asked; an answer may change what else is asked. */
  readonly asks: (answers: Answers) => readonly Asked[]
  /** What stands in the fields at first. */
  readonly initial?: Answers
  /** What an answer changes in others, before they are shown. */
  readonly settle?: (answers: Answers) => Answers
  /** Does it, with the answers trimmed and those left empty left out. Refused: the dialog stays with all that was typed. */
  readonly onGive: (answers: Answers) => Promise<unknown>
  readonly onClose: () => void
  /** What the act does, above the fields. */
  readonly lead?: ReactNode
  /** What follows from the answers, under the fields. */
  readonly children?: (answers: Answers) => ReactNode
}

const NOTHING_YET: Answers = {}

/** Asks for what an act needs, then gives it. What is missing or refused is said at its field, and the first such field gets the focus. */
export function AskDialog({ title, ok, okId, tone, asks, initial = NOTHING_YET, settle, onGive, onClose, lead, children }: AskDialogProps) {
  const say = useSay()
  const [answers, setAnswers] = useState<Answers>(initial)
  const [hasTried, setTried] = useState(false)
  const asked = asks(answers)
  const names = asked.map(({ name }) => name)
  const missing = missingOf(asked, answers)
  const giving = useMutation({
    mutationFn: (given: Answers) => onGive(given),
    onSuccess: onClose,
    onError: (error) => focusOn(names.find((name) => faultsOf(error).some(({ path }) => fieldOfPath(path) === name))),
  })
  const given = trimmed(asked, answers)
  const refused = unchanged(faultsOf(giving.error), giving.variables, given)
  const faultsAt = ({ name, label }: Asked) => [
    ...(hasTried && missing.some((one) => one.name === name) ? [say(askTexts.missing, { field: say(label) })] : []),
    ...refused.filter(({ path }) => fieldOfPath(path) === name).map(({ message }) => say(message)),
  ]
  const confirm = () => {
    setTried(true)
    if (missing[0]) focusOn(missing[0].name)
    else if (!giving.isPending) giving.mutate(given)
  }
  return (
    <Dialog
      title={title}
      {...(ok !== undefined && { ok })}
      okId={okId}
      tone={tone}
      isBusy={giving.isPending}
      isTouched={asked.some(({ name }) => (answers[name] ?? '') !== (initial[name] ?? ''))}
      onOk={confirm}
      onClose={onClose}
    >
      {lead}
      <AskedFields
        asked={asked}
        answers={answers}
        onChange={(next) => setAnswers(settle?.(next) ?? next)}
        faultsAt={faultsAt}
        onEnter={confirm}
      />
      {children?.(answers)}
      <Refused error={giving.error} names={names} />
    </Dialog>
  )
}

/** What the fields do not say already. */
function Refused({ error, names }: { readonly error: unknown; readonly names: readonly string[] }) {
  const say = useSay()
  const faults = faultsOf(error)
  const isAllAtFields = faults.length > 0 && faults.every(({ path }) => names.includes(fieldOfPath(path)))
  return isAllAtFields ? <p className="note">{say(askTexts.mend)}</p> : <Refusal error={error} />
}

/** A refused answer is told until it is changed. */
function unchanged(faults: readonly FieldFault[], before: Answers | undefined, now: Answers): readonly FieldFault[] {
  return faults.filter(({ path }) => before?.[fieldOfPath(path)] === now[fieldOfPath(path)])
}

const faultsOf = (error: unknown): readonly FieldFault[] => (error instanceof ProblemError ? error.faults : [])

function trimmed(asked: readonly Asked[], answers: Answers): Answers {
  const given = asked.map(({ name }) => [name, (answers[name] ?? '').trim()] as const)
  return Object.fromEntries(given.filter(([, answer]) => answer !== ''))
}

function focusOn(name: string | undefined) {
  if (name !== undefined) document.getElementById(askedId(name))?.focus()
}
