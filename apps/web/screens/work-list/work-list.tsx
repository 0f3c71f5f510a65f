import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { WorkList } from '#contract/work-list.ts'
import { workListQuery } from '../../api/queries.ts'
import { useSession } from '../../api/session-gate.ts'
import { entryAddress } from '../../frame/entry-address.ts'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { ToneTag } from '../../frame/state-tag.tsx'
import { workTexts } from '../../texts/texts-figures.ts'
import { checkingTexts } from '../../texts/texts-selection.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'

/** What waits for me comes first, each with one next step. */
export function WorkListPage() {
  const say = useSay()
  const { posts, post } = useSession()
  const list = useQuery(workListQuery)
  const held = posts.find(({ id }) => id === post)
  return (
    <Page title={say(workTexts.title)} note={held && `${held.title} · ${held.unitTitle}`}>
      <Loaded query={list}>
        {({ items, done }) => (
          <div className="work-layout">
            <section className="panel" aria-labelledby="todo-title">
              <h2 id="todo-title">
                {say(workTexts.todo)}
                <span className="count">{items.length}</span>
              </h2>
              <CheckingDoors items={items} />
              {items.length === 0 ? (
                <Empty title={say(workTexts.emptyTodo)} note={say(workTexts.emptyTodoNote)} />
              ) : (
                <Items items={items} />
              )}
            </section>
            <section className="panel" aria-labelledby="done-title">
              <h2 id="done-title">{say(workTexts.done)}</h2>
              {done.length === 0 ? <p className="note">{say(workTexts.emptyDone)}</p> : <Done done={done} />}
            </section>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

const ENOUGH = 2

/** Registers of which several entries wait: they can be gone through one after the other. */
function CheckingDoors({ items }: Pick<WorkList, 'items'>) {
  const say = useSay()
  const registers = [...Map.groupBy(items, ({ register }) => register)].filter(([, own]) => own.length >= ENOUGH)
  if (registers.length === 0) return null
  return (
    <p className="panel-acts">
      {registers.map(([register, [first]]) => (
        <Link key={register} to="/checking/$register" params={{ register }} data-testid={`check-${register}`}>
          {first && `${say(checkingTexts.title)} · ${say(first.registerTitle)}`}
        </Link>
      ))}
    </p>
  )
}

function Items({ items }: Pick<WorkList, 'items'>) {
  const say = useSay()
  const { jurisdiction } = useSession()
  return (
    <ul className="work-items">
      {items.map(({ register, registerTitle, id, no, title, stateLabel, tone, areaTitle, moveLabel, since }) => (
        <li key={id} data-testid={`work-${id}`}>
          <Link {...entryAddress(register, id)} className="work-item">
            <span className="work-item-title">{title}</span>
            <ToneTag tone={tone} label={stateLabel} />
            <span className="note">
              {say(registerTitle)} {no} · {areaTitle} ·{' '}
              {say(workTexts.since, { at: instantInTable(since, jurisdiction.timeZone).slice(0, 10) })}
            </span>
            <span className="work-item-next">{say(workTexts.next, { move: say(moveLabel) })}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Done({ done }: Pick<WorkList, 'done'>) {
  const say = useSay()
  const { jurisdiction } = useSession()
  return (
    <ul className="work-done">
      {done.map(({ register, id, title, actLabel, at }) => (
        <li key={id + at}>
          <Link {...entryAddress(register, id)}>{title}</Link>
          <span className="note">
            {say(actLabel)} · {instantInTable(at, jurisdiction.timeZone)}
          </span>
        </li>
      ))}
    </ul>
  )
}
