import { Link } from '@tanstack/react-router'
import type { DoneList, StartedList } from '#contract/work-list.ts'
import { getDone, getStarted } from '../../api/endpoints.ts'
import { useSession } from '../../api/session-gate.ts'
import { entryAddress } from '../../frame/entry-address.ts'
import { Empty } from '../../frame/page-state.tsx'
import { ToneTag } from '../../frame/state-tag.tsx'
import { workTexts } from '../../texts/texts-work.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'
import { Pages } from './pages.tsx'

const ALL = {}

/** What I did as the holder of my post. */
export function Done() {
  const say = useSay()
  const { jurisdiction } = useSession()
  return (
    <Pages name="done" question={ALL} get={getDone}>
      {(items: readonly DoneList['items'][number][]) =>
        items.length === 0 ? (
          <Empty title={say(workTexts.emptyDone)} />
        ) : (
          <ul className="work-items">
            {items.map(({ register, registerTitle, id, title, actLabel, at, readable }) => (
              <li key={id + at + actLabel.en} className="work-item">
                {readable ? (
                  <Link {...entryAddress(register, id)} className="work-item-title">
                    {title}
                  </Link>
                ) : (
                  <span className="note">{say(workTexts.hidden)}</span>
                )}
                <span className="note number">{instantInTable(at, jurisdiction.timeZone)}</span>
                <span className="work-item-facts note">
                  {say(actLabel)} · {say(registerTitle)}
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Pages>
  )
}

/** What I started, wherever it stands now. */
export function Started() {
  const say = useSay()
  const { jurisdiction } = useSession()
  return (
    <Pages name="started" question={ALL} get={getStarted}>
      {(items: readonly StartedList['items'][number][]) =>
        items.length === 0 ? (
          <Empty title={say(workTexts.emptyStarted)} />
        ) : (
          <ul className="work-items">
            {items.map(({ register, registerTitle, id, no, title, stateLabel, tone, areaTitle, changedAt }) => (
              <li key={id} className="work-item">
                <Link {...entryAddress(register, id)} className="work-item-title">
                  {title}
                </Link>
                <ToneTag tone={tone} label={stateLabel} />
                <span className="work-item-facts note">
                  {say(registerTitle)} {no} · {areaTitle !== '' && `${areaTitle} · `}
                  {say(workTexts.changed, { at: instantInTable(changedAt, jurisdiction.timeZone) })}
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Pages>
  )
}
