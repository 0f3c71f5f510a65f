import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { CalendarView } from '#contract/calendar.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { calendarQuery, importCalendar } from '../../api/selection.ts'
import { useSession } from '../../api/session-gate.ts'
import { AskDialog } from '../../frame/ask-dialog.tsx'
import type { Answers, Asked } from '../../frame/asked-fields.tsx'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { useMayGive } from '../../frame/use-may-give.ts'
import { calendarTexts } from '../../texts/texts-selection.ts'
import { useSay } from '../../texts/use-say.ts'
import { calendarRows } from '../../values/calendar-rows.ts'

type Year = CalendarView['years'][number]

/** The years whose days off are known, and how to bring in another. */
export function CalendarPage() {
  const say = useSay()
  const [importing, setImporting] = useState(false)
  const mayImport = useMayGive('selection.import-calendar')
  const calendar = useQuery(calendarQuery)
  return (
    <Page
      title={say(calendarTexts.title)}
      note={say(calendarTexts.note)}
      actions={
        mayImport && (
          <Button type="primary" onClick={() => setImporting(true)} data-testid="import-calendar">
            {say(calendarTexts.import)}
          </Button>
        )
      }
    >
      <Loaded query={calendar}>
        {({ years }) =>
          years.length === 0 ? <Empty title={say(calendarTexts.none)} /> : years.map((year) => <YearPanel key={year.year} year={year} />)
        }
      </Loaded>
      {importing && <ImportDialog known={calendar.data?.years ?? []} onClose={() => setImporting(false)} />}
    </Page>
  )
}

function YearPanel({ year: { year, basis, days } }: { readonly year: Year }) {
  const say = useSay()
  const kinds = [
    { type: 'off', title: calendarTexts.off },
    { type: 'working_weekend', title: calendarTexts.working },
  ]
  return (
    <section className="panel" aria-labelledby={`year-${year}`} data-testid={`calendar-${year}`}>
      <div className="panel-head">
        <h2 id={`year-${year}`} className="number">
          {year}
        </h2>
        <span className="note">{basis}</span>
      </div>
      <dl className="calendar-days">
        {kinds.map(({ type, title }) => {
          const own = days.filter(({ dayType }) => dayType === type)
          return (
            <div key={type}>
              <dt>
                {say(title)} <span className="note">{say(calendarTexts.count, { count: own.length })}</span>
              </dt>
              <dd>
                {byName(own).map(({ name, text }) => (
                  <span key={name} className="calendar-group">
                    {name} <span className="number">{text}</span>
                  </span>
                ))}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

/** 国庆节 10-01 – 10-07: neighbours become a span. */
function byName(days: Year['days']): readonly { readonly name: string; readonly text: string }[] {
  return [...Map.groupBy(days, ({ title }) => title)].map(([name, own]) => ({
    name,
    text: spansOf(own.map(({ day }) => day)).join(' '),
  }))
}

const DAY_MS = 86_400_000

function spansOf(days: readonly string[]): readonly string[] {
  const spans: [string, string][] = []
  for (const day of days) {
    const last = spans.at(-1)
    if (last && Date.parse(day) - Date.parse(last[1]) === DAY_MS) last[1] = day
    else spans.push([day, day])
  }
  return spans.map(([from, to]) => (from === to ? from.slice(5) : `${from.slice(5)} – ${to.slice(5)}`))
}

const TABLE_ROWS = { minRows: 8, maxRows: 20 }
/** A year's table has some 30 lines; this is room for one of a whole year. */
const LONGEST_TABLE = 20_000

function ImportDialog({ known, onClose }: { readonly known: readonly Year[]; readonly onClose: () => void }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const asks = ({ year }: Answers): readonly Asked[] => [
    {
      name: 'year',
      label: calendarTexts.year,
      control: 'number',
      least: 1949,
      most: 2199,
      warning: known.some((one) => String(one.year) === year) ? say(calendarTexts.replaces) : undefined,
    },
    { name: 'basis', label: calendarTexts.basis, control: 'line' },
    {
      name: 'rows',
      label: calendarTexts.table,
      control: 'paragraph',
      rows: TABLE_ROWS,
      most: LONGEST_TABLE,
      example: say(calendarTexts.sample),
      note: say(calendarTexts.tableNote),
    },
  ]
  return (
    <AskDialog
      title={say(calendarTexts.import)}
      okId="confirm-import"
      asks={asks}
      initial={{ year: String(Number(jurisdiction.today.slice(0, 4)) + 1) }}
      onGive={async ({ year, basis = '', rows = '' }) => {
        await importCalendar({ year: Number(year), basis, rows: [...calendarRows(rows)] })
        await refreshAfterWrite()
      }}
      onClose={onClose}
    />
  )
}
