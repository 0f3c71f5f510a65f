import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ImportState } from '#contract/imports.ts'
import { importsQuery, isAtWork } from '../../api/imports.ts'
import { registersQuery } from '../../api/queries.ts'
import { useSession } from '../../api/session-gate.ts'
import { importStateTexts } from '../../texts/texts-imports.ts'
import { workTexts } from '../../texts/texts-work.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'
import { thousands } from '../../values/money.ts'

/** Sheets of the post that wait for a word or are at work; those that ended are told by a notice. */
export function WaitingSheets() {
  const say = useSay()
  const { data } = useQuery(importsQuery)
  const waiting = (data?.imports ?? []).filter((kept) => kept.state === 'ready' || isAtWork(kept))
  if (waiting.length === 0) return null
  return (
    <ul className="work-items" aria-label={say(workTexts.sheets)} data-testid="waiting-sheets">
      {waiting.map((kept) => (
        <Sheet key={kept.id} kept={kept} />
      ))}
    </ul>
  )
}

function Sheet({ kept: { id, register, fileName, state, counts, createdAt } }: { readonly kept: ImportState }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const { data } = useQuery(registersQuery)
  const title = data?.registers.find(({ name }) => name === register)?.title
  const facts = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, thousands(String(count))]))
  const to = { to: '/registers/$register/imports/$import', params: { register, import: id } } as const
  return (
    <li className="work-item" data-testid={`sheet-${id}`}>
      <Link {...to} className="work-item-title">
        {fileName}
      </Link>
      <Link {...to} className="work-step">
        {say(state === 'ready' ? workTexts.sheetReady : workTexts.sheetAtWork)}
      </Link>
      <span className="work-item-facts">
        <span className={state === 'ready' ? 'tag tag-warning' : 'tag tag-waiting'}>{say(importStateTexts[state])}</span>
        <span className="note">
          {[
            say(workTexts.sheets),
            ...(title ? [say(title)] : []),
            ...(state === 'ready' ? [say(workTexts.sheetCounts, facts)] : []),
            say(workTexts.since, { at: instantInTable(createdAt, jurisdiction.timeZone) }),
          ].join(' · ')}
        </span>
      </span>
    </li>
  )
}
