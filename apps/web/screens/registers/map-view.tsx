import { useQuery } from '@tanstack/react-query'
import type { FacetsAnswer, RegisterDescription } from '#contract/entries.ts'
import { facetsQuery } from '../../api/queries.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { useTitles } from '../../frame/use-titles.ts'
import { boardTexts } from '../../texts/texts-board.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'
import { SHADES, shadeOf } from '../figures/shade.ts'
import { mappedCities, placesOf, shortTitle } from '../figures/tile-map.ts'
import type { useListState } from './list-state.ts'
import { placeCounts } from './place-counts.ts'

interface MapProps {
  readonly description: RegisterDescription
  readonly list: ReturnType<typeof useListState>
}

/** Where the entries of the list lie: one square a city, and the same numbers as a table; choosing a place filters. */
export function MapView({ description, list }: MapProps) {
  const say = useSay()
  const facets = useQuery(facetsQuery(description.name, list.query))
  return (
    <Loaded query={facets}>
      {(answer) => {
        const facet = answer.facets.find(({ by }) => by === 'place')
        return facet ? <Places facet={facet} answer={answer} list={list} /> : <Empty title={say(boardTexts.noPlaces)} />
      }}
    </Loaded>
  )
}

interface PlacesProps extends Pick<MapProps, 'list'> {
  readonly facet: FacetsAnswer['facets'][number]
  readonly answer: FacetsAnswer
}

function Places({ facet, answer, list }: PlacesProps) {
  const say = useSay()
  const titles = useTitles(answer.titles)
  const { cities: counted, elsewhere, total } = placeCounts(facet.values)
  const cities = withEmpty(counted)
  const places = placesOf(cities.map(({ code }) => code))
  const largest = Math.max(0, ...cities.map(({ count }) => count))
  const first = cities.find(({ count }) => count === largest)
  const choose = (code: string) => list.narrow({ area: list.search.area === code ? undefined : code })
  const rows = [...cities, ...(elsewhere > 0 ? [{ code: '', count: elsewhere }] : [])]
  const titleOf = (code: string) => (code === '' ? say(boardTexts.province) : (titles[code] ?? code))
  return (
    <section className="panel" data-testid="map">
      {first && largest > 0 && <h2>{say(boardTexts.mapTitle, { place: titleOf(first.code), count: thousands(String(largest)) })}</h2>}
      <div className="by-area">
        {places && (
          <figure className="tile-map-box">
            <div className="tile-map">
              {cities.map(({ code, count }) => {
                const [column, row] = places[code] ?? [1, 1]
                return (
                  <button
                    type="button"
                    key={code}
                    className={`map-tile column-${column} row-${row} shade-${shadeOf(count, largest)}`}
                    aria-pressed={list.search.area === code}
                    onClick={() => choose(code)}
                    data-testid={`map-${code}`}
                  >
                    <span>{shortTitle(titleOf(code))}</span>
                    <strong className="number">{thousands(String(count))}</strong>
                  </button>
                )
              })}
            </div>
            <Legend largest={largest} />
            <figcaption className="note">{say(boardTexts.mapNote)}</figcaption>
          </figure>
        )}
        <DataTable
          caption={say(boardTexts.mapLegend)}
          onPhone="kept"
          rows={rows}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'area',
              title: say(boardTexts.area),
              main: true,
              render: ({ code }) =>
                code === '' ? (
                  titleOf(code)
                ) : (
                  <button type="button" className="link-button" aria-pressed={list.search.area === code} onClick={() => choose(code)}>
                    {titleOf(code)}
                  </button>
                ),
            },
            {
              key: 'count',
              title: say(boardTexts.count),
              align: 'end',
              render: ({ count }) => <span className="number">{thousands(String(count))}</span>,
            },
          ]}
          footer={[
            <strong key="total">{say(boardTexts.total)}</strong>,
            <strong key="count" className="number" data-testid="map-total">
              {thousands(String(total))}
            </strong>,
          ]}
        />
      </div>
    </section>
  )
}

/** With the cities that have none. */
function withEmpty(counted: FacetsAnswer['facets'][number]['values']) {
  const all = mappedCities(counted[0]?.code)
  const rest = all.filter((code) => counted.every((city) => city.code !== code)).map((code) => ({ code, count: 0 }))
  return [...counted, ...rest].toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

function Legend({ largest }: { readonly largest: number }) {
  const say = useSay()
  const steps = Array.from({ length: SHADES }, (_, at) => ({ shade: at + 1, most: Math.floor((largest * (at + 1)) / SHADES) }))
  return (
    <p className="map-legend note">
      <span>{say(boardTexts.mapLegend)}</span>
      {steps
        .filter(({ most }, at) => most > 0 && most !== steps[at - 1]?.most)
        .map(({ shade, most }) => (
          <span key={shade}>
            <i className={`shade-${shade}`} aria-hidden="true" />≤ {thousands(String(most))}
          </span>
        ))}
    </p>
  )
}
