import type { FigureMatrix } from '#contract/figures.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { Door } from './by-area.tsx'
import { darkest, isOverTime, rankedRows } from './export/sheets.ts'
import type { DoorTo, OpenDoor } from './open-door.ts'
import { shadeOf } from './shade.ts'

/** Behind what is restated; what it means stands beside. */
export const RESTATED = '※'

type Row = FigureMatrix['rows'][number]

interface TableProps {
  readonly matrix: FigureMatrix
  /** The measure behind a number over time. */
  readonly counted: string
  readonly onOpen: OpenDoor
}

interface MatrixTableProps extends TableProps {
  readonly shaded: boolean
  /** Months whose figure is no longer what was reported. */
  readonly restated: ReadonlySet<string>
}

/** Rows against columns with sums at both edges; shaded, the darker the more of its column's largest. */
export function MatrixTable({ matrix, counted, shaded, restated, onOpen }: MatrixTableProps) {
  const say = useSay()
  const { columns, rows, total, measure } = matrix
  const overTime = isOverTime(columns)
  const most = darkest(matrix)
  const doorOf = (row: Row | undefined, column: string | undefined): DoorTo => ({
    measure: overTime || column === undefined ? (measure ?? counted) : column,
    ...(row && placeOf(matrix, row)),
    ...(overTime && column !== undefined && { month: column }),
  })
  return (
    <DataTable
      caption={say(figureTexts.comparison)}
      onPhone="kept"
      rows={rows}
      rowKey={({ code }) => code}
      testId={({ code }) => `compare-${code}`}
      columns={[
        { key: 'row', title: rowsTitle(matrix, say), main: true, render: (row) => <RowTitle row={row} /> },
        ...columns.map(({ code, title }, at) => ({
          key: code,
          title: restated.has(code) ? `${say(title)}${RESTATED}` : say(title),
          align: 'end' as const,
          render: (row: Row) => (
            <span className={shaded ? `heat shade-${shadeOf(Number(row.values[at]), most[at] ?? 0)}` : ''}>
              <Door value={row.values[at] ?? '0'} onOpen={() => onOpen(doorOf(row, code))} testId={`compare-${row.code}-${code}`} />
            </span>
          ),
        })),
        ...(overTime
          ? [
              {
                key: 'total',
                title: say(figureTexts.total),
                align: 'end' as const,
                render: (row: Row) => <Door value={row.total} onOpen={() => onOpen(doorOf(row, undefined))} />,
              },
            ]
          : []),
      ]}
      footer={[
        <strong key="total">{say(matrix.partial ? figureTexts.province : figureTexts.total)}</strong>,
        ...columns.map(({ code }, at) => (
          <Door key={code} value={total.values[at] ?? '0'} onOpen={() => onOpen(doorOf(undefined, code))} />
        )),
        ...(overTime ? [<Door key="all" value={total.total} onOpen={() => onOpen(doorOf(undefined, undefined))} />] : []),
      ]}
    />
  )
}

/** Largest first; a table called ranking is the only place where cities do not stand in the order of their codes. */
export function Ranking({ matrix, counted, onOpen }: TableProps) {
  const say = useSay()
  const rows = rankedRows(matrix, counted)
  const most = Math.max(1, ...rows.map(({ figure }) => Number(figure)))
  return (
    <>
      <p className="note">{say(figureTexts.rankingNote)}</p>
      <DataTable
        caption={say(figureTexts.viewRanking)}
        onPhone="kept"
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          { key: 'rank', title: say(figureTexts.rank), fit: true, render: ({ rank }) => <span className="number">{rank}</span> },
          { key: 'row', title: rowsTitle(matrix, say), main: true, render: (row) => <RowTitle row={row} /> },
          {
            key: 'figure',
            title: say(figureTexts.total),
            align: 'end',
            render: (row) => (
              <span className="ranked-figure">
                <progress className="target-bar" value={Number(row.figure)} max={most} aria-hidden="true" />
                <Door value={row.figure} onOpen={() => onOpen({ measure: counted, ...placeOf(matrix, row) })} />
              </span>
            ),
          },
        ]}
      />
    </>
  )
}

/** A group of areas that shares some with others says so. */
function RowTitle({ row: { title, overlaps } }: { readonly row: Pick<Row, 'title' | 'overlaps'> }) {
  const say = useSay()
  return (
    <>
      {say(title)}
      {overlaps.length > 0 && (
        <small className="note" data-testid="overlaps">
          {' '}
          {say(figureTexts.overlaps, { with: overlaps.join('、') })}
        </small>
      )}
    </>
  )
}

/** What the rows are: cities, fields, kinds. */
export function rowsTitle({ by, dimensions }: FigureMatrix, say: ReturnType<typeof useSay>): string {
  return say(dimensions.find((each) => each.by === by)?.title ?? figureTexts.comparisonRows)
}

/** Which entries a row is about. */
function placeOf({ by }: FigureMatrix, { code }: Pick<Row, 'code'>): Partial<DoorTo> {
  if (by.startsWith('group:')) return { group: code }
  return by === 'area' ? { area: code } : { by, class: code }
}
