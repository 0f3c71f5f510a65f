import { Link } from '@tanstack/react-router'
import type { Overview } from '#contract/figures.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { signed } from '../../values/money.ts'

/** What the last seven days changed, figure by figure; each change opens the entries that made it. */
export function WeekPanel({ tiles }: { readonly tiles: Overview['tiles'] }) {
  const say = useSay()
  const since = tiles[0]?.week.since ?? ''
  const changed = tiles.filter(({ week }) => week.measures.length > 0)
  return (
    <section className="panel" aria-labelledby="week-title" data-testid="week">
      <h2 id="week-title">{say(figureTexts.week)}</h2>
      <p className="note">{say(figureTexts.weekNote, { since })}</p>
      {changed.length === 0 && <p>{say(figureTexts.weekEmpty)}</p>}
      <ul className="week-lines">
        {changed.map(({ indicator, measures, week }) => (
          <li key={indicator.code}>
            <span>{say(indicator.title)}</span>
            <span className="week-parts">
              {week.measures.map(({ measure, value }) => (
                <Link
                  key={measure}
                  to="/figures/$indicator"
                  params={{ indicator: indicator.code }}
                  search={{ measure, since: week.since }}
                  className="number"
                >
                  {say(measures.find((each) => each.measure === measure)?.title ?? { zh: measure, en: measure })} {signed(value)}
                </Link>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
