import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { overviewQuery } from '../../api/queries.ts'
import { useSession } from '../../api/session-gate.ts'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { given } from '../../frame/search-params.ts'
import { useAsOf } from '../../frame/use-as-of.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'
import { Analysis } from './analysis.tsx'
import { LatePanel } from './late.tsx'
import { TileCard } from './tile.tsx'
import { WeekPanel } from './week.tsx'

/** The headline figures, each a door; one of them by city, field and month; what the last seven days changed, and who is late. */
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
        <Link to="/wall" search={given({ asOf })} className="plain-link" data-testid="wall-link">
          {say(figureTexts.wall)}
        </Link>
      }
    >
      <Loaded query={overview}>
        {({ tiles, computedAt }) =>
          tiles.length === 0 ? (
            <Empty title={say(figureTexts.overviewEmpty)} note={say(figureTexts.overviewEmptyNote)}>
              <Link to="/plans/upload">{say(figureTexts.uploadPlan)}</Link>
            </Empty>
          ) : (
            <>
              <p className="note">{say(figureTexts.sparkLegend)}</p>
              <div className="tiles">
                {tiles.map((tile) => (
                  <TileCard key={tile.indicator.code} tile={tile} />
                ))}
              </div>
              <Analysis tiles={tiles} computedAt={computedAt} />
              <div className="overview-lower">
                <WeekPanel tiles={tiles} />
                {asOf === undefined ? <LatePanel /> : <p className="note">{say(figureTexts.lateNow)}</p>}
              </div>
            </>
          )
        }
      </Loaded>
    </Page>
  )
}
