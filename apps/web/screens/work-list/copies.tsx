import { useMutation } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { CopyList } from '#contract/work-list.ts'
import { getCopies, moveEntry } from '../../api/endpoints.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { useSession } from '../../api/session-gate.ts'
import { entryAddress } from '../../frame/entry-address.ts'
import { Empty, Refusal } from '../../frame/page-state.tsx'
import { given } from '../../frame/search-params.ts'
import { workTexts } from '../../texts/texts-work.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'
import { Pages } from './pages.tsx'

const route = getRouteApi('/frame/work')
type Item = CopyList['items'][number]

const WAYS = [undefined, 'all'] as const

/** What I should know of: what I have not marked as read, or all of it. */
export function Copies() {
  const say = useSay()
  const { read } = route.useSearch()
  return (
    <>
      <div className="work-filters" role="group" aria-label={say(workTexts.filters)}>
        {WAYS.map((way) => (
          <Link
            key={way ?? 'unread'}
            to="/work"
            search={given({ tab: 'copied', read: way })}
            className={read === way ? 'work-chip work-chip-on' : 'work-chip'}
            aria-current={read === way ? 'true' : undefined}
            data-testid={`copies-${way ?? 'unread'}`}
          >
            {say(way === 'all' ? workTexts.allCopies : workTexts.unreadCopies)}
          </Link>
        ))}
      </div>
      <CopyPages read={read} />
    </>
  )
}

function CopyPages({ read }: { readonly read: 'all' | undefined }) {
  const say = useSay()
  return (
    <Pages name="copied" question={{ read }} get={getCopies}>
      {(items: readonly Item[]) =>
        items.length === 0 ? (
          <Empty title={say(read === 'all' ? workTexts.neverCopied : workTexts.emptyCopies)} />
        ) : (
          <ul className="work-items">
            {items.map((item) => (
              <Copied key={item.copy} item={item} />
            ))}
          </ul>
        )
      }
    </Pages>
  )
}

function Copied({ item }: { readonly item: Item }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const { copy, version, register, registerTitle, id, title, stateLabel, note, from, at, isRead, readable } = item
  const reading = useMutation({
    mutationFn: () => moveEntry({ register: 'copy', id: copy, version }, 'markRead'),
    onSettled: () => refreshAfterWrite(),
  })
  return (
    <li className="work-item" data-testid={`copy-${id}`}>
      {readable ? (
        <Link {...entryAddress(register, id)} className="work-item-title">
          {title}
        </Link>
      ) : (
        <span className="note">{say(workTexts.hidden)}</span>
      )}
      {isRead ? (
        <span className="note">{say(workTexts.isRead)}</span>
      ) : (
        <Button loading={reading.isPending} onClick={() => reading.mutate()} data-testid="mark-read">
          {say(workTexts.markRead)}
        </Button>
      )}
      <span className="work-item-facts note">
        {[
          say(registerTitle),
          ...(readable ? [say(stateLabel)] : []),
          say(workTexts.from, { from }),
          instantInTable(at, jurisdiction.timeZone),
        ].join(' · ')}
      </span>
      {note !== '' && <span className="work-item-facts">“{note}”</span>}
      <Refusal error={reading.error} />
    </li>
  )
}
