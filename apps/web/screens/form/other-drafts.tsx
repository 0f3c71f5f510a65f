import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import type { RegisterDescription } from '#contract/entries.ts'
import { queryClient } from '../../api/query-client.ts'
import { useSession } from '../../api/session-gate.ts'
import { formTexts } from '../../texts/texts-form.ts'
import { useSay } from '../../texts/use-say.ts'
import { asText } from '../../values/as-text.ts'
import type { Draft, DraftPlace } from '../../values/draft.ts'
import { instantInTable } from '../../values/moment.ts'
import { browserDrafts } from './draft-store.ts'

interface OtherDraftsProps {
  readonly description: RegisterDescription
  readonly place: DraftPlace
  readonly drafts: readonly Draft[]
}

/** New entries that were begun on this computer and not saved: to go on with, or to throw away. */
export function OtherDrafts({ description: { name, titleField }, place, drafts }: OtherDraftsProps) {
  const say = useSay()
  const { jurisdiction } = useSession()
  if (drafts.length === 0) return null
  const remove = async (id: string) => {
    await browserDrafts.drop(place, [id])
    await queryClient.invalidateQueries({ queryKey: ['drafts'] })
  }
  return (
    <Alert
      type="info"
      showIcon
      className="other-drafts"
      title={say(formTexts.otherDrafts, { count: drafts.length })}
      description={
        <ul>
          {drafts.map(({ id, changes, at }) => (
            <li key={id} data-testid="other-draft">
              <span>{asText(changes[titleField]) || say(formTexts.untitledDraft)}</span>
              <span className="note">{instantInTable(at, jurisdiction.timeZone)}</span>
              <Link to="/registers/$register/new" params={{ register: name }} search={{ draft: id }} data-testid="open-draft">
                {say(formTexts.openDraft)}
              </Link>
              <button type="button" className="link-button" onClick={() => void remove(id)} data-testid="remove-draft">
                {say(formTexts.removeDraft)}
              </button>
            </li>
          ))}
        </ul>
      }
    />
  )
}
