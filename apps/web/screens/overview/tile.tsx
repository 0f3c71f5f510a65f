import { Link } from '@tanstack/react-router'
import type { Figure, Overview } from '#contract/figures.ts'
import { useSession } from '../../api/session-gate.ts'
import { Light } from '../../frame/light.tsx'
import { usePreferences } from '../../frame/preferences.ts'
import { given } from '../../frame/search-params.ts'
import { useAsOf } from '../../frame/use-as-of.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Words } from '../../texts/words.ts'
import { dayInText } from '../../values/moment.ts'
import { signed, thousands } from '../../values/money.ts'
import { PartLines } from '../figures/parts.tsx'
import { SettingLines } from '../figures/settings.tsx'
import { Spark } from './spark.tsx'

type Tile = Overview['tiles'][number]

/** One headline figure: against its target and the even pace, where it is going, what the week brought; every number is a door. */
export function TileCard({ tile }: { readonly tile: Tile }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const asOf = useAsOf()
  const { indicator, measures, target, value, light } = tile
  return (
    <article className="tile" data-testid={`tile-${indicator.code}`}>
      <h2>
        <Link to="/figures/$indicator" params={{ indicator: indicator.code }}>
          {say(indicator.title)}
        </Link>
      </h2>
      <Headline tile={tile} door={{ indicator: indicator.code, ...(isCountedAlone(tile) && { measure: tile.counted }) }} />
      {target && <TargetBar value={value} target={target.value} path={tile.path} />}
      {light && <Light light={light} folded />}
      <Spark tile={tile} today={asOf ?? jurisdiction.today} />
      <Forecast tile={tile} />
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
                <Week tile={tile} measure={measure} />
              </dd>
            </div>
          ))}
      </dl>
      <PartLines indicator={indicator.code} parts={tile.parts} />
      <SettingLines indicator={indicator.code} settings={tile.settings} />
    </article>
  )
}

/** “↑3”: what the last seven days brought, as a door to it. */
function Week({ tile: { indicator, week }, measure }: { readonly tile: Tile; readonly measure: string }) {
  const say = useSay()
  const change = week.measures.find((each) => each.measure === measure)?.value
  if (change === undefined) return null
  return (
    <Link
      to="/figures/$indicator"
      params={{ indicator: indicator.code }}
      search={{ measure, since: week.since }}
      className="week-change number"
      title={say(figureTexts.weekChange, { since: week.since })}
    >
      {signed(change)}
    </Link>
  )
}

/** What the pace of the last months would lead to, in one line with its arithmetic below. */
function Forecast({ tile: { forecast, indicator } }: { readonly tile: Tile }) {
  const say = useSay()
  const { language } = usePreferences()
  if (forecast === null) return null
  const { low, likely, high, by, method } = forecast
  const band = low === high ? String(likely) : `${low}${language === 'zh' ? '～' : '–'}${high}`
  return (
    <details className="forecast note">
      <summary>{say(figureTexts.forecast, { by: dayInText(by, language), band, unit: say(indicator.unit) })}</summary>
      <p>{say(method)}</p>
    </details>
  )
}

interface HeadlineProps {
  readonly tile: Pick<Tile, 'indicator' | 'value' | 'target'>
  /** Where the number leads: to the entries of a measure, or to the figure. */
  readonly door?: { readonly indicator: string; readonly measure?: string; readonly asOf?: string | undefined }
  /** The same on the page of the figure itself. */
  readonly onOpen?: () => void
  /** What is said where no target stands beside the number. */
  readonly untargeted?: Words
}

type Counted = Pick<Figure, 'indicator' | 'measures' | 'counted' | 'value'>

/** Whether the number is that of one measure, and no setting adds to it or takes from it. */
export function isCountedAlone({ measures, counted, value }: Counted): boolean {
  return measures.some((each) => each.measure === counted && each.value === value)
}

/** “12 / 100 项”: what counts, held against the target, which leads to its clause. */
export function Headline({ tile: { indicator, value, target }, door, onOpen, untargeted = figureTexts.noTarget }: HeadlineProps) {
  const say = useSay()
  const number = <strong className="number">{thousands(value)}</strong>
  return (
    <p className="headline">
      {door ? (
        <Link to="/figures/$indicator" params={{ indicator: door.indicator }} search={given({ measure: door.measure, asOf: door.asOf })}>
          {number}
        </Link>
      ) : onOpen ? (
        <button type="button" className="link-button" onClick={onOpen}>
          {number}
        </button>
      ) : (
        number
      )}
      {target && (
        <Link
          to="/plans/$document"
          params={{ document: target.document }}
          search={given({ item: target.item, asOf: door?.asOf })}
          className="number headline-target"
          title={say(figureTexts.clause)}
        >
          / {thousands(target.value)}
          {target.high !== null && `–${thousands(target.high)}`}
        </Link>
      )}
      <span>{say(indicator.unit)}</span>
      {!target && <span className="note">{say(untargeted)}</span>}
    </p>
  )
}

interface TargetBarProps {
  readonly value: string
  readonly target: string
  readonly path: Figure['path']
}

/** How much of the target is reached, with a mark where the even pace stands; decoration beside the numbers. */
export function TargetBar({ value, target, path }: TargetBarProps) {
  const say = useSay()
  const share = path && Number(target) > 0 ? Math.min(1, path.expected / Number(target)) : undefined
  return (
    <span className="pace">
      <progress className="target-bar" value={Number(value)} max={Math.max(Number(target), 1)} aria-hidden="true" />
      {share !== undefined && path && (
        <svg className="pace-mark" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <title>{say(figureTexts.paceMark, { expected: path.expected.toFixed(1) })}</title>
          <line x1={share * 100} x2={share * 100} y1="0" y2="10" vectorEffect="non-scaling-stroke" />
        </svg>
      )}
    </span>
  )
}
