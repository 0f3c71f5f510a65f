import { Button, Checkbox, Input } from 'antd'
import { type DragEvent, useState } from 'react'
import type { LayoutViewColumn } from '#contract/sheets.ts'
import type { Words } from '#engine/define/words.ts'
import { sheetTexts } from '../../texts/texts-sheets.ts'
import { useSay } from '../../texts/use-say.ts'
import { Icon } from '../../theme/icons.tsx'
import type { Group } from './layout-draft.ts'

const TITLES = { columns: sheetTexts.order, tables: sheetTexts.tables, shown: sheetTexts.shown } as const
const LONGEST_TITLE = 60

interface ColumnListProps {
  readonly group: Group
  readonly columns: readonly LayoutViewColumn[]
  readonly isOf: (column: LayoutViewColumn) => boolean
  readonly faults: ReadonlyMap<string, Words>
  readonly onChange: (field: string, values: Partial<LayoutViewColumn>) => void
  /** Places in the whole list. */
  readonly onMove: (from: number, to: number) => void
}

/** The columns of one part of the sheet, to be moved, renamed and left out. */
export function ColumnList({ group, columns, isOf, faults, onChange, onMove }: ColumnListProps) {
  const say = useSay()
  const [dragged, setDragged] = useState<number>()
  const own = columns.flatMap((column, at) => (isOf(column) ? [{ column, at }] : []))
  if (own.length === 0) return null
  const drop = (event: DragEvent, at: number) => {
    event.preventDefault()
    if (dragged !== undefined && own.some((each) => each.at === dragged)) onMove(dragged, at)
    setDragged(undefined)
  }
  return (
    <section className="panel" aria-labelledby={`sheet-${group}`}>
      <h2 id={`sheet-${group}`}>{say(TITLES[group])}</h2>
      {group !== 'tables' && <p className="note">{say(group === 'shown' ? sheetTexts.shownNote : sheetTexts.orderNote)}</p>}
      <ol className="sheet-columns">
        {own.map(({ column, at }, place) => (
          <li
            key={column.field}
            className={`sheet-column${dragged === at ? ' sheet-column-dragged' : ''}${column.leftOut ? ' sheet-column-out' : ''}`}
            draggable
            onDragStart={() => setDragged(at)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => drop(event, at)}
            onDragEnd={() => setDragged(undefined)}
            data-testid={`column-${column.field}`}
          >
            <span className="number sheet-column-place">{place + 1}</span>
            <ColumnFields column={column} fault={faults.get(column.field)} onChange={(values) => onChange(column.field, values)} />
            <Arrows label={say(column.label)} up={own[place - 1]?.at} down={own[place + 1]?.at} onMove={(to) => onMove(at, to)} />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface ColumnFieldsProps {
  readonly column: LayoutViewColumn
  readonly fault: Words | undefined
  readonly onChange: (values: Partial<LayoutViewColumn>) => void
}

function ColumnFields({ column, fault, onChange }: ColumnFieldsProps) {
  const say = useSay()
  const { field, label, title, defaultTitle, required, leftOut, onlyShown } = column
  return (
    <>
      <span className="sheet-column-name">
        {say(label)}
        {required === 'always' && <span className="tag">{say(sheetTexts.always)}</span>}
        {required === 'in time' && <span className="tag">{say(sheetTexts.inTime)}</span>}
      </span>
      <span className="sheet-column-title">
        <Input
          aria-label={say(sheetTexts.ownTitle, { label: say(label) })}
          aria-invalid={fault !== undefined}
          value={title ?? ''}
          placeholder={defaultTitle}
          maxLength={LONGEST_TITLE}
          allowClear
          {...(fault && { status: 'error' as const })}
          onChange={({ target }) => onChange({ title: target.value })}
          data-testid={`title-${field}`}
        />
        {fault && <span className="fault">{say(fault)}</span>}
        {leftOut && required === 'in time' && <span className="note">{say(sheetTexts.leftOutNote)}</span>}
      </span>
      {!onlyShown && (
        <Checkbox
          checked={!leftOut}
          disabled={required === 'always'}
          onChange={({ target }) => onChange({ leftOut: !target.checked })}
          data-testid={`in-template-${field}`}
        >
          {say(sheetTexts.inTemplate)}
        </Checkbox>
      )}
    </>
  )
}

interface ArrowsProps {
  readonly label: string
  readonly up: number | undefined
  readonly down: number | undefined
  readonly onMove: (to: number) => void
}

function Arrows({ label, up, down, onMove }: ArrowsProps) {
  const say = useSay()
  return (
    <span className="sheet-column-arrows">
      {(
        [
          { to: up, icon: 'up', words: sheetTexts.up },
          { to: down, icon: 'down', words: sheetTexts.down },
        ] as const
      ).map(({ to, icon, words }) => (
        <Button
          key={icon}
          type="text"
          aria-label={say(words, { label })}
          disabled={to === undefined}
          icon={<Icon name={icon} />}
          onClick={() => to !== undefined && onMove(to)}
        />
      ))}
    </span>
  )
}
