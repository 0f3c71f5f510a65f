import { useQuery } from '@tanstack/react-query'
import type { FacetsAnswer, RegisterDescription } from '#contract/entries.ts'
import { facetsQuery } from '../../api/queries.ts'
import { tilePlacesQuery } from '../../api/tile-places.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { useTitles } from '../../frame/use-titles.ts'
import { boardTexts } from '../../texts/texts-board.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'
import { AreaTiles } from '../figures/area-tiles.tsx'
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
  const places = useQuery(tilePlacesQuery)
  const cities = withEmpty(counted, [...(places.data?.keys() ?? [])])
  const largest = Math.max(0, ...cities.map(({ count }) => count))
  const first = cities.find(({ count }) => count === largest)
  const choose = (code: string) => list.narrow({ area: list.search.area === code ? undefined : code })
  const rows = [...cities, ...(elsewhere > 0 ? [{ code: '', count: elsewhere }] : [])]
  const titleOf = (code: string) => (code === '' ? say(boardTexts.province) : (titles[code] ?? code))
  return (
    <section className="panel" data-testid="map">
      {first && largest > 0 && <h2>{say(boardTexts.mapTitle, { place: titleOf(first.code), count: thousands(String(largest)) })}</h2>}
      <div className="by-area">
        <AreaTiles
          tiles={cities.map(({ code, count }) => ({
            area: code,
            title: titleOf(code),
            value: String(count),
            more: '',
          }))}
          unit={say(boardTexts.tileUnit)}
          note={say(boardTexts.mapNote)}
          onChoose={choose}
          chosen={list.search.area ?? ''}
        />
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

/** With the cities of the province that have none. */
function withEmpty(counted: FacetsAnswer['facets'][number]['values'], all: readonly string[]) {
  const province = counted[0]?.code.slice(0, 2)
  const rest = all
    .filter((code) => code.startsWith(province ?? '-') && !code.endsWith('0000') && counted.every((city) => city.code !== code))
    .map((code) => ({ code, count: 0 }))
  return [...counted, ...rest].toSorted((a, b) => (a.code < b.code ? -1 : 1))
}
