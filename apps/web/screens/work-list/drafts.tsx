import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Popconfirm } from 'antd'
import type { DraftList } from '#contract/drafts.ts'
import { browserDrafts } from '../../api/browser-drafts.ts'
import { discardDrafts, draftsQuery } from '../../api/drafts.ts'
import { queryClient } from '../../api/query-client.ts'
import { NEW } from '../../api/send-left-drafts.ts'
import { useSession } from '../../api/session-gate.ts'
import { entryAddress } from '../../frame/entry-address.ts'
import { Empty, Loaded, Refusal } from '../../frame/page-state.tsx'
import { testId } from '../../frame/test-id.ts'
import { workTexts } from '../../texts/texts-work.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'

type Item = DraftList['drafts'][number]

/** What I typed and did not save: to go on with, or to throw away. */
export function Drafts() {
  const say = useSay()
  const list = useQuery(draftsQuery())
  return (
    <Loaded query={list}>
      {({ drafts, days }) =>
        drafts.length === 0 ? (
          <Empty title={say(workTexts.emptyDrafts)} note={say(workTexts.emptyDraftsNote)} />
        ) : (
          <>
            <p className="note drafts-note">{say(workTexts.draftsNote, { days })}</p>
            <ul className="work-items">
              {drafts.map((item) => (
                <Draft key={item.draft} item={item} />
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  )
}

function Draft({ item }: { readonly item: Item }) {
  const say = useSay()
  const { jurisdiction, person } = useSession()
  const { draft, register, registerTitle, title, entry, at, until } = item
  const removal = useMutation({
    mutationFn: async () => {
      await browserDrafts.drop({ jurisdiction: jurisdiction.code, person: person.id, register, entry: entry?.id ?? NEW }, [draft])
      await discardDrafts([draft])
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['draft-list'] }),
  })
  return (
    <li className="work-item" data-testid={`draft-${draft}`}>
      <span className="work-item-title">
        {entry?.readable === false ? <span className="note">{say(workTexts.hidden)}</span> : title || say(workTexts.untitled)}
      </span>
      <span className="row-acts draft-acts">
        <Popconfirm
          title={say(workTexts.throwAwayAsk)}
          okText={say(workTexts.throwAway)}
          cancelText={say(workTexts.keepIt)}
          okButtonProps={{ danger: true, ...testId('throw-away-sure') }}
          onConfirm={() => removal.mutate()}
        >
          <button type="button" className="link-button" disabled={removal.isPending} data-testid="throw-away">
            {say(workTexts.throwAway)}
          </button>
        </Popconfirm>
        {entry?.readable !== false && (
          <Link {...formAddress(item)} className="work-step" data-testid="go-on">
            {say(workTexts.goOn)}
          </Link>
        )}
      </span>
      <span className="work-item-facts note">
        {[
          say(registerTitle),
          say(entry === null ? workTexts.draftOfNew : workTexts.draftOfChange),
          say(workTexts.typedAt, { at: instantInTable(at, jurisdiction.timeZone) }),
          say(workTexts.until, { day: until }),
        ].join(' · ')}
      </span>
      <Refusal error={removal.error} />
    </li>
  )
}

/** Where the form of a draft is: what has a page of its own to be written on is written there. */
function formAddress({ draft, register, entry }: Item) {
  if (entry === null) return { to: '/registers/$register/new', params: { register }, search: { draft } } as const
  const own = entryAddress(register, entry.id)
  return own.to === '/registers/$register/$id' ? ({ ...own, to: '/registers/$register/$id/edit' } as const) : own
}
