import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { Fragment, useLayoutEffect, useRef, useState } from 'react'
import { DataTable, type DataTableProps, TableHead, TableRow } from './data-table.tsx'

/** Up to here a table is drawn whole: the browser's own search finds everything in it. */
const DRAWN_WHOLE = 60
const AROUND = 8
const USUAL_HEIGHT = 80

type LongTableProps<Row> = Pick<DataTableProps<Row>, 'caption' | 'columns' | 'rows' | 'rowKey' | 'testId'>

/** A table of any number of rows, scrolled with its page: of a long one only the rows in sight, and some around them, are drawn. */
export function LongTable<Row>(props: LongTableProps<Row>) {
  return props.rows.length > DRAWN_WHOLE ? <Windowed {...props} /> : <DataTable {...props} />
}

function Windowed<Row>({ caption, columns, rows, rowKey, testId }: LongTableProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null)
  // A row that is being typed in stays when it is scrolled away: what is gone cannot say that it was left.
  const [within, setWithin] = useState<number>()
  const above = useRoomAbove(body)
  const drawn = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => USUAL_HEIGHT,
    overscan: AROUND,
    scrollMargin: above,
    getItemKey: (at) => rowKey(rows[at]!),
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range)
      return within === undefined || within >= rows.length || inSight.includes(within)
        ? inSight
        : [...inSight, within].toSorted((a, b) => a - b)
    },
  })
  const shown = drawn.getVirtualItems()
  const ends = [above, ...shown.map(({ end }) => end)]
  return (
    <div className="table-box table-cards table-long">
      <table className="table" aria-rowcount={rows.length + 1}>
        <caption className="visually-hidden">{caption}</caption>
        <TableHead columns={columns} />
        <tbody
          ref={body}
          onFocus={({ target }) => setWithin(Number(target.closest('tr')?.dataset['index']))}
          onBlur={() => setWithin(undefined)}
        >
          {shown.map(({ index, key, start }, at) => (
            <Fragment key={key}>
              <Room height={start - ends[at]!} />
              <TableRow
                ref={drawn.measureElement}
                row={rows[index]!}
                columns={columns}
                aria-rowindex={index + 2}
                data-index={index}
                data-testid={testId?.(rows[index]!)}
              />
            </Fragment>
          ))}
          <Room height={drawn.getTotalSize() + above - ends.at(-1)!} />
        </tbody>
      </table>
    </div>
  )
}

/** Where rows stand that are not drawn. */
function Room({ height }: { readonly height: number }) {
  return height < 1 ? null : (
    <tr className="table-room" aria-hidden="true">
      <td style={{ height }} />
    </tr>
  )
}

/** How far from the top of the page the rows begin; what stands above them may grow or fold. */
function useRoomAbove(body: { readonly current: HTMLElement | null }): number {
  const [above, setAbove] = useState(0)
  useLayoutEffect(() => {
    const look = () => body.current && setAbove(Math.round(body.current.getBoundingClientRect().top + window.scrollY))
    look()
    const sizes = new ResizeObserver(look)
    sizes.observe(document.body)
    return () => sizes.disconnect()
  }, [body])
  return above
}
