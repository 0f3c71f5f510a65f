import { Button, Segmented, Select } from 'antd'
import { useId } from 'react'
import type { Field, Titles } from '../../api/types.ts'
import { Control } from '../../controls/control.tsx'
import { filterTexts } from '../../texts/texts-filter.ts'
import { useSay } from '../../texts/use-say.ts'
import { type Group, isGroup, type Line, newGroup, newLine, operatorsOf, takesValue } from '../../values/filter.ts'
import { operatorWords } from './filter-words.ts'

interface Around {
  readonly fields: readonly Field[]
  readonly titles: Titles
  /** Lines that were left without a value when the filter was to be used. */
  readonly faulty: ReadonlySet<number>
}

interface GroupProps extends Around {
  readonly group: Group
  readonly depth: number
  readonly onChange: (group: Group) => void
  readonly onRemove?: () => void
}

/** Three deep is what people can still read. */
const DEEPEST = 2

/** Conditions and groups of them, of which all or any must hold. */
export function FilterGroup({ group, depth, onChange, onRemove, ...around }: GroupProps) {
  const say = useSay()
  const put = (parts: Group['parts']) => onChange({ ...group, parts })
  const replace = (key: number, next: Line | Group | undefined) =>
    put(group.parts.flatMap((part) => (part.key === key ? (next ?? []) : part)))
  const first = around.fields[0]!
  return (
    <fieldset className={depth === 0 ? 'filter-group' : 'filter-group filter-inner'}>
      <legend className="visually-hidden">{say(filterTexts.join)}</legend>
      <Segmented
        size="small"
        value={group.join}
        onChange={(join) => onChange({ ...group, join })}
        options={[
          { value: 'all' as const, label: say(filterTexts.all) },
          { value: 'any' as const, label: say(filterTexts.any) },
        ]}
      />
      {group.parts.map((part) =>
        isGroup(part) ? (
          <FilterGroup
            key={part.key}
            {...around}
            group={part}
            depth={depth + 1}
            onChange={(next) => replace(part.key, next)}
            onRemove={() => replace(part.key, undefined)}
          />
        ) : (
          <FilterLine key={part.key} {...around} line={part} onChange={(next) => replace(part.key, next)} />
        ),
      )}
      <div className="filter-acts">
        <Button size="small" onClick={() => put([...group.parts, newLine(first)])} data-testid={`filter-add-${depth}`}>
          {say(filterTexts.addLine)}
        </Button>
        {depth < DEEPEST && (
          <Button
            size="small"
            onClick={() => put([...group.parts, newGroup(group.join === 'all' ? 'any' : 'all', [newLine(first)])])}
            data-testid={`filter-add-group-${depth}`}
          >
            {say(filterTexts.addGroup)}
          </Button>
        )}
        {onRemove && (
          <Button size="small" type="text" onClick={onRemove}>
            {say(filterTexts.removeGroup)}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

interface LineProps extends Around {
  readonly line: Line
  readonly onChange: (line: Line | undefined) => void
}

function FilterLine({ line, fields, titles, faulty, onChange }: LineProps) {
  const say = useSay()
  const id = useId()
  const field = fields.find(({ name }) => name === line.field)
  const label = field ? say(field.label) : line.field
  const words = field && operatorWords(field)
  const isFaulty = faulty.has(line.key)
  return (
    <div className="filter-line" data-testid={`filter-line-${line.field}`}>
      <Select
        aria-label={say(filterTexts.field)}
        showSearch={{ optionFilterProp: 'label' }}
        value={line.field}
        options={fields.map(({ name, label: words }) => ({ value: name, label: say(words) }))}
        onChange={(name: string) => onChange({ ...newLine(fields.find((one) => one.name === name)!), key: line.key })}
      />
      <Select
        aria-label={say(filterTexts.operator)}
        value={line.operator}
        options={field && words ? operatorsOf(field).map((operator) => ({ value: operator, label: say(words[operator]) })) : []}
        onChange={(operator) => onChange({ ...line, operator })}
      />
      {field && takesValue(line.operator) && (
        <div className="filter-value" role="group" aria-label={say(filterTexts.value, { field: label })}>
          <Control
            field={field}
            value={line.value}
            onChange={(value) => onChange({ ...line, value })}
            id={id}
            titles={titles}
            disabled={false}
            invalid={isFaulty}
            describedBy={`${id}-fault`}
          />
        </div>
      )}
      <Button type="text" aria-label={say(filterTexts.removeLine, { field: label })} onClick={() => onChange(undefined)}>
        ×
      </Button>
      {isFaulty && (
        <p className="fault" id={`${id}-fault`}>
          {say(filterTexts.unfinished, { field: label })}
        </p>
      )}
    </div>
  )
}
