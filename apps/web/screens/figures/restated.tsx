import { Link } from '@tanstack/react-router'
import type { Figure, Restatement } from '#contract/figures.ts'
import { useSession } from '../../api/session-gate.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'
import { thousands } from '../../values/money.ts'

/** Where the figure is no longer what was reported, each with its sentence and the entries that make the difference. */
export function Restated({ figure: { restated, indicator } }: { readonly figure: Figure }) {
  const say = useSay()
  const { period, months } = restated
  if (period === null && months.length === 0) return null
  return (
    <section className="panel" aria-labelledby="restated-title" data-testid="restated">
      <h2 id="restated-title">{say(figureTexts.restated)}</h2>
      <p className="note">{say(figureTexts.restatedNote)}</p>
      <ul className="restated">
        {period !== null && <Mark key="period" mark={period} register={indicator.register} />}
        {months
          .filter(({ code }) => code !== period?.code)
          .toReversed()
          .map((mark) => (
            <Mark key={mark.code} mark={mark} register={indicator.register} />
          ))}
      </ul>
    </section>
  )
}

function Mark({ mark, register }: { readonly mark: Restatement; readonly register: string }) {
  const say = useSay()
  return (
    <li data-testid={`restated-${mark.code}`}>
      <p>{say(mark.words)}</p>
      {mark.entries.length + mark.hidden > 0 && (
        <details>
          <summary>{say(figureTexts.restatedEntries, { count: mark.entries.length + mark.hidden })}</summary>
          <ul>
            {mark.entries.map((entry) => (
              <EntryLine key={entry.cause + entry.id} entry={entry} register={register} />
            ))}
            {mark.hidden > 0 && <li className="note">{say(figureTexts.restatedHidden, { count: mark.hidden })}</li>}
          </ul>
        </details>
      )}
    </li>
  )
}

function EntryLine({ entry, register }: { readonly entry: Restatement['entries'][number]; readonly register: string }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const { id, title, no, document, amount, cause } = entry
  return (
    <li>
      <Link to="/registers/$register/$id" params={{ register, id }}>
        {title || no}
      </Link>{' '}
      <span className="note">
        {say(cause === 'revoked' ? figureTexts.restatedRevoked : figureTexts.restatedLate)} · {say(entry.act)} ·{' '}
        <span className="number">{Number(amount) > 0 ? `+${thousands(amount)}` : thousands(amount)}</span> ·{' '}
        {instantInTable(entry.recordedAt, jurisdiction.timeZone)}
        {document !== null && ` · ${document.no} ${document.title} ${document.day}`}
        {entry.reason !== null && ` · ${entry.reason}`}
      </span>
    </li>
  )
}
