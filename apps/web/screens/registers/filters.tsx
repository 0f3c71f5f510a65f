import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { FacetsAnswer, RegisterDescription } from '#contract/entries.ts'
import { facetsQuery } from '../../api/queries.ts'
import { AreaSelect } from '../../controls/area-control.tsx'
import { usePreferences } from '../../frame/preferences.ts'
import { useTitles } from '../../frame/use-titles.ts'
import { listTexts } from '../../texts/texts-entry.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Words } from '../../texts/words.ts'
import { thousands } from '../../values/money.ts'
import { AreaFacet } from './area-facet.tsx'
import { type FacetOption, inOrder, titleOfValue } from './facet-options.ts'
import type { useListState } from './list-state.ts'

const MOST_OPEN = 7

interface FiltersProps {
  readonly description: RegisterDescription
  readonly list: ReturnType<typeof useListState>
}

/** How the entries divide by state, area, field, year and unit; each value tells how many there are and narrows the list. */
export function Filters({ description, list }: FiltersProps) {
  const say = useSay()
  const { data } = useQuery(facetsQuery(description.name, list.query))
  return (
    <div className="filters" role="group" aria-label={say(listTexts.filters)}>
      {list.isFiltered && (
        <Button size="small" onClick={list.clear} data-testid="clear-filters">
          {say(listTexts.clear)}
        </Button>
      )}
      {data?.facets.map((facet) =>
        facet.by === 'place' ? (
          <AreaFacet key={facet.field} facet={facet} titles={data.titles} list={list} />
        ) : (
          <ValueFacet key={facet.field} facet={facet} answer={data} description={description} list={list} />
        ),
      )}
      {zonesOf(description).map(({ name, label }) => (
        <ZoneFacet
          key={name}
          label={label}
          chosen={list.search.f?.[name]?.[0] ?? null}
          onChoose={(codes) => list.narrowField(name, codes)}
        />
      ))}
    </div>
  )
}

type Facet = FacetsAnswer['facets'][number]

function ValueFacet({ facet, answer, description, list }: FiltersProps & { readonly facet: Facet; readonly answer: FacetsAnswer }) {
  const say = useSay()
  const { language } = usePreferences()
  const titles = useTitles(answer.titles)
  const chosen = facet.field === 'state' ? (list.search.state?.split(',') ?? []) : (list.search.f?.[facet.field] ?? [])
  const options = inOrder(facet, description, chosen).map(
    ({ code, count }): FacetOption => ({
      code,
      count,
      title: code === '' ? say(listTexts.unfilled) : titleOfValue(facet, code, { description, titles, language }),
    }),
  )
  if (options.length === 0) return null
  const choose = (codes: readonly string[]) =>
    facet.field === 'state' ? list.narrow({ state: codes.join() || undefined }) : list.narrowField(facet.field, codes)
  return <FacetList name={facet.field} label={facet.label} cut={facet.cut} options={options} chosen={chosen} onChoose={choose} />
}

interface ZoneFacetProps extends Pick<FacetListProps, 'onChoose'> {
  readonly label: Words
  readonly chosen: string | null
}

function ZoneFacet({ label, chosen, onChoose }: ZoneFacetProps) {
  const say = useSay()
  return (
    <div className="facet">
      <h2>{say(label)}</h2>
      <AreaSelect
        value={chosen}
        onChange={(code) => onChoose(code === null ? [] : [code])}
        label={say(label)}
        placeholder={say(listTexts.anyZone)}
        zones
      />
    </div>
  )
}

/** Fields that name a zone; there are too many zones for a list to tick. */
function zonesOf({ fields }: RegisterDescription): RegisterDescription['fields'] {
  return fields.filter(({ zones }) => zones)
}

interface FacetListProps {
  readonly name: string
  readonly label: Words
  readonly cut: boolean
  readonly options: readonly FacetOption[]
  readonly chosen: readonly string[]
  readonly onChoose: (codes: readonly string[]) => void
}

function FacetList({ name, label, cut, options, chosen, onChoose }: FacetListProps) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const shown = open ? options : options.filter(({ code }, at) => at < MOST_OPEN || chosen.includes(code))
  const hidden = options.length - shown.length
  const toggle = (code: string) => onChoose(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code])
  return (
    <div className="facet" data-testid={`facet-${name}`}>
      <h2>{say(label)}</h2>
      {shown.map(({ code, title, count }) => (
        <Checkbox key={code} checked={chosen.includes(code)} onChange={() => toggle(code)} data-testid={`facet-${name}-${code}`}>
          <span className="facet-value">
            <span className="facet-title" title={title}>
              {title}
            </span>
            <span className="facet-count">{thousands(String(count))}</span>
          </span>
        </Checkbox>
      ))}
      {(hidden > 0 || open) && (
        <button type="button" className="link-button" onClick={() => setOpen(!open)}>
          {open ? say(listTexts.fewer) : say(listTexts.more, { count: hidden })}
        </button>
      )}
      {cut && hidden === 0 && <p className="note">{say(listTexts.cut)}</p>}
    </div>
  )
}
