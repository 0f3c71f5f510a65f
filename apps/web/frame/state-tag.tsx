import type { RegisterDescription } from '#contract/entries.ts'
import { useSay } from '../texts/use-say.ts'
import type { Words } from '../texts/words.ts'

/** A shape for each tone, so that nothing is told by colour alone. */
const SHAPES: Readonly<Record<string, string>> = { plain: '○', waiting: '◐', good: '●', bad: '■', warning: '▲' }

/** A word with the shape and colour of its tone. */
export function ToneTag({ tone, label }: { readonly tone: string; readonly label: Words }) {
  const say = useSay()
  return (
    <span className={`tag tag-${tone}`}>
      <span aria-hidden="true">{SHAPES[tone] ?? '○'}</span>
      {say(label)}
    </span>
  )
}

/** The state of an entry. */
export function StateTag({ description, state }: { readonly description: Pick<RegisterDescription, 'states'>; readonly state: string }) {
  const known = description.states.find(({ code }) => code === state)
  return <ToneTag tone={known?.tone ?? 'plain'} label={known?.label ?? { zh: state, en: state }} />
}
