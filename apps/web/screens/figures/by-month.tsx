import { Button, Segmented, Tag, Tooltip } from 'antd'
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import type { Figure, Restatement } from '#contract/figures.ts'
import { useSession } from '../../api/session-gate.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { Loading } from '../../frame/page-state.tsx'
import { usePreferences } from '../../frame/preferences.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { chartColours } from '../../theme/theme.ts'
import { keepFile } from '../../values/keep-file.ts'
import { instantInTable } from '../../values/moment.ts'
import { thousands } from '../../values/money.ts'
import { parsePeriod, periodTitle } from '../../values/period.ts'
import { csvOf, percent } from './arithmetic.ts'
import { Door } from './by-area.tsx'
import type { OpenDoor } from './open-door.ts'
import { svgToPng } from './svg-to-png.ts'

const MonthChart = lazy(() => import('./month-chart.tsx').then(({ MonthChart }) => ({ default: MonthChart })))

interface ByMonthProps {
  readonly figure: Figure
  readonly onOpen: OpenDoor
}

/** The way to the target, month by month: the title says the finding. */
export function ByMonth({ figure, onOpen }: ByMonthProps) {
  const say = useSay()
  const { scheme } = usePreferences()
  const { jurisdiction } = useSession()
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const box = useRef<HTMLDivElement>(null)
  const finding = useFinding(figure)
  const { byMonth, indicator } = figure
  const name = `${say(indicator.title)}-${figure.asOf.day}`
  const source = say(figureTexts.source, { register: say(indicator.title), at: instantInTable(figure.computedAt, jurisdiction.timeZone) })
  const exportPng = async () => {
    const svg = box.current?.querySelector('svg')
    if (svg) keepFile(`${name}.png`, await svgToPng(svg, { title: finding, source }, chartColours(scheme)))
  }
  const sentenceOn = (month: string) => {
    const mark = figure.restated.months.find(({ code }) => code === month)
    return mark ? say(mark.words) : ''
  }
  const exportCsv = () =>
    keepFile(
      `${name}.csv`,
      new Blob(
        [
          csvOf([
            [say(figureTexts.month), say(figureTexts.ofMonth), say(figureTexts.running), say(figureTexts.restatedMark)],
            ...byMonth.map(({ month, value, running }) => [month, value, running, sentenceOn(month)]),
          ]),
        ],
        { type: 'text/csv' },
      ),
    )
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
              onChange={(chosen: 'chart' | 'table') => setView(chosen)}
              options={[
                { value: 'chart', label: say(figureTexts.chart) },
                { value: 'table', label: say(figureTexts.table) },
              ]}
            />
            {view === 'chart' && <Button onClick={() => void exportPng()}>{say(figureTexts.exportPng)}</Button>}
            <Button onClick={exportCsv}>{say(figureTexts.exportCsv)}</Button>
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
      <p className="note">{source}</p>
    </section>
  )
}

function Chart({ figure, onOpen }: ByMonthProps) {
  const say = useSay()
  const { byMonth, target, counted, indicator } = figure
  const choose = useCallback((month: string) => onOpen({ measure: counted, month }), [onOpen, counted])
  const drawn = useMemo(
    () => ({
      months: byMonth.map(({ month }) => month),
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
    [byMonth, target, indicator, say],
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

function useFinding({ byMonth, target, indicator }: Figure): string {
  const say = useSay()
  const last = byMonth.at(-1)
  if (last === undefined) return say(figureTexts.byMonth)
  const period = parsePeriod(last.month)
  const facts = { month: period ? say(periodTitle(period)) : last.month, value: thousands(last.running), unit: say(indicator.unit) }
  return target === null
    ? say(figureTexts.monthFindingPlain, facts)
    : say(figureTexts.monthFinding, { ...facts, share: percent(last.running, target.value) })
}
