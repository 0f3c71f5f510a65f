import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { PlanItem } from '#contract/plans.ts'
import { asProblem } from '../../api/problem-error.ts'
import { registerQuery } from '../../api/queries.ts'
import type { Field, Values } from '../../api/types.ts'
import { FieldBox } from '../../controls/field-box.tsx'
import { Loaded, Refusal } from '../../frame/page-state.tsx'
import { comparatorNames, planTexts, spanNames } from '../../texts/texts-plans.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Texts, Words } from '../../texts/words.ts'
import { changesOf } from '../../values/draft.ts'
import { faultsByField } from '../form/faults.ts'
import { scrollInside } from './scroll-inside.ts'
import type { ItemWrites } from './use-item-writes.ts'

/** What a person may correct, by kind; the fields themselves come from the register plan_item. */
const FIELDS = {
  target: ['label', 'low', 'high', 'unit', 'comparator', 'deadline', 'period'],
  duty: ['label'],
  list: ['label'],
  heading: ['label'],
} as const satisfies Record<PlanItem['itemKind'], readonly string[]>

const NO_FAULTS: readonly string[] = []
const NO_TITLES = {}

/** The reader's codes as choices; the register keeps them as text. */
const CHOICES: Readonly<Record<string, Texts>> = { comparator: comparatorNames, period: spanNames }

function withChoices(field: Field | undefined): Field | undefined {
  const names = CHOICES[field?.name ?? '']
  if (field === undefined || names === undefined) return field
  const codes = Object.entries(names).flatMap(([code, title]) => (isWords(title) ? [{ code, title }] : []))
  return { ...field, control: 'choice', codes }
}

const isWords = (text: Words | Texts): text is Words => typeof text.zh === 'string'

/** Values of targets are decimal strings; the control, which serves whole numbers too, gives numbers where nothing stood before. */
function asSent(changes: Values): Values {
  return Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]))
}

interface ItemEditorProps {
  readonly item: PlanItem
  readonly writes: ItemWrites
  readonly onDone: () => void
}

/** Corrects what was read, in place. */
export function ItemEditor({ item, writes, onDone }: ItemEditorProps) {
  const say = useSay()
  const description = useQuery(registerQuery('plan_item'))
  const before: Values = { ...item }
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    scrollInside(form.current, 'nearest')
    form.current?.querySelector<HTMLElement>('input')?.focus({ preventScroll: true })
  }, [description.data])
  const [values, setValues] = useState(before)
  const [error, setError] = useState<unknown>()
  const faults = error ? faultsByField(asProblem(error).faults, say) : {}
  const save = async () => {
    const changes = asSent(changesOf(values, before))
    try {
      if (Object.keys(changes).length > 0) await writes.edit(item, changes)
      onDone()
    } catch (refused) {
      setError(refused)
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
          {FIELDS[item.itemKind].flatMap((name) => {
            const field = withChoices(fields.find((one) => one.name === name))
            return field
              ? [
                  <FieldBox
                    key={name}
                    field={field}
                    value={values[name] ?? null}
                    titles={NO_TITLES}
                    disabled={false}
                    faults={faults[name] ?? NO_FAULTS}
                    onChange={(changed, value) => setValues((now) => ({ ...now, [changed]: value }))}
                  />,
                ]
              : []
          })}
          <Refusal error={error} />
          <div className="item-acts">
            <Button type="primary" size="small" htmlType="submit" loading={writes.isPending} data-testid="item-save">
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
