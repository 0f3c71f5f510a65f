import { getRouteApi } from '@tanstack/react-router'
import { Segmented, Tag, Tooltip } from 'antd'
import { lazy, Suspense, useCallback, useMemo, useRef } from 'react'
import type { Figure, Restatement } from '#contract/figures.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { Loading } from '../../frame/page-state.tsx'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'
import { parsePeriod, periodTitle } from '../../values/period.ts'
import { percent } from './arithmetic.ts'
import { Door } from './by-area.tsx'
import { RESTATED } from './comparison-tables.tsx'
import { monthSheet } from './export/sheets.ts'
import { TakeAway } from './export/take-away.tsx'
import { useAbout } from './export/use-about.ts'
import type { OpenDoor } from './open-door.ts'
import { useShow } from './use-show.ts'

const MonthChart = lazy(() => import('./month-chart.tsx').then(({ MonthChart }) => ({ default: MonthChart })))

const route = getRouteApi('/frame/figures/$indicator')

interface ByMonthProps {
  readonly figure: Figure
  readonly onOpen: OpenDoor
}

/** The way to the target, month by month: the title says the finding; chart or table stands in the address. */
export function ByMonth({ figure, onOpen }: ByMonthProps) {
  const say = useSay()
  const { months: view = 'chart' } = route.useSearch()
  const show = useShow()
  const box = useRef<HTMLDivElement>(null)
  const finding = useFinding(figure)
  const { byMonth, indicator, period, asOf, computedAt, restated } = figure
  const about = useAbout({ unit: indicator.unit, period: period.title, day: asOf.day, computedAt, registers: [indicator.register] })
  return (
    <section className="panel" aria-labelledby="month-title">
      <div className="panel-head">
        <div>
          <h2 id="month-title">{finding}</h2>
          <p className="note">{say(figureTexts.byMonth)}</p>
        </div>
        {byMonth.length > 0 && (
          <div className="panel-acts">
            <Segmented
              value={view}
              onChange={(chosen: 'chart' | 'table') => show({ months: chosen === 'table' ? 'table' : undefined })}
              options={[
                { value: 'chart', label: say(figureTexts.chart) },
                { value: 'table', label: say(figureTexts.table) },
              ]}
            />
            <TakeAway
              title={`${say(indicator.title)} · ${finding}`}
              about={about}
              sheet={monthSheet(figure, say)}
              {...(view === 'chart' && { drawing: { draw: () => box.current?.querySelector('svg') } })}
            />
          </div>
        )}
      </div>
      {byMonth.length === 0 && <p className="note">{say(figureTexts.monthEmpty)}</p>}
      {byMonth.length > 0 && view === 'chart' && (
        <div ref={box}>
          <Suspense fallback={<Loading />}>
            <Chart figure={figure} onOpen={onOpen} />
          </Suspense>
        </div>
      )}
      {byMonth.length > 0 && view === 'table' && <MonthTable figure={figure} onOpen={onOpen} />}
      {restated.months.length > 0 && view === 'chart' && <p className="note">{say(figureTexts.restatedColumns)}</p>}
      <p className="note">{about.source}</p>
    </section>
  )
}

function Chart({ figure, onOpen }: ByMonthProps) {
  const say = useSay()
  const { byMonth, counted, indicator, restated, period } = figure
  const target = period.from === null ? figure.target : null
  const choose = useCallback((month: string) => onOpen({ measure: counted, month }), [onOpen, counted])
  const drawn = useMemo(
    () => ({
      months: byMonth.map(({ month }) => month),
      marks: new Map(restated.months.map(({ code }) => [code, RESTATED])),
      own: byMonth.map(({ value }) => Number(value)),
      running: byMonth.map(({ running }) => Number(running)),
      target: target === null ? undefined : Number(target.value),
      words: {
        own: say(figureTexts.ofMonth),
        running: say(figureTexts.running),
        target: say(figureTexts.targetLine, { value: target?.value ?? '' }),
        unit: say(indicator.unit),
      },
    }),
    [byMonth, target, indicator, restated, say],
  )
  return <MonthChart {...drawn} onChoose={choose} />
}

function MonthTable({ figure: { byMonth, counted, restated }, onOpen }: ByMonthProps) {
  const say = useSay()
  const marks = new Map(restated.months.map((mark) => [mark.code, mark]))
  return (
    <DataTable
      caption={say(figureTexts.byMonth)}
      onPhone="kept"
      rows={byMonth}
      rowKey={({ month }) => month}
      columns={[
        { key: 'month', title: say(figureTexts.month), main: true, render: ({ month }) => <Month month={month} mark={marks.get(month)} /> },
        {
          key: 'value',
          title: say(figureTexts.ofMonth),
          align: 'end',
          render: ({ month, value }) => <Door value={value} onOpen={() => onOpen({ measure: counted, month })} />,
        },
        {
          key: 'running',
          title: say(figureTexts.running),
          align: 'end',
          render: ({ running }) => <span className="number">{thousands(running)}</span>,
        },
      ]}
    />
  )
}

/** A month, marked with its sentence where its figure is no longer what was reported. */
function Month({ month, mark }: { readonly month: string; readonly mark: Restatement | undefined }) {
  const say = useSay()
  if (mark === undefined) return month
  return (
    <>
      {month}{' '}
      <Tooltip title={say(mark.words)}>
        <Tag>{say(figureTexts.restatedMark)}</Tag>
      </Tooltip>
    </>
  )
}

/** Within one period the months add up to that period, which is not held against a target for all of them. */
function useFinding({ byMonth, target, indicator, period: within }: Figure): string {
  const say = useSay()
  const last = byMonth.at(-1)
  if (last === undefined) return say(figureTexts.byMonth)
  const period = parsePeriod(last.month)
  const facts = { month: period ? say(periodTitle(period)) : last.month, value: thousands(last.running), unit: say(indicator.unit) }
  if (within.from !== null) return say(figureTexts.monthFindingPeriod, { ...facts, period: say(within.title) })
  return target === null
    ? say(figureTexts.monthFindingPlain, facts)
    : say(figureTexts.monthFinding, { ...facts, share: percent(last.running, target.value) })
}
