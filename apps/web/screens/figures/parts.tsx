import type { Figure } from '#contract/figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'
import { plain } from '../plans/item-words.ts'

/** The named parts of a headline: each its own figure and, where the plan says one, its own target. */
export function PartLines({ parts }: { readonly parts: Figure['parts'] }) {
  const say = useSay()
  if (parts.length === 0) return null
  return (
    <ul className="parts">
      {parts.map(({ part, title, value, target }) => (
        <li key={part} data-testid={`part-${part}`}>
          <span>{say(title)}</span>
          <span className="number">
            <strong>{thousands(value)}</strong>
            {target !== null && ` / ${plain(target)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
