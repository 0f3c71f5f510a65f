import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { draftsQuery } from '../../api/drafts.ts'
import { workListQuery } from '../../api/queries.ts'
import { useSession } from '../../api/session-gate.ts'
import { Page } from '../../frame/page.tsx'
import { workTexts } from '../../texts/texts-work.ts'
import { useSay } from '../../texts/use-say.ts'
import { Copies } from './copies.tsx'
import { Drafts } from './drafts.tsx'
import { Done, Started } from './looking-back.tsx'
import { ToDo } from './to-do.tsx'

const route = getRouteApi('/frame/work')
const TABS = ['todo', 'drafts', 'done', 'started', 'copied'] as const
/** A part of the work list. */
type Tab = (typeof TABS)[number]

/** What waits for me comes first; beside it what I typed and did not save, what I did, what I started and what I should know of. */
export function WorkListPage() {
  const say = useSay()
  const { posts, post } = useSession()
  const { tab: asked } = route.useSearch()
  const held = posts.find(({ id }) => id === post)
  const tab: Tab = TABS.find((one) => one === asked) ?? 'todo'
  return (
    <Page title={say(workTexts.title)} note={held && `${held.title} · ${held.unitTitle}`}>
      <Tabs open={tab} />
      <section className="panel" aria-label={say(workTexts[tab])}>
        {tab === 'todo' && <ToDo />}
        {tab === 'drafts' && <Drafts />}
        {tab === 'done' && <Done />}
        {tab === 'started' && <Started />}
        {tab === 'copied' && <Copies />}
      </section>
    </Page>
  )
}

function Tabs({ open }: { readonly open: Tab }) {
  const say = useSay()
  const { data } = useQuery(workListQuery({}))
  const drafts = useQuery(draftsQuery()).data?.drafts.length
  const counts: Partial<Record<Tab, number | undefined>> = { todo: data?.counts.todo, drafts, copied: data?.counts.copied }
  return (
    <nav className="work-tabs" aria-label={say(workTexts.tabs)}>
      {TABS.map((tab) => (
        <Link
          key={tab}
          to="/work"
          search={tab === 'todo' ? {} : { tab }}
          className={tab === open ? 'work-tab work-tab-open' : 'work-tab'}
          aria-current={tab === open ? 'page' : undefined}
          data-testid={`tab-${tab}`}
        >
          {say(workTexts[tab])}
          {counts[tab] !== undefined && <span className="count">{counts[tab]}</span>}
        </Link>
      ))}
    </nav>
  )
}
