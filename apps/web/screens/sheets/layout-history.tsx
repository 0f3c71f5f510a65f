import type { LayoutView } from '#contract/sheets.ts'
import { useSession } from '../../api/session-gate.ts'
import { sheetTexts } from '../../texts/texts-sheets.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'

/** Every layout there was: when, and by whom. */
export function LayoutHistory({ view: { versions } }: { readonly view: LayoutView }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  return (
    <section className="panel" aria-labelledby="sheet-history">
      <h2 id="sheet-history">{say(sheetTexts.history)}</h2>
      {versions.length === 0 ? (
        <p className="note">{say(sheetTexts.noHistory)}</p>
      ) : (
        <ol className="sheet-history" data-testid="sheet-history">
          {versions.map(({ version, state, at, by }) => (
            <li key={version}>
              <span className="number">{say(sheetTexts.version, { version })}</span>
              <span>{say(state === 'active' ? sheetTexts.active : sheetTexts.restoredState)}</span>
              <span className="note number">{instantInTable(at, jurisdiction.timeZone)}</span>
              <span className="note">{by}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
