import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { lazy, Suspense, useRef } from 'react'
import type { Figure, FigureMatrix } from '#contract/figures.ts'
import { matrixQuery } from '../../api/queries.ts'
import { useSession } from '../../api/session-gate.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { Empty, Loaded, Loading } from '../../frame/page-state.tsx'
import { usePreferences } from '../../frame/preferences.ts'
import { useAsOf } from '../../frame/use-as-of.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { chartColours } from '../../theme/theme.ts'
import { keepFile } from '../../values/keep-file.ts'
import { instantInTable } from '../../values/moment.ts'
import { csvOf } from './arithmetic.ts'
import { MatrixTable, Ranking } from './comparison-tables.tsx'
import { doorClosed, type OpenDoor } from './open-door.ts'
import { svgToPng } from './svg-to-png.ts'

const Lines = lazy(() => import('./lines-chart.tsx').then(({ LinesChart }) => ({ default: LinesChart })))
const route = getRouteApi('/frame/figures/$indicator')

const VIEWS = ['table', 'heat', 'ranking', 'lines'] as const
const VIEW_TEXTS = {
  table: figureTexts.viewTable,
  heat: figureTexts.viewHeat,
  ranking: figureTexts.viewRanking,
  lines: figureTexts.viewLines,
} as const
const COLUMNS = ['measure', 'year', 'half', 'quarter', 'month'] as const
const COLUMN_TEXTS = { ...figureTexts, measure: figureTexts.byMeasure }

interface ComparisonProps {
  readonly figure: Figure
  readonly onOpen: OpenDoor
}

/** A figure cut by city or class, against its measures or over time, in four views; what is chosen stands in the address. */
export function Comparison({ figure, onOpen }: ComparisonProps) {
  const say = useSay()
  const { rows = 'area', columns = 'measure', view: asked, period } = route.useSearch()
  const asOf = useAsOf()
  const view = VIEWS.find((each) => each === asked) ?? 'heat'
  const matrix = useQuery(matrixQuery({ indicator: figure.indicator.code, by: rows, columns, period, asOf }))
  const navigate = useNavigate({ from: '/figures/$indicator' })
  const choose = (change: { readonly rows?: string; readonly columns?: string; readonly view?: string }) =>
    void navigate({ search: (before) => ({ ...doorClosed(before), ...change }), replace: true, resetScroll: false })
  return (
    <section className="panel" aria-labelledby="comparison-title" data-testid="comparison">
      <div className="panel-head">
        <h2 id="comparison-title">{say(figureTexts.comparison)}</h2>
        <Segmented
          value={view}
          onChange={(chosen: string) => choose({ view: chosen })}
          options={VIEWS.map((each) => ({
            value: each,
            label: say(VIEW_TEXTS[each]),
            disabled: each === 'lines' && columns === 'measure',
          }))}
        />
      </div>
      <Loaded query={matrix}>
        {(loaded) => (
          <>
            <div className="comparison-choices">
              <span>
                {say(figureTexts.comparisonRows)}
                <PlainSelect
                  label={say(figureTexts.comparisonRows)}
                  value={rows}
                  options={loaded.dimensions.map(({ by, title }) => ({ value: by, label: say(title) }))}
                  onChange={(by) => choose({ rows: by })}
                  testId="comparison-rows"
                />
              </span>
              <span>
                {say(figureTexts.comparisonColumns)}
                <PlainSelect
                  label={say(figureTexts.comparisonColumns)}
                  value={columns}
                  options={COLUMNS.map((each) => ({ value: each, label: say(COLUMN_TEXTS[each]) }))}
                  onChange={(each) => choose({ columns: each, ...(each === 'measure' && view === 'lines' && { view: 'heat' }) })}
                  testId="comparison-columns"
                />
              </span>
              {columns !== 'measure' && <span className="note">{say(figureTexts.comparisonHeld)}</span>}
            </div>
            {loaded.partial && (
              <p className="note" data-testid="groups-note">
                {say(figureTexts.byGroupNote)}
              </p>
            )}
            <View matrix={loaded} view={view} figure={figure} onOpen={onOpen} />
          </>
        )}
      </Loaded>
    </section>
  )
}

interface ViewProps extends ComparisonProps {
  readonly matrix: FigureMatrix
  readonly view: (typeof VIEWS)[number]
}

function View({ matrix, view, figure, onOpen }: ViewProps) {
  const say = useSay()
  const { scheme } = usePreferences()
  const { jurisdiction } = useSession()
  const box = useRef<HTMLDivElement>(null)
  const name = `${say(figure.indicator.title)}-${say(figureTexts.comparison)}-${figure.asOf.day}`
  const rowsTitle = matrix.dimensions.find(({ by }) => by === matrix.by)?.title
  const title = [say(figure.indicator.title), ...(rowsTitle ? [say(rowsTitle)] : []), say(figure.period.title)].join(' · ')
  const source = say(figureTexts.source, {
    register: say(figure.indicator.title),
    at: instantInTable(matrix.computedAt, jurisdiction.timeZone),
  })
  const exportPng = async () => {
    const svg = box.current?.querySelector('svg')
    if (svg) keepFile(`${name}.png`, await svgToPng(svg, { title, source }, chartColours(scheme)))
  }
  const exportCsv = () =>
    keepFile(
      `${name}.csv`,
      new Blob(
        [
          csvOf([
            ['', ...matrix.columns.map(({ title }) => say(title)), say(figureTexts.total)],
            ...matrix.rows.map(({ title, values, total }) => [say(title), ...values, total]),
            [say(matrix.partial ? figureTexts.province : figureTexts.total), ...matrix.total.values, matrix.total.total],
          ]),
        ],
        { type: 'text/csv' },
      ),
    )
  if (matrix.columns.length === 0) return <Empty title={say(figureTexts.comparisonEmpty)} />
  return (
    <>
      <div ref={box}>
        {view === 'lines' && matrix.columns.length > 0 && (
          <Suspense fallback={<Loading />}>
            <Lines matrix={matrix} />
          </Suspense>
        )}
        {view === 'ranking' && <Ranking matrix={matrix} counted={figure.counted} onOpen={onOpen} />}
        {(view === 'table' || view === 'heat') && (
          <MatrixTable matrix={matrix} counted={figure.counted} shaded={view === 'heat'} onOpen={onOpen} />
        )}
      </div>
      <div className="panel-acts">
        {view === 'lines' && <Button onClick={() => void exportPng()}>{say(figureTexts.exportPng)}</Button>}
        <Button onClick={exportCsv}>{say(figureTexts.exportCsv)}</Button>
      </div>
    </>
  )
}
