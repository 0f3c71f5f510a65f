import type { PlanItem } from '#contract/plans.ts'
import type { Field, Values } from '../../api/types.ts'
import { FieldBox } from '../../controls/field-box.tsx'
import { comparatorNames, spanNames } from '../../texts/texts-plans.ts'
import { levelNames, qualifierNames, reviewTexts } from '../../texts/texts-review.ts'
import { sayIn, type Texts, type Words } from '../../texts/words.ts'

/** What a person may correct, by kind; the fields themselves come from the register plan_item. */
const FIELDS = {
  target: ['label', 'low', 'high', 'unit', 'comparator', 'qualifier', 'deadline', 'period'],
  duty: ['label', 'lead', 'support', 'joint'],
  list: ['label', 'listKind'],
  heading: ['label', 'level'],
} as const satisfies Record<PlanItem['itemKind'], readonly (keyof PlanItem)[]>

const NO_FAULTS: readonly string[] = []
const NO_TITLES = {}

/** The reader's codes as choices; the register keeps them as text or number. */
const CHOICES: Readonly<Record<string, Texts>> = {
  comparator: comparatorNames,
  qualifier: qualifierNames,
  period: spanNames,
  level: levelNames,
}

function withChoices(field: Field | undefined): Field | undefined {
  const names = CHOICES[field?.name ?? '']
  if (field === undefined || names === undefined) return field
  const codes = Object.entries(names).flatMap(([code, title]) => (isWords(title) ? [{ code, title }] : []))
  return { ...field, control: 'choice', codes }
}

const isWords = (text: Words | Texts): text is Words => typeof text.zh === 'string'

/** The values of a form for an item: choices are text. */
export function formValues(item: Pick<PlanItem, (typeof FIELDS)[PlanItem['itemKind']][number] | 'itemKind'>): Values {
  return {
    ...Object.fromEntries(FIELDS[item.itemKind].map((name) => [name, item[name]])),
    ...(item.itemKind === 'heading' && { level: textOrNull(item.level) }),
  }
}

const textOrNull = (value: unknown) => (value === null || value === undefined ? null : String(value))

/** As the register keeps them: decimals as text, levels as numbers; a duty is called by its units unless a name was typed. */
export function asSent(changes: Values, before: Values): Values {
  const sent = Object.fromEntries(
    Object.entries(changes).map(([name, value]) => {
      if (name === 'level') return [name, value === null ? null : Number(value)]
      return [name, typeof value === 'number' ? String(value) : value]
    }),
  )
  const named = 'label' in sent || !('lead' in sent || 'support' in sent || 'joint' in sent)
  return named ? sent : { ...sent, label: dutyName({ ...before, ...sent }) || before['label'] }
}

/** “牵头：省科技厅；配合：省财政厅”, in the language of the document. */
function dutyName({ lead, support, joint }: Values): string {
  const parts = [
    lead ? sayIn('zh', joint === true ? reviewTexts.dutyJoint : reviewTexts.duty, { lead: String(lead) }) : '',
    support ? sayIn('zh', reviewTexts.dutySupport, { support: String(support) }) : '',
  ]
  return parts.filter(Boolean).join(reviewTexts.dutyBreak.zh).slice(0, 300)
}

interface ItemFieldsProps {
  readonly kind: PlanItem['itemKind']
  readonly fields: readonly Field[]
  readonly values: Values
  readonly faults: Readonly<Record<string, readonly string[]>>
  readonly onChange: (name: string, value: unknown) => void
}

/** The fields of one kind of item. */
export function ItemFields({ kind, fields, values, faults, onChange }: ItemFieldsProps) {
  return (
    <div className="item-fields">
      {FIELDS[kind].flatMap((name) => {
        const field = withChoices(fields.find((one) => one.name === name))
        if (!field) return []
        return [
          <FieldBox
            key={name}
            field={field}
            value={values[name] ?? null}
            titles={NO_TITLES}
            disabled={false}
            faults={faults[name] ?? NO_FAULTS}
            onChange={onChange}
          />,
        ]
      })}
    </div>
  )
}
