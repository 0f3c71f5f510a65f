import type { FacetsAnswer } from '#contract/entries.ts'
import type { Titles } from '../../api/types.ts'
import { useTitles } from '../../frame/use-titles.ts'
import { listTexts } from '../../texts/texts-entry.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'
import { placesShown } from './facet-options.ts'
import type { useListState } from './list-state.ts'

interface AreaFacetProps {
  readonly facet: FacetsAnswer['facets'][number]
  readonly titles: Titles
  readonly list: ReturnType<typeof useListState>
}

/** Province, cities, and the counties of the city that was chosen; choosing the same place again takes it back. */
export function AreaFacet({ facet, titles: answered, list }: AreaFacetProps) {
  const say = useSay()
  const titles = useTitles(answered)
  const { area } = list.search
  const places = placesShown(facet.values, area)
  if (places.length === 0) return null
  return (
    <div className="facet" data-testid={`facet-${facet.field}`}>
      <h2>{say(facet.label)}</h2>
      {places.map(({ code, count, depth }) => (
        <button
          key={code}
          type="button"
          className={`facet-place facet-depth-${depth}`}
          aria-pressed={area === code}
          title={area === code ? say(listTexts.anyArea) : undefined}
          onClick={() => list.narrow({ area: area === code ? undefined : code })}
          data-testid={`facet-${facet.field}-${code}`}
        >
          <span className="facet-title">{titles[code] ?? code}</span>
          <span className="facet-count">{thousands(String(count))}</span>
        </button>
      ))}
    </div>
  )
}
