import { Link } from '@tanstack/react-router'
import type { EntryAnswer } from '#contract/entries.ts'
import { entryTexts } from '../../texts/texts-entry.ts'
import { useSay } from '../../texts/use-say.ts'

/** Whether the entry counts towards a figure, and why or why not; the figure is one click away. */
export function Counting({ counting = [] }: { readonly counting: EntryAnswer['counting'] }) {
  const say = useSay()
  if (counting.length === 0) return null
  return (
    <section className="panel" aria-labelledby="counting-title" data-testid="counting">
      <h2 id="counting-title">{say(entryTexts.counting)}</h2>
      {counting.map(({ indicator, title, counts, measure, countsOn, why }) => (
        <div key={indicator + (measure?.en ?? '')} className="counting">
          <div className="counting-head">
            <span className={counts ? 'tag tag-good' : 'tag tag-plain'}>
              <span aria-hidden="true">{counts ? '●' : '○'}</span>
              {say(counts ? entryTexts.counts : entryTexts.doesNotCount)}
            </span>
            <Link to="/figures/$indicator" params={{ indicator }}>
              {say(title)}
            </Link>
          </div>
          <div className="note">
            {measure && say(measure)}
            {countsOn !== undefined && ` · ${say(entryTexts.countsOn, { day: countsOn })}`}
          </div>
          <p>{say(why)}</p>
        </div>
      ))}
    </section>
  )
}
