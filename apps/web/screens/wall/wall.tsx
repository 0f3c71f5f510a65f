import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useLayoutEffect } from 'react'
import type { Overview } from '#contract/figures.ts'
import { overviewQuery } from '../../api/queries.ts'
import { useGate, useSession } from '../../api/session-gate.ts'
import { LightWord } from '../../frame/light.tsx'
import { Loaded } from '../../frame/page-state.tsx'
import { usePreferences } from '../../frame/preferences.ts'
import { given } from '../../frame/search-params.ts'
import { SignInAgain } from '../../frame/sign-in-again.tsx'
import { useScrolls } from '../../frame/use-scrolls.ts'
import { useTurnOfDay } from '../../frame/use-turn-of-day.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { frameTexts } from '../../texts/texts-frame.ts'
import { useSay } from '../../texts/use-say.ts'
import { applyLook } from '../../theme/theme.ts'
import { dayInText, instantInTable } from '../../values/moment.ts'
import { signed, thousands } from '../../values/money.ts'
import { shadeOf } from '../figures/shade.ts'
import { Spark } from '../overview/spark.tsx'
import { Headline, TargetBar } from '../overview/tile.tsx'

const route = getRouteApi('/wall')

const EVERY_MINUTE = 60_000
type Tile = Overview['tiles'][number]

/** The same figures as everywhere on one dark screen that nobody touches; it refreshes itself and says when it could not. */
export function Wall() {
  const say = useSay()
  const { jurisdiction } = useSession()
  const { asOf } = route.useSearch()
  const { asking } = useGate()
  const overview = useQuery({ ...overviewQuery(asOf), refetchInterval: EVERY_MINUTE, refetchIntervalInBackground: true })
  useDark()
  useTurnOfDay()
  const isLost = asking || overview.isError || overview.isRefetchError || overview.failureCount > 0
  return (
    <div className="wall" data-testid="wall">
      <header className="wall-head">
        <h1>{jurisdiction.title}</h1>
        {jurisdiction.demonstration && <span className="demonstration">{say(frameTexts.demonstration)}</span>}
        <span className="wall-time" role="status">
          {overview.data && <Told overview={overview.data} asOf={asOf} isLost={isLost} />}
        </span>
        <Link to="/overview" search={given({ asOf })} className="plain-link">
          {say(figureTexts.wallBack)}
        </Link>
      </header>
      <Loaded query={overview}>
        {({ tiles, computedAt }) => (
          // The page stays open for days: the day is that of its last answer.
          <Screen tiles={tiles} today={asOf ?? instantInTable(computedAt, jurisdiction.timeZone).slice(0, 10)} />
        )}
      </Loaded>
      {asking && <SignInAgain />}
    </div>
  )
}

interface ToldProps {
  readonly overview: Overview
  readonly asOf: string | undefined
  readonly isLost: boolean
}

/** Of when the figures are, and that nothing newer can be had just now. */
function Told({ overview: { computedAt }, asOf, isLost }: ToldProps) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const { language } = usePreferences()
  const at = instantInTable(computedAt, jurisdiction.timeZone)
  if (isLost) return say(figureTexts.wallFailed, { at })
  if (asOf !== undefined) return say(figureTexts.wallOfDay, { day: dayInText(asOf, language), at })
  return say(figureTexts.wallUpdated, { at })
}

function Screen({ tiles, today }: { readonly tiles: readonly Tile[]; readonly today: string }) {
  const say = useSay()
  const { asOf } = route.useSearch()
  return (
    <main className="wall-body">
      <div className="wall-tiles">
        {tiles.map((tile) => (
          <article className="wall-tile" key={tile.indicator.code}>
            <h2>{say(tile.indicator.title)}</h2>
            <Headline tile={tile} door={{ indicator: tile.indicator.code, asOf }} />
            {tile.target && <TargetBar value={tile.value} target={tile.target.value} path={tile.path} />}
            <p className="wall-line">
              {tile.light && <LightWord light={tile.light} />}
              {tile.week.value !== '0' && (
                <span className="number">
                  {say(figureTexts.week)} {signed(tile.week.value)}
                </span>
              )}
            </p>
            <Spark tile={tile} today={today} />
            <p className="wall-measures">
              {tile.measures
                .filter(({ detail }) => !detail)
                .map(({ measure, title, value }) => (
                  <span key={measure}>
                    {say(title)}{' '}
                    <Door tile={tile} behind={{ measure }}>
                      <strong className="number">{thousands(value)}</strong>
                    </Door>
                  </span>
                ))}
            </p>
          </article>
        ))}
      </div>
      <WallCities tiles={tiles} />
    </main>
  )
}

interface DoorProps {
  readonly tile: Tile
  readonly behind: { readonly measure: string; readonly area?: string }
  readonly children: ReactNode
}

/** Nobody touches the screen, but who stands at it with a mouse gets behind every number. */
function Door({ tile, behind, children }: DoorProps) {
  const { asOf } = route.useSearch()
  return (
    <Link to="/figures/$indicator" params={{ indicator: tile.indicator.code }} search={given({ ...behind, asOf })}>
      {children}
    </Link>
  )
}

/** Cities across, figures down: wide screens are wide. */
function WallCities({ tiles }: { readonly tiles: readonly Tile[] }) {
  const say = useSay()
  const cities = tiles[0]?.byArea ?? []
  const [box, scrolls] = useScrolls()
  return (
    <div className="wall-cities-box" ref={box} {...(scrolls && { role: 'group', tabIndex: 0, 'aria-label': say(figureTexts.cities) })}>
      <table className="wall-cities">
        <caption className="visually-hidden">{say(figureTexts.cities)}</caption>
        <thead>
          <tr>
            <td />
            {cities.map(({ area, title }) => (
              <th key={area} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tiles.map((tile) => {
            const values = cities.map(({ area }) => tile.byArea.find((row) => row.area === area)?.values[tile.counted] ?? '0')
            const most = Math.max(...values.map(Number))
            return (
              <tr key={tile.indicator.code}>
                <th scope="row">{say(tile.indicator.title)}</th>
                {values.map((value, index) => (
                  <td key={cities[index]?.area} className={`number shade-${shadeOf(Number(value), most)}`}>
                    <Door tile={tile} behind={{ measure: tile.counted, ...(cities[index] && { area: cities[index].area }) }}>
                      {thousands(value)}
                    </Door>
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Dark whatever the person has chosen, until one leaves. */
function useDark() {
  const look = usePreferences()
  useLayoutEffect(() => {
    applyLook({ ...look, scheme: 'dark' })
    return () => applyLook(look)
  }, [look])
}
