import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Overview } from '#contract/figures.ts'
import { overviewQuery } from '../../api/queries.ts'
import { useSession } from '../../api/session-gate.ts'
import { Light } from '../../frame/light.tsx'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'
import { thousands } from '../../values/money.ts'
import { PartLines } from '../figures/parts.tsx'
import { SettingLines } from '../figures/settings.tsx'

type Tile = Overview['tiles'][number]

/** The headline figures, each a door. */
export function OverviewPage() {
  const say = useSay()
  const { jurisdiction } = useSession()
  const overview = useQuery(overviewQuery(useAsOf()))
  return (
    <Page
      title={say(figureTexts.overview)}
      note={overview.data && say(figureTexts.computedAt, { at: instantInTable(overview.data.computedAt, jurisdiction.timeZone) })}
    >
      <Loaded query={overview}>
        {({ tiles }) =>
          tiles.length === 0 ? (
            <Empty title={say(figureTexts.overviewEmpty)} note={say(figureTexts.overviewEmptyNote)}>
              <Link to="/plans/upload">{say(figureTexts.uploadPlan)}</Link>
            </Empty>
          ) : (
            <div className="tiles">
              {tiles.map((tile) => (
                <TileCard key={tile.indicator.code} tile={tile} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  )
}

function TileCard({ tile }: { readonly tile: Tile }) {
  const say = useSay()
  const { indicator, measures, target, value, light } = tile
  return (
    <article className="tile" data-testid={`tile-${indicator.code}`}>
      <h2>
        <Link to="/figures/$indicator" params={{ indicator: indicator.code }}>
          {say(indicator.title)}
        </Link>
      </h2>
      <Headline tile={tile} />
      {target && <TargetBar value={value} target={target.value} />}
      <PartLines parts={tile.parts} />
      {light && <Light light={light} />}
      <dl className="tile-measures">
        {measures
          .filter(({ detail }) => !detail)
          .map(({ measure, title, value }) => (
            <div key={measure}>
              <dt>{say(title)}</dt>
              <dd>
                <Link to="/figures/$indicator" params={{ indicator: indicator.code }} search={{ measure }} className="number">
                  {thousands(value)}
                </Link>
              </dd>
            </div>
          ))}
      </dl>
      <SettingLines indicator={indicator.code} settings={tile.settings} />
    </article>
  )
}

/** “12 / 100 项”: what counts, held against the target. */
export function Headline({ tile: { indicator, value, target } }: { readonly tile: Pick<Tile, 'indicator' | 'value' | 'target'> }) {
  const say = useSay()
  return (
    <p className="headline">
      <strong className="number">{thousands(value)}</strong>
      {target ? (
        <span className="number">
          / {thousands(target.value)}
          {target.high !== null && `–${thousands(target.high)}`}
        </span>
      ) : (
        <span className="note">{say(figureTexts.noTarget)}</span>
      )}
      <span>{say(indicator.unit)}</span>
    </p>
  )
}

/** How much of the target is reached; decoration beside the numbers. */
export function TargetBar({ value, target }: { readonly value: string; readonly target: string }) {
  return <progress className="target-bar" value={Number(value)} max={Math.max(Number(target), 1)} aria-hidden="true" />
}
