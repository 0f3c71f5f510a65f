import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { overviewQuery } from '../../api/queries.ts'
import { useSession } from '../../api/session-gate.ts'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'
import { Cities } from './cities.tsx'
import { LatePanel } from './late.tsx'
import { TileCard } from './tile.tsx'
import { WeekPanel } from './week.tsx'

/** The headline figures, each a door; cities against figures; what the last seven days changed. */
export function OverviewPage() {
  const say = useSay()
  const { jurisdiction } = useSession()
  const asOf = useAsOf()
  const overview = useQuery(overviewQuery(asOf))
  return (
    <Page
      title={say(figureTexts.overview)}
      note={overview.data && say(figureTexts.computedAt, { at: instantInTable(overview.data.computedAt, jurisdiction.timeZone) })}
      actions={
        <Link to="/wall" className="plain-link" data-testid="wall-link">
          {say(figureTexts.wall)}
        </Link>
      }
    >
      <Loaded query={overview}>
        {({ tiles }) =>
          tiles.length === 0 ? (
            <Empty title={say(figureTexts.overviewEmpty)} note={say(figureTexts.overviewEmptyNote)}>
              <Link to="/plans/upload">{say(figureTexts.uploadPlan)}</Link>
            </Empty>
          ) : (
            <>
              <div className="tiles">
                {tiles.map((tile) => (
                  <TileCard key={tile.indicator.code} tile={tile} />
                ))}
              </div>
              <div className="overview-lower">
                <Cities tiles={tiles} />
                {asOf === undefined && <LatePanel />}
                <WeekPanel tiles={tiles} />
              </div>
            </>
          )
        }
      </Loaded>
    </Page>
  )
}
