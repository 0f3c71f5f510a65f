import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useLayoutEffect } from 'react'
import type { Overview } from '#contract/figures.ts'
import { overviewQuery } from '../../api/queries.ts'
import { useSession } from '../../api/session-gate.ts'
import { LightWord } from '../../frame/light.tsx'
import { Loaded } from '../../frame/page-state.tsx'
import { usePreferences } from '../../frame/preferences.ts'
import { useScrolls } from '../../frame/use-scrolls.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { frameTexts } from '../../texts/texts-frame.ts'
import { useSay } from '../../texts/use-say.ts'
import { applyLook } from '../../theme/theme.ts'
import { instantInTable } from '../../values/moment.ts'
import { signed, thousands } from '../../values/money.ts'
import { shadeOf } from '../figures/shade.ts'
import { Spark } from '../overview/spark.tsx'
import { Headline, TargetBar } from '../overview/tile.tsx'

const EVERY_MINUTE = 60_000
type Tile = Overview['tiles'][number]

/** The same figures as everywhere on one dark screen that nobody touches; it refreshes itself and says when it could not. */
export function Wall() {
  const say = useSay()
  const { jurisdiction } = useSession()
  const overview = useQuery({ ...overviewQuery(), refetchInterval: EVERY_MINUTE, refetchIntervalInBackground: true })
  useDark()
  const at = overview.data === undefined ? '' : instantInTable(overview.data.computedAt, jurisdiction.timeZone)
  return (
    <div className="wall" data-testid="wall">
      <header className="wall-head">
        <h1>{jurisdiction.title}</h1>
        {jurisdiction.demonstration && <span className="demonstration">{say(frameTexts.demonstration)}</span>}
        <span className="wall-time" role="status">
          {say(overview.isError || overview.isRefetchError ? figureTexts.wallFailed : figureTexts.wallUpdated, { at })}
        </span>
        <Link to="/overview" className="plain-link">
          {say(figureTexts.wallBack)}
        </Link>
      </header>
      <Loaded query={overview}>{({ tiles }) => <Screen tiles={tiles} today={jurisdiction.today} />}</Loaded>
    </div>
  )
}

function Screen({ tiles, today }: { readonly tiles: readonly Tile[]; readonly today: string }) {
  const say = useSay()
  return (
    <main className="wall-body">
      <div className="wall-tiles">
        {tiles.map((tile) => (
          <article className="wall-tile" key={tile.indicator.code}>
            <h2>{say(tile.indicator.title)}</h2>
            <Headline tile={tile} />
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
                    {say(title)} <strong className="number">{thousands(value)}</strong>
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
                    {thousands(value)}
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
