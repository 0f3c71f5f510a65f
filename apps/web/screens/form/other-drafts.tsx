import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import type { RegisterDescription } from '#contract/entries.ts'
import { browserDrafts } from '../../api/browser-drafts.ts'
import { draftsQuery } from '../../api/drafts.ts'
import { queryClient } from '../../api/query-client.ts'
import { useSession } from '../../api/session-gate.ts'
import { formTexts } from '../../texts/texts-form.ts'
import { useSay } from '../../texts/use-say.ts'
import { asText } from '../../values/as-text.ts'
import type { Draft, DraftPlace } from '../../values/draft.ts'
import { instantInTable } from '../../values/moment.ts'
import { forgetDraft } from './draft-on-server.ts'

interface OtherDraftsProps {
  readonly description: RegisterDescription
  readonly place: DraftPlace
  /** The draft that the form writes. */
  readonly own: string
  /** Of new entries on this computer. */
  readonly left: readonly Draft[]
  /** Being written in other windows: one goes on with them there. */
  readonly elsewhere: ReadonlySet<string>
}

interface Offered {
  readonly id: string
  readonly title: string
  readonly at: string
  readonly onlyHere: boolean
}

/** New entries that were begun and not saved: to go on with, or to throw away. */
export function OtherDrafts({ description, place, own, left, elsewhere }: OtherDraftsProps) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const drafts = useOffered(description, left).filter(({ id }) => id !== own)
  if (drafts.length === 0) return null
  const remove = async ({ id, onlyHere }: Offered) => {
    await browserDrafts.drop(place, [id])
    if (!onlyHere) await forgetDraft(id)
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
          {drafts.map((draft) => (
            <li key={draft.id} data-testid="other-draft">
              <span>{draft.title || say(formTexts.untitledDraft)}</span>
              <span className="note">
                {instantInTable(draft.at, jurisdiction.timeZone)}
                {draft.onlyHere && ` · ${say(formTexts.onlyHere)}`}
              </span>
              {elsewhere.has(draft.id) ? (
                <span className="note" data-testid="written-elsewhere">
                  {say(formTexts.writtenElsewhere)}
                </span>
              ) : (
                <>
                  <Link
                    to="/registers/$register/new"
                    params={{ register: description.name }}
                    search={{ draft: draft.id }}
                    data-testid="open-draft"
                  >
                    {say(formTexts.openDraft)}
                  </Link>
                  <button type="button" className="link-button" onClick={() => void remove(draft)} data-testid="remove-draft">
                    {say(formTexts.removeDraft)}
                  </button>
                </>
              )}
            </li>
          ))}
        </ul>
      }
    />
  )
}

/** What the server keeps, and what only this computer has. */
function useOffered({ name, titleField }: RegisterDescription, left: readonly Draft[]): readonly Offered[] {
  const { data } = useQuery(draftsQuery(name))
  const kept = (data?.drafts ?? []).filter(({ entry }) => entry === null)
  const here = left.filter(({ id }) => !kept.some(({ draft }) => draft === id))
  return [
    ...kept.map(({ draft, title, at }) => ({ id: draft, title, at, onlyHere: false })),
    ...here.map(({ id, changes, at }) => ({ id, title: asText(changes[titleField]), at, onlyHere: true })),
  ]
}
