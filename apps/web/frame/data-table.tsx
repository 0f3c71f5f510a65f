import type { ReactNode, Ref } from 'react'
import { frameTexts } from '../texts/texts-frame.ts'
import { useSay } from '../texts/use-say.ts'
import { useScrolls } from './use-scrolls.ts'

/** One column of a table. */
export interface Column<Row> {
  readonly key: string
  readonly title: ReactNode
  readonly render: (row: Row) => ReactNode
  readonly align?: 'start' | 'end'
  /** The column that names the row: the head of its card on a phone. */
  readonly main?: boolean
  /** No wider than its content: numbers, ticks. */
  readonly fit?: boolean
  /** Names of units and the like: never squeezed to a few characters a line. */
  readonly wide?: boolean
}

/** What a table shows. */
export interface DataTableProps<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly testId?: ((row: Row) => string) | undefined
  readonly footer?: readonly ReactNode[]
  readonly isChosen?: (row: Row) => boolean
  /** The row that the keyboard is at. */
  readonly isAt?: (row: Row) => boolean
  /** On a phone rows become cards, unless the table is narrow enough to stay one. */
  readonly onPhone?: 'cards' | 'kept'
}

/** A real table, which the style sheet turns into cards on a phone; each cell carries its column's head for that. */
export function DataTable<Row>({ caption, columns, rows, rowKey, testId, footer, isChosen, isAt, onPhone = 'cards' }: DataTableProps<Row>) {
  const [box, scrolls] = useScrolls()
  return (
    <div className={`table-box table-${onPhone}`} ref={box} {...(scrolls && { role: 'group', tabIndex: 0, 'aria-label': caption })}>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <TableHead columns={columns} />
        <tbody>
          {rows.map((row) => (
            <TableRow
              key={rowKey(row)}
              row={row}
              columns={columns}
              data-testid={testId?.(row)}
              aria-selected={isChosen?.(row)}
              className={isAt?.(row) ? 'row-at' : undefined}
            />
          ))}
        </tbody>
        {footer && (
          <tfoot>
            <tr>
              {footer.map((cell, at) => (
                <td
                  key={columns[at]?.key ?? at}
                  className={`align-${columns[at]?.align ?? 'start'}`}
                  data-label={typeof columns[at]?.title === 'string' ? columns[at].title : ''}
                >
                  {cell}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

/** The names of the columns. */
export function TableHead<Row>({ columns }: Pick<DataTableProps<Row>, 'columns'>) {
  return (
    <thead>
      <tr>
        {columns.map(({ key, title, align = 'start', main, fit }) => (
          <th key={key} scope="col" className={`align-${align}${main ? ' head-main' : fit ? ' head-fit' : ''}`}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface TableRowProps<Row> extends Pick<DataTableProps<Row>, 'columns'> {
  readonly row: Row
  readonly ref?: Ref<HTMLTableRowElement>
  readonly className?: string | undefined
  readonly 'aria-selected'?: boolean | undefined
  readonly 'aria-rowindex'?: number
  readonly 'data-index'?: number
  readonly 'data-testid'?: string | undefined
}

/** One row with its cells. */
export function TableRow<Row>({ row, columns, ...rest }: TableRowProps<Row>) {
  return (
    <tr {...rest}>
      {columns.map((column) => (
        <Cell key={column.key} column={column} row={row} />
      ))}
    </tr>
  )
}

/** The head of a column of buttons: eyes need no word over them, a screen reader does. */
export function ActsHead() {
  const say = useSay()
  return <span className="visually-hidden">{say(frameTexts.acts)}</span>
}

function Cell<Row>({
  column: { title, render, align = 'start', main, fit, wide },
  row,
}: {
  readonly column: Column<Row>
  readonly row: Row
}) {
  return (
    <td
      className={`align-${align} ${main ? 'cell-main' : fit ? 'cell-fit' : wide ? 'cell-wide' : 'cell-words'}`}
      data-label={typeof title === 'string' ? title : ''}
    >
      {render(row)}
    </td>
  )
}
