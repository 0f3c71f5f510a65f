import { Link } from '@tanstack/react-router'
import type { Figure } from '#contract/figures.ts'
import { asProblem } from '../../api/problem-error.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { Light } from '../../frame/light.tsx'
import { Empty } from '../../frame/page-state.tsx'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'
import { Headline } from '../overview/tile.tsx'
import type { Sheet } from './export/sheet.ts'
import { figureCell } from './export/sheets.ts'
import { TakeAway } from './export/take-away.tsx'
import { useAbout } from './export/use-about.ts'
import { Rule, TargetQuote } from './figure-words.tsx'
import { StatisticSettings } from './statistic-settings.tsx'

type Statistic = NonNullable<Figure['statistic']>

interface StatisticFigureProps {
  readonly figure: Figure
  readonly statistic: Statistic
}

/** A figure out of published statistics: the latest value with its source, against the target, and the values before. */
export function StatisticFigure({ figure, statistic: { latest, series, areas, settings } }: StatisticFigureProps) {
  const say = useSay()
  const { target, light, forecast } = figure
  return (
    <>
      <section className="panel figure-summary" data-testid="statistic-figure">
        <div className="figure-head">
          <Headline tile={figure} />
          <p className="note">
            {say(figureTexts.publishedIn, { period: latest.period, source: latest.source, day: latest.knownOn })}{' '}
            <Link to="/registers/$register/$id" params={{ register: 'statistic', id: latest.id }} data-testid="statistic-entry">
              {say(figureTexts.seeStatistic)}
            </Link>
          </p>
          {light && <Light light={light} />}
          {forecast && <p className="note">{say(forecast.method)}</p>}
          {target && <TargetQuote target={target} />}
        </div>
      </section>
      <Values figure={figure} title={say(figureTexts.publishedValues)} rows={series.toReversed()} testId="statistic-series" />
      {areas.length > 0 && <Values figure={figure} title={say(figureTexts.publishedByArea)} rows={areas} testId="statistic-areas" />}
      <StatisticSettings settings={settings} />
      <Rule figure={figure} />
    </>
  )
}

/** An indicator for which no value has been confirmed yet, with the way to enter the first. */
export function NoStatistic({ error }: { readonly error: unknown }) {
  const say = useSay()
  return (
    <Empty title={say(figureTexts.noStatistic)} note={say(asProblem(error).words)}>
      <Link to="/registers/$register" params={{ register: 'statistic' }} data-testid="to-statistics">
        {say(figureTexts.toStatistics)}
      </Link>{' '}
      <Link to="/registers/$register" params={{ register: 'statistical_indicator' }} data-testid="to-indicators">
        {say(figureTexts.toIndicators)}
      </Link>
    </Empty>
  )
}

interface ValuesProps {
  readonly figure: Figure
  readonly title: string
  readonly rows: Statistic['series']
  readonly testId: string
}

function Values({ figure: { indicator, period, asOf, computedAt }, title, rows, testId }: ValuesProps) {
  const say = useSay()
  const about = useAbout({ unit: indicator.unit, period: period.title, day: asOf.day, computedAt, registers: [indicator.register] })
  return (
    <section className="panel" aria-label={title} data-testid={testId}>
      <div className="panel-head">
        <h2>{title}</h2>
        <div className="panel-acts">
          <TakeAway title={`${say(indicator.title)} · ${title}`} about={about} sheet={valuesSheet(rows, say(indicator.unit), say)} />
        </div>
      </div>
      <DataTable
        caption={title}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'period',
            title: say(figureTexts.period),
            main: true,
            render: ({ id, period }) => (
              <Link to="/registers/$register/$id" params={{ register: 'statistic', id }} className="number">
                {period}
              </Link>
            ),
          },
          { key: 'area', title: say(figureTexts.area), render: ({ areaTitle }) => areaTitle },
          {
            key: 'value',
            title: say(figureTexts.publishedValue, { unit: say(indicator.unit) }),
            align: 'end',
            render: ({ value }) => <span className="number">{thousands(value)}</span>,
          },
          {
            key: 'source',
            title: say(figureTexts.sourceDocument),
            render: ({ source, sourceNo }) => (sourceNo === null ? source : say(figureTexts.sourceWithNo, { source, no: sourceNo })),
          },
          {
            key: 'known',
            title: say(figureTexts.publishedOn),
            fit: true,
            render: ({ knownOn }) => <span className="number">{knownOn}</span>,
          },
        ]}
      />
    </section>
  )
}

function valuesSheet(rows: Statistic['series'], unit: string, say: ReturnType<typeof useSay>): Sheet {
  return {
    head: [
      say(figureTexts.period),
      say(figureTexts.area),
      say(figureTexts.publishedValue, { unit }),
      say(figureTexts.sourceDocument),
      say(figureTexts.publishedOn),
    ],
    rows: rows.map(({ period, areaTitle, value, source, sourceNo, knownOn }) => [
      { text: period },
      { text: areaTitle },
      figureCell(value),
      { text: sourceNo === null ? source : say(figureTexts.sourceWithNo, { source, no: sourceNo }) },
      { text: knownOn },
    ]),
  }
}
