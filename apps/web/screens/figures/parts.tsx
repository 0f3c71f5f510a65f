import { Link } from '@tanstack/react-router'
import type { Figure } from '#contract/figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'
import { plain } from '../plans/item-words.ts'

/** The named parts of a headline: each its own figure, a door to its entries, and, where the plan says one, its own target. */
export function PartLines({ indicator, parts }: { readonly indicator: string; readonly parts: Figure['parts'] }) {
  const say = useSay()
  if (parts.length === 0) return null
  return (
    <ul className="parts">
      {parts.map(({ part, title, value, target, measures }) => (
        <li key={part} data-testid={`part-${part}`}>
          <span>{say(title)}</span>
          <span className="number">
            <Link to="/figures/$indicator" params={{ indicator }} search={doorOf(measures)}>
              <strong>{thousands(value)}</strong>
            </Link>
            {target !== null && ` / ${plain(target)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A part of several measures leads to the figure, where each has its own door. */
function doorOf(measures: readonly string[]): { readonly measure?: string } {
  const [only, ...more] = measures
  return only === undefined || more.length > 0 ? {} : { measure: only }
}
