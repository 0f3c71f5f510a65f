import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import type { Figure, FigureEntries } from '#contract/figures.ts'
import type { FigureDoor } from '../../api/endpoints.ts'
import { figureEntriesQuery } from '../../api/queries.ts'
import { useSession } from '../../api/session-gate.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'
import { thousands } from '../../values/money.ts'
import { parsePeriod, periodTitle } from '../../values/period.ts'

interface EntriesDrawerProps {
  readonly figure: Figure
  readonly door: FigureDoor
  readonly onClose: () => void
}

/** The entries behind a number; each opens its own page with its evidence. */
export function EntriesDrawer({ figure, door, onClose }: EntriesDrawerProps) {
  const say = useSay()
  const entries = useQuery(figureEntriesQuery(door))
  const measure = figure.measures.find((one) => one.measure === door.measure)
  const month = door.month === undefined ? undefined : parsePeriod(door.month)
  const place = [
    placeOf(figure, door) ?? say(figureTexts.province),
    ...(entries.data?.classTitle ? [say(entries.data.classTitle)] : []),
    ...(month ? [say(periodTitle(month))] : []),
    ...(door.since === undefined ? [] : [say(figureTexts.weekChange, { since: door.since })]),
  ].join(' ')
  const title = say(figureTexts.entriesBehind, { place, measure: measure ? say(measure.title) : door.measure })
  return (
    <Drawer open onClose={onClose} title={title} size="large">
      <Loaded query={entries}>
        {(loaded) => <Entries loaded={loaded} register={figure.indicator.register} unit={say(figure.indicator.unit)} />}
      </Loaded>
    </Drawer>
  )
}

/** The city, the zone within one, or the group of areas that was opened. */
function placeOf({ byArea, byGroup }: Figure, { area, group }: FigureDoor): string | undefined {
  if (group !== undefined) return byGroup.find((row) => row.group === group)?.title
  return byArea.flatMap((row) => [row, ...row.zones]).find((row) => row.area === area)?.title
}

function Entries({ loaded, register, unit }: { readonly loaded: FigureEntries; readonly register: string; readonly unit: string }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  if (loaded.entries.length === 0) return <Empty title={say(figureTexts.entriesEmpty)} />
  return (
    <div data-testid="figure-entries">
      <p>
        <strong className="number">
          {say(figureTexts.entriesTotal, { total: thousands(loaded.total) })} {unit}
        </strong>
      </p>
      {loaded.cut && <p className="note">{say(figureTexts.entriesCut)}</p>}
      <DataTable
        caption={say(figureTexts.entry)}
        rows={loaded.entries}
        rowKey={({ id, countsOn, recordedAt }) => id + countsOn + recordedAt}
        testId={({ id }) => `figure-entry-${id}`}
        columns={[
          {
            key: 'title',
            title: say(figureTexts.entry),
            main: true,
            render: ({ id, title, no }) => (
              <Link to="/registers/$register/$id" params={{ register, id }}>
                {title || no}
              </Link>
            ),
          },
          { key: 'area', title: say(figureTexts.area), render: ({ areaTitle }) => areaTitle },
          { key: 'state', title: say(figureTexts.state), render: ({ stateLabel }) => say(stateLabel) },
          { key: 'countsOn', title: say(figureTexts.countsOn), render: ({ countsOn }) => <span className="number">{countsOn}</span> },
          {
            key: 'recordedAt',
            title: say(figureTexts.recordedAt),
            render: ({ recordedAt }) => <span className="number">{instantInTable(recordedAt, jurisdiction.timeZone)}</span>,
          },
          {
            key: 'amount',
            title: say(figureTexts.amount),
            align: 'end',
            render: ({ amount }) => <span className="number">{thousands(amount)}</span>,
          },
        ]}
      />
    </div>
  )
}
