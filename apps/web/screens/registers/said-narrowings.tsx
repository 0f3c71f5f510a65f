import type { RegisterDescription } from '#contract/entries.ts'
import { useTitles } from '../../frame/use-titles.ts'
import { filterTexts } from '../../texts/texts-filter.ts'
import { useSay } from '../../texts/use-say.ts'
import type { useListState } from './list-state.ts'

interface SaidNarrowingsProps {
  readonly description: RegisterDescription
  readonly list: ReturnType<typeof useListState>
}

const NO_TITLES = {}

/** What narrows the list and stands in no facet: only what is overdue, and a place without the places inside it. Each can be taken away. */
export function SaidNarrowings({ description: { fields }, list }: SaidNarrowingsProps) {
  const say = useSay()
  const titles = useTitles(NO_TITLES)
  const { late, f = {} } = list.search
  const places = fields.filter(({ name, control, zones }) => control === 'area' && !zones && f[name] !== undefined)
  const titleOf = (code: string) => (code === '' ? say(filterTexts.noPlace) : say(filterTexts.placeAlone, { place: titles[code] ?? code }))
  return (
    <>
      {late !== undefined && <Said name="late" words={say(filterTexts.late)} onRemove={() => list.narrow({ late: undefined })} />}
      {places.map(({ name, label }) => (
        <Said
          key={name}
          name={name}
          words={say(filterTexts.place, { field: say(label), places: f[name]?.map(titleOf).join('、') ?? '' })}
          onRemove={() => list.narrowField(name, [])}
        />
      ))}
    </>
  )
}

interface SaidProps {
  readonly name: string
  readonly words: string
  readonly onRemove: () => void
}

function Said({ name, words, onRemove }: SaidProps) {
  const say = useSay()
  return (
    <p className="filter-said" data-testid={`narrowed-${name}`}>
      <span>{words}</span>
      <button type="button" className="link-button" onClick={onRemove} data-testid={`narrowed-${name}-remove`}>
        {say(filterTexts.removeOne)}
      </button>
    </p>
  )
}
