import { Button } from 'antd'
import { type ComponentType } from 'react'
import type { Field } from '../api/types.ts'
import { formTexts } from '../texts/texts-form.ts'
import { useSay } from '../texts/use-say.ts'
import { Icon } from '../theme/icons.tsx'
import type { KeyedRow, Row } from '../values/keyed-rows.ts'
import { rowsOf } from '../values/print.ts'
import type { ControlProps } from './control-props.ts'
import { useKeyedRows } from './use-keyed-rows.ts'

interface RowsProps extends ControlProps {
  /** The control of a cell; handed in because the table of controls contains this one. */
  readonly Cell: ComponentType<ControlProps>
}

/** A short table inside an entry: one card a row, its cells by their own controls. */
export function Rows({ Cell, ...props }: RowsProps) {
  const { field, value, onChange, id, disabled } = props
  const say = useSay()
  const { rows, change, changeCell, add } = useKeyedRows(rowsOf(value), onChange)
  const columns = field.columns ?? []
  return (
    <div className="rows" id={id}>
      {rows.length === 0 && <p className="note">{say(formTexts.noRows)}</p>}
      {rows.map(({ key, row }, at) => (
        <fieldset className="row-card" key={key} data-testid={`${field.name}-row-${at}`}>
          <legend className="row-head">
            <span>{say(formTexts.row, { row: at + 1 })}</span>
            {!disabled && <RowActs rows={rows} at={at} onChange={change} />}
          </legend>
          <div className="row-cells">
            {columns.map((column) => (
              <RowCell
                key={column.name}
                {...props}
                Cell={Cell}
                column={column}
                row={row}
                id={`${id}.${at}.${column.name}`}
                onChange={(cell) => changeCell(key, column.name, cell)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      {!disabled && (
        <Button onClick={add} icon={<Icon name="plus" />} data-testid={`add-row-${field.name}`}>
          {say(formTexts.addRow)}
        </Button>
      )}
    </div>
  )
}

interface RowCellProps extends RowsProps {
  readonly column: Field
  readonly row: Row
}

function RowCell({ Cell, column, row, ...props }: RowCellProps) {
  const say = useSay()
  return (
    <div className={WIDE_CELLS.has(column.control) ? 'row-cell row-cell-wide' : 'row-cell'} data-testid={`cell-${props.id}`}>
      <label htmlFor={props.id}>
        {say(column.label)}
        {(column.required || column.needed) && <span className="required-word">{say(formTexts.required)}</span>}
      </label>
      <Cell {...props} field={column} value={row[column.name] ?? null} invalid={false} />
    </div>
  )
}

const WIDE_CELLS = new Set(['files', 'paragraph'])

function RowActs({
  rows,
  at,
  onChange,
}: {
  readonly rows: readonly KeyedRow[]
  readonly at: number
  readonly onChange: (rows: readonly KeyedRow[]) => void
}) {
  const say = useSay()
  const acts = [
    { icon: 'up', label: formTexts.moveUp, result: swapped(rows, at, at - 1), off: at === 0 },
    { icon: 'down', label: formTexts.moveDown, result: swapped(rows, at, at + 1), off: at === rows.length - 1 },
    { icon: 'cross', label: formTexts.removeRow, result: rows.filter((_, index) => index !== at), off: false },
  ] as const
  return (
    <span className="row-acts">
      {acts.map(({ icon, label, result, off }) => (
        <Button
          key={icon}
          type="text"
          size="small"
          disabled={off}
          icon={<Icon name={icon} />}
          aria-label={say(label, { row: at + 1 })}
          onClick={() => onChange(result)}
        />
      ))}
    </span>
  )
}

const replaced = (rows: readonly KeyedRow[], at: number, row: KeyedRow) => rows.map((old, index) => (index === at ? row : old))

function swapped(rows: readonly KeyedRow[], a: number, b: number): readonly KeyedRow[] {
  const [first, second] = [rows[a], rows[b]]
  return first && second ? replaced(replaced(rows, a, second), b, first) : rows
}
