import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PlanItem } from '#contract/plans.ts'
import { asProblem } from '../../api/problem-error.ts'
import { registerQuery } from '../../api/queries.ts'
import type { Values } from '../../api/types.ts'
import { faultsByField } from '../../frame/faults.ts'
import { Loaded, Refusal } from '../../frame/page-state.tsx'
import { planTexts } from '../../texts/texts-plans.ts'
import { useSay } from '../../texts/use-say.ts'
import { changesOf } from '../../values/draft.ts'
import { asSent, formValues, ItemFields } from './item-fields.tsx'
import { scrollInside } from './scroll-inside.ts'

interface ItemEditorProps {
  readonly item: PlanItem
  readonly onSave: (item: PlanItem, values: Values) => Promise<unknown>
  readonly onDone: () => void
}

/** Corrects what was read, in place. */
export function ItemEditor({ item, onSave, onDone }: ItemEditorProps) {
  const say = useSay()
  const description = useQuery(registerQuery('plan_item'))
  const [before] = useState(() => formValues(item))
  const [values, setValues] = useState(before)
  const [error, setError] = useState<unknown>()
  const [saving, setSaving] = useState(false)
  const form = useFocusFirst(description.data)
  const change = useCallback((name: string, value: unknown) => setValues((now) => ({ ...now, [name]: value })), [])
  const save = async () => {
    const changes = asSent(changesOf(values, before), before)
    setSaving(true)
    try {
      if (Object.keys(changes).length > 0) await onSave(item, changes)
      onDone()
    } catch (refused) {
      setError(refused)
      setSaving(false)
    }
  }
  return (
    <Loaded query={description}>
      {({ fields }) => (
        <form
          ref={form}
          className="item-editor"
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
          onKeyDown={({ key }) => key === 'Escape' && onDone()}
        >
          <ItemFields
            kind={item.itemKind}
            fields={fields}
            values={values}
            faults={error ? faultsByField(asProblem(error).faults, say) : {}}
            onChange={change}
          />
          <Refusal error={error} />
          <div className="item-acts">
            <Button type="primary" size="small" htmlType="submit" loading={saving} data-testid="item-save">
              {say(planTexts.save)}
            </Button>
            <Button size="small" onClick={onDone}>
              {say(planTexts.cancel)}
            </Button>
          </div>
        </form>
      )}
    </Loaded>
  )
}

/** The form comes into view with the cursor in its first field. */
function useFocusFirst(loaded: unknown) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (loaded === undefined) return
    scrollInside(form.current, 'nearest')
    form.current?.querySelector<HTMLElement>('input')?.focus({ preventScroll: true })
  }, [loaded])
  return form
}
