import { useQuery } from '@tanstack/react-query'
import { tilePlacesQuery } from '../../api/tile-places.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'
import { shadeClass, shadeSteps } from './shade.ts'
import { layTiles, shortTitle } from './tile-map.ts'

/** One square. */
export interface AreaTile {
  readonly area: string
  readonly title: string
  readonly value: string
  /** What else is said of it to who cannot see the map; empty where that is all. */
  readonly more: string
}

/** A longer unit, such as “technologies”, stands in the legend alone. */
const LONGEST_IN_TILE = 2

interface AreaTilesProps {
  /** In GB/T 2260 order, 省直 last: the order of the keyboard and of what is read aloud. */
  readonly tiles: readonly AreaTile[]
  readonly unit: string
  readonly note: string
  readonly onChoose: (area: string) => void
  readonly onPoint?: (area: string) => void
  /** The place that a list is narrowed to. */
  readonly chosen?: string | undefined
  readonly testId?: string
}

/** One square a city, placed as the list of areas says: name and number in it, the darker the more, with the legend. */
export function AreaTiles({ tiles, unit, note, onChoose, onPoint, chosen, testId = 'map' }: AreaTilesProps) {
  const given = useQuery(tilePlacesQuery)
  if (given.isPending) return null
  const { columns, places } = layTiles(
    tiles.map(({ area }) => area),
    given.data ?? new Map(),
  )
  const values = tiles.map(({ value }) => Number(value))
  const largest = Math.max(0, ...values)
  return (
    <figure className="tile-map-box">
      <ul className="tile-map" style={{ '--lt-tile-columns': columns } as object}>
        {tiles.map(({ area, title, value, more }) => {
          const place = places.get(area)
          return (
            <li key={area} style={{ gridColumn: place?.column, gridRow: place?.row }}>
              <button
                type="button"
                className={`map-tile ${shadeClass(Number(value), largest)}`}
                aria-pressed={chosen === undefined ? undefined : chosen === area}
                onClick={() => onChoose(area)}
                onPointerEnter={() => onPoint?.(area)}
                onFocus={() => onPoint?.(area)}
                data-testid={`${testId}-${area}`}
              >
                <span className="map-tile-name">{shortTitle(title)}</span>
                <span className="map-tile-value">
                  <strong className="number">{thousands(value)}</strong>
                  {unit.length <= LONGEST_IN_TILE ? <small>{unit}</small> : <span className="visually-hidden"> {unit}</span>}
                </span>
                {more !== '' && <span className="visually-hidden">，{more}</span>}
              </button>
            </li>
          )
        })}
      </ul>
      <Legend values={values} unit={unit} />
      <figcaption className="note">{note}</figcaption>
    </figure>
  )
}

/** Which shade stands for how many; a hatched square is less than nothing. */
function Legend({ values, unit }: { readonly values: readonly number[]; readonly unit: string }) {
  const say = useSay()
  const told = (value: number) => thousands(String(value))
  return (
    <p className="map-legend note">
      <span>{say(figureTexts.legend, { unit })}</span>
      {values.some((value) => value < 0) && (
        <span>
          <i className="shade-minus" aria-hidden="true" />
          {say(figureTexts.legendMinus)}
        </span>
      )}
      {values.includes(0) && (
        <span>
          <i className="shade-0" aria-hidden="true" />0
        </span>
      )}
      {shadeSteps(values).map(({ shade, from, to }) => (
        <span key={shade}>
          <i className={`shade-${shade}`} aria-hidden="true" />
          {from === undefined ? `≤ ${told(to)}` : from === to ? told(to) : `${told(from)}–${told(to)}`}
        </span>
      ))}
    </p>
  )
}
