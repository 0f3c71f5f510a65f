import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { WorkList } from '#contract/work-list.ts'
import { getWorkList } from '../../api/endpoints.ts'
import { useSession } from '../../api/session-gate.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { Empty } from '../../frame/page-state.tsx'
import { given } from '../../frame/search-params.ts'
import { ToneTag } from '../../frame/state-tag.tsx'
import { checkingTexts } from '../../texts/texts-selection.ts'
import { workTexts } from '../../texts/texts-work.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'
import { Pages } from './pages.tsx'
import { stepAddress } from './step-address.ts'
import { WaitingSheets } from './waiting-sheets.tsx'

const route = getRouteApi('/frame/work')
type Item = WorkList['items'][number]

/** What waits, what is due first on top, each with one next step that goes straight there. */
export function ToDo() {
  const say = useSay()
  // The search part also carries the as-of day, which the work list does not follow.
  const { register, move, under, lateness } = route.useSearch()
  const filter = given({ register, move, under, lateness })
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <Pages name="todo" question={filter} get={getWorkList}>
      {(items: readonly Item[], { counts, kinds }: WorkList) => (
        <>
          {counts.todo > 0 && (
            <Filters counts={counts} kinds={kinds} under={items.find(({ under }) => under?.id === filter.under)?.under?.title} />
          )}
          <CheckingDoors kinds={kinds} />
          {!isFiltered && <WaitingSheets />}
          {items.length > 0 ? (
            <ul className="work-items" data-testid="work-items">
              {items.map((item) => (
                <Line key={`${item.id}${item.move}`} item={item} />
              ))}
            </ul>
          ) : isFiltered ? (
            <Empty title={say(workTexts.emptyFiltered)}>
              <Link to="/work">{say(workTexts.clear)}</Link>
            </Empty>
          ) : (
            <Empty title={say(workTexts.emptyTodo)} note={say(workTexts.emptyTodoNote)} />
          )}
        </>
      )}
    </Pages>
  )
}

function Filters({ counts, kinds, under }: Pick<WorkList, 'counts' | 'kinds'> & { readonly under: string | undefined }) {
  const say = useSay()
  const navigate = useNavigate()
  const { register, move, lateness, under: chosen } = route.useSearch()
  const late = [
    { name: undefined, label: say(workTexts.all, { count: counts.todo }) },
    { name: 'overdue', label: say(workTexts.onlyOverdue, { count: counts.overdue }) },
    { name: 'soon', label: say(workTexts.onlySoon, { count: counts.soon }) },
  ]
  const options = kinds.map((kind) => ({
    value: `${kind.register}/${kind.move}`,
    label: say(workTexts.kind, { register: say(kind.registerTitle), move: say(kind.moveLabel), count: kind.count }),
  }))
  const choose = (value: string) => {
    const [to, by] = value.split('/')
    void navigate({ to: '/work', search: given({ lateness, register: value === '' ? undefined : to, move: by }) })
  }
  return (
    <div className="work-filters" role="group" aria-label={say(workTexts.filters)}>
      {late.map(({ name, label }) => (
        <Link
          key={label}
          to="/work"
          search={given({ register, move, lateness: name })}
          className={lateness === name ? 'work-chip work-chip-on' : 'work-chip'}
          data-testid={`late-${name ?? 'all'}`}
        >
          {label}
        </Link>
      ))}
      <PlainSelect
        value={register === undefined ? '' : `${register}/${move}`}
        onChange={choose}
        options={[{ value: '', label: say(workTexts.allKinds) }, ...options]}
        label={say(workTexts.allKinds)}
      />
      {chosen !== undefined && (
        <Link to="/work" className="work-chip work-chip-on">
          {say(workTexts.onlyUnder, { title: under ?? '' })} ×
        </Link>
      )}
    </div>
  )
}

const ENOUGH = 2
/** Registers whose work is done on pages of their own. */
const NOT_CHECKED = new Set(['batch', 'call', 'recommendation', 'objection', 'plan_item'])

/** Registers of which several entries wait: they can be gone through one after the other. */
function CheckingDoors({ kinds }: Pick<WorkList, 'kinds'>) {
  const say = useSay()
  const registers = [...Map.groupBy(kinds, ({ register }) => register)].filter(
    ([register, own]) => !NOT_CHECKED.has(register) && own.reduce((sum, { count }) => sum + count, 0) >= ENOUGH,
  )
  if (registers.length === 0) return null
  return (
    <p className="panel-acts work-queues">
      <span className="note">{say(checkingTexts.title)}</span>
      {registers.map(([register, [first]]) => (
        <Link key={register} to="/checking/$register" params={{ register }} data-testid={`check-${register}`}>
          {first && say(first.registerTitle)}
        </Link>
      ))}
    </p>
  )
}

function Line({ item }: { readonly item: Item }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const { id, register, registerTitle, no, title, stateLabel, tone, areaTitle, moveLabel, since, many, under, move } = item
  const name = many > 1 ? say(workTexts.many, { title: under?.title ?? say(registerTitle), count: many }) : title
  return (
    <li className="work-item" data-testid={`work-${id}`}>
      <Link {...stepAddress(item)} className="work-item-title">
        {name}
      </Link>
      <Link {...stepAddress(item)} className="work-step" data-testid="step">
        {say(moveLabel)}
      </Link>
      <span className="work-item-facts">
        <DueTag item={item} />
        <ToneTag tone={tone} label={stateLabel} />
        <span className="note">
          {[
            many > 1 ? say(registerTitle) : `${say(registerTitle)} ${no}`,
            ...(areaTitle === '' || many > 1 ? [] : [areaTitle]),
            ...(under && many === 1 ? [under.title] : []),
            say(workTexts.since, { at: instantInTable(since, jurisdiction.timeZone).slice(0, 10) }),
          ].join(' · ')}
        </span>
        {many > 1 && under && (
          <Link to="/work" search={{ register, move, under: under.id }} data-testid="expand">
            {say(workTexts.expand)}
          </Link>
        )}
      </span>
    </li>
  )
}

/** In words and colour; days are working days. */
function DueTag({ item: { due, lateness, days } }: { readonly item: Item }) {
  const say = useSay()
  if (due === null) return null
  if (lateness === 'overdue')
    return <span className="due due-over">■ {days === 0 ? say(workTexts.overdueToday) : say(workTexts.overdue, { days: days ?? 0 })}</span>
  if (lateness === 'soon')
    return <span className="due due-soon">▲ {days === 0 ? say(workTexts.soonToday) : say(workTexts.soon, { days: days ?? 0 })}</span>
  return <span className="note">{say(workTexts.due, { day: due })}</span>
}
