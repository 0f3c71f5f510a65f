import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import type { CalendarView } from '#contract/calendar.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { calendarQuery, importCalendar } from '../../api/selection.ts'
import { useSession } from '../../api/session-gate.ts'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded, Refusal } from '../../frame/page-state.tsx'
import { testId } from '../../frame/test-id.ts'
import { useMayGive } from '../../frame/use-may-give.ts'
import { calendarTexts, callTexts } from '../../texts/texts-selection.ts'
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

const ROWS = { minRows: 8, maxRows: 20 }

function ImportDialog({ known, onClose }: { readonly known: readonly Year[]; readonly onClose: () => void }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const [year, setYear] = useState<number>(Number(jurisdiction.today.slice(0, 4)) + 1)
  const [basis, setBasis] = useState('')
  const [table, setTable] = useState('')
  const [tried, setTried] = useState(false)
  const importing = useMutation({
    mutationFn: () => importCalendar({ year, basis: basis.trim(), rows: [...calendarRows(table)] }),
    onSuccess: async () => {
      await refreshAfterWrite()
      onClose()
    },
  })
  const isComplete = basis.trim() !== '' && table.trim() !== ''
  const confirm = () => {
    setTried(true)
    if (isComplete) importing.mutate()
  }
  return (
    <Modal
      open
      title={say(calendarTexts.import)}
      okText={say(callTexts.confirm)}
      cancelText={say(callTexts.cancel)}
      onOk={confirm}
      onCancel={onClose}
      confirmLoading={importing.isPending}
      okButtonProps={testId('confirm-import')}
    >
      <div className="dialog-fields">
        <label>
          <span>{say(calendarTexts.year)}</span>
          <InputNumber value={year} min={1949} max={2199} precision={0} onChange={(value) => value !== null && setYear(value)} />
          {known.some((one) => one.year === year) && <span className="warning-note">{say(calendarTexts.replaces)}</span>}
        </label>
        <label>
          <span>{say(calendarTexts.basis)}</span>
          <Input value={basis} maxLength={200} onChange={({ target }) => setBasis(target.value)} data-testid="calendar-basis" />
        </label>
        <label>
          <span>{say(calendarTexts.table)}</span>
          <Input.TextArea
            autoSize={ROWS}
            value={table}
            placeholder={say(calendarTexts.sample)}
            onChange={({ target }) => setTable(target.value)}
            data-testid="calendar-table"
          />
          <span className="note">{say(calendarTexts.tableNote)}</span>
        </label>
      </div>
      {tried && !isComplete && <p className="fault">{say(calendarTexts.missing)}</p>}
      <Refusal error={importing.error} />
    </Modal>
  )
}
