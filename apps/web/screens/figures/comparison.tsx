import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { lazy, Suspense, useRef } from 'react'
import type { Figure, FigureMatrix } from '#contract/figures.ts'
import { matrixQuery } from '../../api/queries.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { Empty, Loaded, Loading } from '../../frame/page-state.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { MatrixTable, Ranking, rowsTitle } from './comparison-tables.tsx'
import type { Sheet } from './export/sheet.ts'
import { darkest, matrixSheet, rankedRows, rankingSheet } from './export/sheets.ts'
import { TakeAway } from './export/take-away.tsx'
import { useAbout } from './export/use-about.ts'
import { doorClosed, type OpenDoor } from './open-door.ts'

const Lines = lazy(() => import('./lines-chart.tsx').then(({ LinesChart }) => ({ default: LinesChart })))
const route = getRouteApi('/frame/figures/$indicator')

const VIEWS = ['table', 'heat', 'ranking', 'bars', 'lines'] as const
const VIEW_TEXTS = {
  table: figureTexts.viewTable,
  heat: figureTexts.viewHeat,
  ranking: figureTexts.viewRanking,
  bars: figureTexts.viewBars,
  lines: figureTexts.viewLines,
} as const
const COLUMNS = ['measure', 'year', 'half', 'quarter', 'month'] as const
const COLUMN_TEXTS = { ...figureTexts, measure: figureTexts.byMeasure }

interface ComparisonProps {
  readonly figure: Figure
  readonly onOpen: OpenDoor
}

/** A figure cut by city or class, against its measures or over time, in five views; what is chosen stands in the address. */
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
  const box = useRef<HTMLDivElement>(null)
  const restated = new Set(figure.restated.months.map(({ code }) => code))
  const { indicator, period, asOf, computedAt } = matrix
  const about = useAbout({ unit: indicator.unit, period: period.title, day: asOf.day, computedAt, registers: [indicator.register] })
  const title = [say(indicator.title), rowsTitle(matrix, say), say(VIEW_TEXTS[view])].join(' · ')
  if (matrix.columns.length === 0) return <Empty title={say(figureTexts.comparisonEmpty)} />
  return (
    <>
      {matrix.columns.some(({ code }) => restated.has(code)) && <p className="note">{say(figureTexts.restatedColumns)}</p>}
      <div ref={box}>
        {(view === 'lines' || view === 'bars') && (
          <Suspense fallback={<Loading />}>
            <Lines matrix={matrix} as={view} />
          </Suspense>
        )}
        {view === 'ranking' && <Ranking matrix={matrix} counted={figure.counted} onOpen={onOpen} />}
        {(view === 'table' || view === 'heat') && (
          <MatrixTable matrix={matrix} counted={figure.counted} shaded={view === 'heat'} restated={restated} onOpen={onOpen} />
        )}
      </div>
      <div className="panel-acts">
        <TakeAway
          title={title}
          about={about}
          sheet={sheetOf({ matrix, view, figure }, say)}
          {...((view === 'lines' || view === 'bars') && { drawing: { draw: () => box.current?.querySelector('svg') } })}
        />
      </div>
    </>
  )
}

function sheetOf({ matrix, view, figure }: Omit<ViewProps, 'onOpen'>, say: ReturnType<typeof useSay>): Sheet {
  if (view === 'ranking') return rankingSheet(rankedRows(matrix, figure.counted), rowsTitle(matrix, say), say)
  return matrixSheet(matrix, view === 'heat' ? darkest(matrix) : [], say)
}
