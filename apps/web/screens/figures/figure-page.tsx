import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Figure } from '#contract/figures.ts'
import { asProblem } from '../../api/problem-error.ts'
import { figureQuery } from '../../api/queries.ts'
import { useSession } from '../../api/session-gate.ts'
import { CopyButton } from '../../controls/copy-button.tsx'
import { Light } from '../../frame/light.tsx'
import { Page } from '../../frame/page.tsx'
import { Loaded } from '../../frame/page-state.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'
import { thousands } from '../../values/money.ts'
import { Headline, isCountedAlone, TargetBar } from '../overview/tile.tsx'
import { ByArea, ByGroup } from './by-area.tsx'
import { ByMonth } from './by-month.tsx'
import { Comparison } from './comparison.tsx'
import { EntriesDrawer } from './entries-drawer.tsx'
import { Rule, TargetQuote } from './figure-words.tsx'
import { doorClosed, type OpenDoor } from './open-door.ts'
import { PartLines } from './parts.tsx'
import { PeriodPicker } from './period-picker.tsx'
import { Restated } from './restated.tsx'
import { SettingLines } from './settings.tsx'
import { NoStatistic, StatisticFigure } from './statistic-figure.tsx'

const route = getRouteApi('/frame/figures/$indicator')

/** A figure: against its target, by city, by month, with its rule; every number opens the entries behind it. */
export function FigurePage() {
  const say = useSay()
  const { indicator } = route.useParams()
  const { period, measure, area, group, month, since, by, class: value } = route.useSearch()
  const asOf = useAsOf()
  const figure = useQuery(figureQuery(indicator, period, asOf))
  const navigate = useNavigate({ from: '/figures/$indicator' })
  const open = useCallback<OpenDoor>((door) => void navigate({ search: (before) => ({ ...doorClosed(before), ...door }) }), [navigate])
  const isWaiting = figure.data === undefined && figure.error !== null && asProblem(figure.error).code === 'statistic.none'
  const close = () => void navigate({ search: doorClosed })
  const choosePeriod = (code: string | undefined) =>
    void navigate({
      search: (before) => {
        const { period: _old, ...kept } = doorClosed(before)
        return code === undefined ? kept : { ...kept, period: code }
      },
      replace: true,
    })
  return (
    <Page
      title={figure.data ? say(figure.data.indicator.title) : say(isWaiting ? figureTexts.statistic : figureTexts.overview)}
      actions={figure.data && <CopyLink asOf={figure.data.asOf} />}
      note={figure.data && <Stamp figure={figure.data} />}
    >
      {figure.data && figure.data.statistic === null && (
        <div className="figure-choices">
          <PeriodPicker value={period} onChange={choosePeriod} />
          <span className="note">{say(figureTexts.periodNote)}</span>
        </div>
      )}
      {isWaiting && <NoStatistic error={figure.error} />}
      {!isWaiting && (
        <Loaded query={figure}>
          {(loaded) =>
            loaded.statistic !== null ? (
              <StatisticFigure figure={loaded} statistic={loaded.statistic} />
            ) : (
              <>
                <Summary figure={loaded} onOpen={open} />
                <ByArea figure={loaded} onOpen={open} />
                <ByGroup figure={loaded} onOpen={open} />
                <ByMonth figure={loaded} onOpen={open} />
                <Comparison figure={loaded} onOpen={open} />
                <Restated figure={loaded} />
                <Rule figure={loaded} />
                {(measure ?? area) !== undefined && (
                  <EntriesDrawer
                    figure={loaded}
                    door={{ indicator, measure: measure ?? loaded.counted, area, group, month, since, by, class: value, period, asOf }}
                    onClose={close}
                  />
                )}
              </>
            )
          }
        </Loaded>
      )}
    </Page>
  )
}

/** Which period, as of which day, computed when: two choices that are never mixed, and the freshness. */
function Stamp({ figure: { period, asOf, computedAt } }: { readonly figure: Figure }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  return [
    say(figureTexts.aboutPeriod, { period: say(period.title) }),
    ...(asOf.now ? [] : [say(figureTexts.aboutDay, { day: asOf.day })]),
    say(figureTexts.computedAt, { at: instantInTable(computedAt, jurisdiction.timeZone) }),
  ].join(' · ')
}

/** The address of exactly this view, with the day it is of: opened later it shows the same figures. */
function CopyLink({ asOf: { day, now: isToday } }: Pick<Figure, 'asOf'>) {
  const say = useSay()
  const address = () => {
    const here = new URL(window.location.href)
    here.searchParams.set('asOf', day)
    return here.href
  }
  return (
    <CopyButton
      id="copy-link"
      label={say(figureTexts.copyLink)}
      words={address}
      copied={say(isToday ? figureTexts.linkCopiedToday : figureTexts.linkCopied, { day })}
      byHand={address()}
    />
  )
}

function Summary({ figure, onOpen }: { readonly figure: Figure; readonly onOpen: OpenDoor }) {
  const say = useSay()
  const { measures, counted, target, light } = figure
  // What one period brought is not held against a target that is reached over all of them.
  const isWhole = figure.period.from === null
  return (
    <section className="panel figure-summary">
      <div className="figure-head">
        <Headline
          tile={isWhole ? figure : { ...figure, target: null }}
          untargeted={isWhole ? figureTexts.noTarget : figureTexts.ofPeriod}
          {...(isCountedAlone(figure) && { onOpen: () => onOpen({ measure: counted }) })}
        />
        {target && isWhole && <TargetBar value={figure.value} target={target.value} path={figure.path} />}
        <SettingLines indicator={figure.indicator.code} settings={figure.settings} changeable />
        <PartLines indicator={figure.indicator.code} parts={figure.parts} />
        {light && <Light light={light} />}
        {figure.forecast && <p className="note">{say(figure.forecast.method)}</p>}
        {target && <TargetQuote target={target} />}
      </div>
      <div className="measure-lists">
        <Measures measures={measures.filter(({ detail }) => !detail)} counted={counted} onOpen={onOpen} />
        <Measures measures={measures.filter(({ detail }) => detail)} counted={counted} onOpen={onOpen} />
      </div>
    </section>
  )
}

interface MeasuresProps {
  readonly measures: Figure['measures']
  readonly counted: string
  readonly onOpen: OpenDoor
}

/** Measures as doors to their entries: the figures themselves as cards, details as lines. */
function Measures({ measures, counted, onOpen }: MeasuresProps) {
  const say = useSay()
  if (measures.length === 0) return null
  return (
    <dl className={measures.some(({ detail }) => detail) ? 'measures measures-detail' : 'measures'}>
      {measures.map(({ measure, title, value }) => (
        <div key={measure} className={measure === counted ? 'measure measure-counted' : 'measure'}>
          <dt>{say(title)}</dt>
          <dd>
            <button
              type="button"
              className="measure-door number"
              data-testid={`figure-${measure}`}
              data-value={value}
              onClick={() => onOpen({ measure })}
            >
              {thousands(value)}
            </button>
          </dd>
        </div>
      ))}
    </dl>
  )
}
