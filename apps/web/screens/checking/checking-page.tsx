import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RegisterDescription } from '#contract/entries.ts'
import type { WorkList } from '#contract/work-list.ts'
import { entryQuery, registerQuery, workListQuery } from '../../api/queries.ts'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { checkingTexts } from '../../texts/texts-selection.ts'
import { useSay } from '../../texts/use-say.ts'
import { EntrySections } from '../entry/entry-sections.tsx'
import { Moves } from '../entry/moves.tsx'
import { Checklist } from './checklist.tsx'
import { Queue } from './queue.tsx'

const route = getRouteApi('/frame/checking/$register')

/** What waits for this post in one register, one after the other: queue, entry, checklist and decision. */
export function CheckingPage() {
  const { register } = route.useParams()
  const description = useQuery(registerQuery(register))
  const work = useQuery(workListQuery({ register, single: 'yes', limit: '200' }))
  return (
    <Loaded query={description}>
      {(known) => (
        <Loaded query={work}>
          {({ items, kinds }) => (
            <Checking
              description={known}
              items={items.filter((item) => item.register === register)}
              total={kinds.filter((kind) => kind.register === register).reduce((sum, { count }) => sum + count, 0)}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

interface CheckingProps {
  readonly description: RegisterDescription
  readonly items: WorkList['items']
  /** More than the queue holds at once; the next ones come up as these are decided. */
  readonly total: number
}

function Checking({ description, items, total }: CheckingProps) {
  const say = useSay()
  const navigate = useNavigate()
  const { entry: asked } = route.useSearch()
  const open = useOpenItem(items, asked)
  const at = items.findIndex(({ id }) => id === open?.id)
  const choose = (id: string) => void navigate({ to: '/checking/$register', params: { register: description.name }, search: { entry: id } })
  return (
    <Page
      title={say(checkingTexts.title)}
      note={open ? `${say(description.title)} · ${say(checkingTexts.position, { at: at + 1, all: total })}` : say(description.title)}
    >
      {open ? (
        <div className="checking">
          <Queue description={description} items={items} total={total} open={open.id} onOpen={choose} />
          <OpenEntry key={open.id} description={description} item={open} />
        </div>
      ) : (
        <Empty title={say(checkingTexts.empty)}>
          <Link to="/work">{say(checkingTexts.backToWork)}</Link>
        </Empty>
      )}
    </Page>
  )
}

/** The entry of the address while it waits; once it was decided, the one that has come to stand in its place. */
function useOpenItem(items: WorkList['items'], asked: string | undefined): WorkList['items'][number] | undefined {
  const [last, setLast] = useState(0)
  const at = items.findIndex(({ id }) => id === asked)
  if (at >= 0 && at !== last) setLast(at)
  return items[at >= 0 ? at : Math.min(last, items.length - 1)]
}

function OpenEntry({ description, item }: { readonly description: RegisterDescription; readonly item: WorkList['items'][number] }) {
  const say = useSay()
  const entry = useQuery(entryQuery(description.name, item.id))
  return (
    <Loaded query={entry}>
      {(answer) => (
        <>
          <article className="panel checking-entry" data-testid="checking-entry" data-entry={item.id}>
            <header className="panel-head">
              <h2>{answer.entry.title}</h2>
              <Link to="/registers/$register/$id" params={{ register: description.name, id: item.id }}>
                {say(checkingTexts.openEntry)}
              </Link>
            </header>
            <EntrySections description={description} answer={answer} />
          </article>
          <aside className="checking-side">
            <Checklist description={description} answer={answer} move={item.move} />
            <section className="panel">
              <h2>{say(checkingTexts.decision)}</h2>
              <Moves description={description} answer={answer} />
            </section>
          </aside>
        </>
      )}
    </Loaded>
  )
}
