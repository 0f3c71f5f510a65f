import { useMutation } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { NOTICE_KINDS, NOTICE_LABELS, type NoticeKind, type NoticeList } from '#contract/notices.ts'
import { chooseNotices, getNotices, readNotices } from '../../api/endpoints.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { useSession } from '../../api/session-gate.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { entryAddress } from '../../frame/entry-address.ts'
import { Page } from '../../frame/page.tsx'
import { Empty, Refusal } from '../../frame/page-state.tsx'
import { given } from '../../frame/search-params.ts'
import { noticeTexts } from '../../texts/texts-notices.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'
import { Pages } from '../work-list/pages.tsx'

const route = getRouteApi('/frame/notices')
type Item = NoticeList['items'][number]

/** What I was told of: filters, marking as read, and what to be told of. */
export function NoticesPage() {
  const say = useSay()
  const { kind, unread } = route.useSearch()
  const filter = given({ kind, unread })
  const reading = useReading()
  return (
    <Page
      title={say(noticeTexts.title)}
      actions={
        <>
          <Link to="/notices/settings" className="work-step" data-testid="to-notice-settings">
            {say(noticeTexts.settings)}
          </Link>
          <Button loading={reading.isPending} onClick={() => reading.mutate(undefined)} data-testid="read-all">
            {say(noticeTexts.readAll)}
          </Button>
        </>
      }
    >
      <Refusal error={reading.error} />
      <section className="panel" aria-label={say(noticeTexts.title)}>
        <Filters />
        <Pages name="notices" question={filter} get={getNotices}>
          {(items: readonly Item[], { refused }: NoticeList) => (
            <>
              {items.length === 0 ? (
                <Empty title={say(noticeTexts.empty)} note={say(noticeTexts.emptyNote)} />
              ) : (
                <ul className="work-items">
                  {items.map((item) => (
                    <Line key={item.id} item={item} />
                  ))}
                </ul>
              )}
              <Choices refused={refused} />
            </>
          )}
        </Pages>
      </section>
    </Page>
  )
}

function useReading() {
  return useMutation({
    mutationFn: (notices: readonly string[] | undefined) => readNotices(notices),
    onSettled: () => refreshAfterWrite(),
  })
}

function Filters() {
  const say = useSay()
  const navigate = useNavigate()
  const { kind, unread } = route.useSearch()
  const options = NOTICE_KINDS.map((value) => ({ value, label: say(NOTICE_LABELS[value]) }))
  return (
    <div className="work-filters">
      {([undefined, 'yes'] as const).map((only) => (
        <Link
          key={only ?? 'all'}
          to="/notices"
          search={given({ kind, unread: only })}
          className={unread === only ? 'work-chip work-chip-on' : 'work-chip'}
        >
          {say(only ? noticeTexts.onlyUnread : noticeTexts.all)}
        </Link>
      ))}
      <PlainSelect
        label={say(noticeTexts.allKinds)}
        value={kind ?? ''}
        options={[{ value: '', label: say(noticeTexts.allKinds) }, ...options]}
        onChange={(value) => void navigate({ to: '/notices', search: given({ unread, kind: value || undefined }) })}
      />
    </div>
  )
}

function Line({ item }: { readonly item: Item }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const { id, kind, registerTitle, actLabel, reason, at, read } = item
  const reading = useReading()
  return (
    <li className={read ? 'work-item' : 'work-item notice-unread'} data-testid={`notice-${id}`}>
      <Subject item={item} onOpen={() => read || reading.mutate([id])} />
      {read ? (
        <span />
      ) : (
        <Button size="small" loading={reading.isPending} onClick={() => reading.mutate([id])}>
          {say(noticeTexts.read)}
        </Button>
      )}
      <span className="work-item-facts note">
        {[
          say(NOTICE_LABELS[kind]),
          registerTitle && say(registerTitle),
          actLabel && say(actLabel),
          instantInTable(at, jurisdiction.timeZone),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {reason !== null && reason !== '' && <span className="work-item-facts">{say(noticeTexts.reason, { reason })}</span>}
    </li>
  )
}

/** The entry, or for a reminder the part of the work list that it speaks of. */
function Subject({ item: { kind, register, entry, title, many, readable }, onOpen }: { readonly item: Item; readonly onOpen: () => void }) {
  const say = useSay()
  if (register === null || entry === null) {
    const late = kind === 'overdue'
    return (
      <Link to="/work" search={{ lateness: late ? 'overdue' : 'soon' }} className="work-item-title" onClick={onOpen}>
        {say(late ? noticeTexts.overdue : noticeTexts.due, { count: many })}
      </Link>
    )
  }
  if (kind === 'imported')
    return (
      <Link to="/registers/$register/imports/$import" params={{ register, import: entry }} className="work-item-title" onClick={onOpen}>
        {say(many > 0 ? noticeTexts.sheetIn : noticeTexts.one, { title, count: many })}
      </Link>
    )
  if (!readable) return <span className="note">{say(noticeTexts.hidden)}</span>
  return (
    <Link {...entryAddress(register, entry)} className="work-item-title" onClick={onOpen}>
      {say(many > 1 ? noticeTexts.others : noticeTexts.one, { title, count: many })}
    </Link>
  )
}

function Choices({ refused }: Pick<NoticeList, 'refused'>) {
  const say = useSay()
  const choosing = useMutation({
    mutationFn: ({ kind, wanted }: { readonly kind: NoticeKind; readonly wanted: boolean }) => chooseNotices(kind, wanted),
    onSettled: () => refreshAfterWrite(),
  })
  return (
    <details>
      <summary>{say(noticeTexts.choices)}</summary>
      <p className="note">{say(noticeTexts.choicesNote)}</p>
      <div className="notice-choices">
        {NOTICE_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            checked={!refused.includes(kind)}
            onChange={({ target }) => choosing.mutate({ kind, wanted: target.checked })}
            data-testid={`choose-${kind}`}
          >
            {say(NOTICE_LABELS[kind])}
          </Checkbox>
        ))}
      </div>
      <Refusal error={choosing.error} />
    </details>
  )
}
