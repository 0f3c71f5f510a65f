import { Button, Checkbox, Popover, Segmented } from 'antd'
import { useState } from 'react'
import type { RegisterDescription } from '#contract/entries.ts'
import { usePreferences } from '../../frame/preferences.ts'
import { columnTexts } from '../../texts/texts-views.ts'
import { useSay } from '../../texts/use-say.ts'
import { headOf, type ListColumn, movedBefore, possibleColumns, shownColumns } from './columns-of.ts'
import type { useListState } from './list-state.ts'

interface ColumnsMenuProps {
  readonly description: RegisterDescription
  readonly list: ReturnType<typeof useListState>
}

/** Which columns stand in the list, in which order, and how close its rows are. */
export function ColumnsMenu(props: ColumnsMenuProps) {
  const say = useSay()
  return (
    <Popover trigger="click" placement="bottomRight" content={<Chooser {...props} />} destroyOnHidden>
      <Button data-testid="columns-menu">{say(columnTexts.open)}</Button>
    </Popover>
  )
}

function Chooser({ description, list }: ColumnsMenuProps) {
  const say = useSay()
  const { density } = usePreferences()
  const shown = shownColumns(description, list.columns)
  const names = shown.map(({ name }) => name)
  const others = possibleColumns(description).filter(({ name }) => !names.includes(name))
  const put = (next: readonly string[]) => list.narrow({ columns: next.join() })
  return (
    <div className="columns-chooser" data-testid="columns-chooser">
      <h3>{say(columnTexts.title)}</h3>
      <p className="note">{say(columnTexts.note)}</p>
      <ShownColumns shown={shown} onChange={put} />
      {others.length > 0 && <h3>{say(columnTexts.others)}</h3>}
      {others.map((column) => (
        <ColumnTick key={column.name} column={column} shown={false} onChange={() => put([...names, column.name])} />
      ))}
      <div className="columns-foot">
        <Segmented
          size="small"
          aria-label={say(columnTexts.density)}
          value={list.search.density ?? density}
          onChange={(next) => list.narrow({ density: next === density ? undefined : next })}
          options={[
            { value: 'comfortable' as const, label: say(columnTexts.comfortable) },
            { value: 'compact' as const, label: say(columnTexts.compact) },
          ]}
        />
        <Button size="small" disabled={list.columns === undefined} onClick={() => list.narrow({ columns: undefined })}>
          {say(columnTexts.reset)}
        </Button>
      </div>
    </div>
  )
}

interface ShownColumnsProps {
  readonly shown: readonly ListColumn[]
  readonly onChange: (names: readonly string[]) => void
}

function ShownColumns({ shown, onChange }: ShownColumnsProps) {
  const say = useSay()
  const [dragged, setDragged] = useState<string>()
  const names = shown.map(({ name }) => name)
  const drop = (before: string) => {
    if (dragged !== undefined && dragged !== before) onChange(movedBefore(names, dragged, before))
    setDragged(undefined)
  }
  return (
    <ol className="columns-shown">
      {shown.map((column, at) => (
        <li
          key={column.name}
          draggable
          onDragStart={() => setDragged(column.name)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={() => drop(column.name)}
          data-testid={`column-${column.name}`}
        >
          <ColumnTick column={column} shown onChange={() => onChange(names.filter((name) => name !== column.name))} />
          <Button
            size="small"
            type="text"
            disabled={at === 0}
            aria-label={say(columnTexts.up, { label: say(column.label) })}
            onClick={() => onChange(movedBefore(names, column.name, names[at - 1]))}
          >
            ↑
          </Button>
          <Button
            size="small"
            type="text"
            disabled={at === shown.length - 1}
            aria-label={say(columnTexts.down, { label: say(column.label) })}
            onClick={() => onChange(movedBefore(names, column.name, names[at + 2]))}
          >
            ↓
          </Button>
        </li>
      ))}
    </ol>
  )
}

interface ColumnTickProps {
  readonly column: ListColumn
  readonly shown: boolean
  readonly onChange: () => void
}

function ColumnTick({ column, shown, onChange }: ColumnTickProps) {
  const { language } = usePreferences()
  return (
    <Checkbox checked={shown} onChange={onChange} data-testid={`tick-${column.name}`}>
      {headOf(column, language)}
    </Checkbox>
  )
}
