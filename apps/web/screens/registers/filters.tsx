import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { RegisterDescription } from '#contract/entries.ts'
import { termsQuery } from '../../api/queries.ts'
import { AreaSelect } from '../../controls/area-control.tsx'
import { listTexts } from '../../texts/texts-entry.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Words } from '../../texts/words.ts'
import { flatTerms } from '../../values/term-tree.ts'
import type { useListState } from './list-state.ts'

interface Facet {
  readonly name: string
  readonly label: Words
  readonly options: readonly { readonly code: string; readonly title: Words }[]
}

const MOST_OPEN = 7
const MOST_FACETS = 4

/** State, area and the choices of the register, as lists to tick. */
export function Filters({
  description,
  list,
}: {
  readonly description: RegisterDescription
  readonly list: ReturnType<typeof useListState>
}) {
  const say = useSay()
  const { search, narrow } = list
  const chosen = search.f ?? {}
  const states = { name: 'state', label: listTexts.state, options: description.states.map(({ code, label }) => ({ code, title: label })) }
  const narrowField = (name: string, codes: readonly string[]) => {
    const rest = Object.entries(chosen).filter(([other]) => other !== name)
    const next = codes.length > 0 ? [...rest, [name, codes] as const] : rest
    narrow({ f: next.length > 0 ? Object.fromEntries(next) : undefined })
  }
  return (
    <div className="filters" role="group" aria-label={say(listTexts.filters)}>
      {list.isFiltered && (
        <Button size="small" onClick={list.clear} data-testid="clear-filters">
          {say(listTexts.clear)}
        </Button>
      )}
      {states.options.length > 1 && (
        <FacetList
          facet={states}
          chosen={search.state?.split(',') ?? []}
          onChoose={(codes) => narrow({ state: codes.join() || undefined })}
        />
      )}
      {description.fields.some(({ control, name }) => control === 'area' && description.columns.includes(name)) && (
        <div className="facet">
          <h3>{say(listTexts.area)}</h3>
          <AreaSelect
            value={search.area ?? null}
            onChange={(code) => narrow({ area: code ?? undefined })}
            label={say(listTexts.area)}
            placeholder={say(listTexts.anyArea)}
          />
        </div>
      )}
      {facetsOf(description).map(({ scheme, ...facet }) => {
        const FacetOf = scheme === undefined ? FacetList : TermFacet
        const onChoose = (codes: readonly string[]) => narrowField(facet.name, codes)
        return <FacetOf key={facet.name} facet={facet} scheme={scheme ?? ''} chosen={chosen[facet.name] ?? []} onChoose={onChoose} />
      })}
    </div>
  )
}

/** Fields to narrow by: choices and classes, those shown as columns first. */
function facetsOf({ fields, columns }: RegisterDescription): readonly (Facet & { readonly scheme?: string | undefined })[] {
  const narrowing = fields.filter(({ control, codes }) => control === 'term' || (control === 'choice' && codes !== undefined))
  const inColumns = (name: string) => (columns.includes(name) ? 0 : 1)
  return narrowing
    .toSorted((a, b) => inColumns(a.name) - inColumns(b.name))
    .slice(0, MOST_FACETS)
    .map(({ name, label, codes = [], scheme }) => ({ name, label, options: codes, scheme }))
}

/** The classes of a classification, which come by a question of their own. */
function TermFacet({ facet, scheme, ...rest }: FacetListProps & { readonly scheme: string }) {
  const { data } = useQuery(termsQuery(scheme))
  return <FacetList {...rest} facet={{ ...facet, options: flatTerms(data?.terms ?? []) }} />
}

interface FacetListProps {
  readonly facet: Facet
  readonly chosen: readonly string[]
  readonly onChoose: (codes: readonly string[]) => void
}

function FacetList({ facet, chosen, onChoose }: FacetListProps) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const shown = open ? facet.options : facet.options.filter(({ code }, at) => at < MOST_OPEN || chosen.includes(code))
  const hidden = facet.options.length - shown.length
  const toggle = (code: string) => onChoose(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code])
  return (
    <div className="facet" data-testid={`facet-${facet.name}`}>
      <h3>{say(facet.label)}</h3>
      {shown.map(({ code, title }) => (
        <Checkbox key={code} checked={chosen.includes(code)} onChange={() => toggle(code)} data-testid={`facet-${facet.name}-${code}`}>
          {say(title)}
        </Checkbox>
      ))}
      {(hidden > 0 || open) && (
        <button type="button" className="link-button" onClick={() => setOpen(!open)}>
          {open ? say(listTexts.fewer) : say(listTexts.more, { count: hidden })}
        </button>
      )}
    </div>
  )
}
