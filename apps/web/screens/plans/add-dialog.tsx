import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { AddItemInput, PlanDocument, PlanItem } from '#contract/plans.ts'
import { readExcerpt } from '#policy-text/index.ts'
import { asProblem } from '../../api/problem-error.ts'
import { registerQuery } from '../../api/queries.ts'
import type { Values } from '../../api/types.ts'
import { Dialog } from '../../frame/dialog.tsx'
import { faultsByField } from '../../frame/faults.ts'
import { Loaded, Refusal } from '../../frame/page-state.tsx'
import { marks } from '../../texts/texts-marks.ts'
import { planTexts } from '../../texts/texts-plans.ts'
import { reviewTexts } from '../../texts/texts-review.ts'
import { useSay } from '../../texts/use-say.ts'
import { asSent, formValues, ItemFields } from './item-fields.tsx'
import { sharing } from './neighbours.ts'

/** Words to be added as an item of a kind. */
export interface ToAdd {
  readonly kind: PlanItem['itemKind']
  readonly start: number
  readonly end: number
}

interface AddDialogProps {
  readonly plan: PlanDocument
  readonly toAdd: ToAdd
  readonly onAdd: (input: AddItemInput) => Promise<unknown>
  readonly onClose: () => void
}

/** The selected words with what the reader makes of them, to be put right before they are added. */
export function AddDialog({ plan, toAdd: { kind, start, end }, onAdd, onClose }: AddDialogProps) {
  const say = useSay()
  const description = useQuery(registerQuery('plan_item'))
  const words = plan.text.slice(start, end).trim()
  const [values, setValues] = useState<Values>(() => proposed(words, kind, plan.document.toYear))
  const [error, setError] = useState<unknown>()
  const [sending, setSending] = useState(false)
  const shared = useMemo(() => sharing(plan.items, kind, start, end), [plan.items, kind, start, end])
  const change = useCallback((name: string, value: unknown) => setValues((now) => ({ ...now, [name]: value })), [])
  const add = async () => {
    setSending(true)
    try {
      const sent = Object.fromEntries(Object.entries(asSent(values, values)).filter(([, value]) => value !== null && value !== ''))
      await onAdd({
        document: plan.document.id,
        itemKind: kind,
        start,
        end,
        values: sent as AddItemInput['values'],
        beside: shared.map(({ id }) => id),
      }) // the server checks every field
      onClose()
    } catch (refused) {
      setError(refused)
      setSending(false)
    }
  }
  return (
    <Dialog
      title={say(reviewTexts.addTitle, { kind: say(planTexts[kind]) })}
      ok={say(shared.length > 0 ? reviewTexts.addAnyway : reviewTexts.add)}
      okId="add-item"
      isBusy={sending}
      isTouched={true}
      onOk={() => void add()}
      onClose={onClose}
    >
      <div className="add-words">
        <span className="note">{say(reviewTexts.selected)}</span>
        <q className="item-quote">{words}</q>
      </div>
      {shared.length > 0 && (
        <p className="warning-note" role="alert" data-testid="add-overlaps">
          ▲ {say(reviewTexts.overlaps, { names: shared.map(({ label }) => `“${label}”`).join(say(marks.listComma)) })}
        </p>
      )}
      <p className="note">{say(reviewTexts.prefilled)}</p>
      <Loaded query={description}>
        {({ fields }) => (
          <ItemFields
            kind={kind}
            fields={fields}
            values={values}
            faults={error ? faultsByField(asProblem(error).faults, say) : {}}
            onChange={change}
          />
        )}
      </Loaded>
      <Refusal error={error} />
    </Dialog>
  )
}

function proposed(words: string, kind: PlanItem['itemKind'], toYear: number | null): Values {
  const read = readExcerpt(words, kind)
  const deadline = kind === 'target' ? (read.deadline ?? (toYear === null ? null : String(toYear))) : null
  return formValues({ ...read, label: read.label.slice(0, 300), deadline, itemKind: kind })
}
