import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { TaskList, TaskUnit } from '#contract/tasks.ts'
import { ACTION_NAMES } from '#policy-text/finding-names.ts'
import { registersQuery, tasksQuery } from '../../api/queries.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { DataTable } from '../../frame/data-table.tsx'
import { entryAddress } from '../../frame/entry-address.ts'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { ToneTag } from '../../frame/state-tag.tsx'
import { planTexts } from '../../texts/texts-plans.ts'
import { programmeTexts } from '../../texts/texts-programme.ts'
import { useSay } from '../../texts/use-say.ts'
import { NOTHING } from '../../values/print.ts'

const route = getRouteApi('/frame/tasks')
const ALL = ''
type Task = TaskList['tasks'][number]

/** The tasks of the plans by clause, with who leads and who supports; one unit's own by the filter. */
export function TaskListPage() {
  const say = useSay()
  const { document, mine } = route.useSearch()
  const tasks = useQuery(tasksQuery(document, mine))
  const { data } = useQuery(registersQuery)
  const assigns = data?.registers.some(({ name, may }) => name === 'task' && may.includes('create')) ?? false
  return (
    <Page
      title={say(programmeTexts.taskRoom)}
      note={say(programmeTexts.taskRoomNote)}
      actions={
        <>
          <Link to="/registers/$register" params={{ register: 'task_report' }}>
            {say(programmeTexts.taskReports)}
          </Link>
          <Link to="/registers/$register" params={{ register: 'unit_alias' }}>
            {say(programmeTexts.unitNames)}
          </Link>
          <Link
            to="/registers/$register"
            params={{ register: 'task' }}
            {...(assigns && { className: 'main-link' })}
            data-testid="task-register"
          >
            {say(assigns ? programmeTexts.taskRegister : programmeTexts.taskEntries)}
          </Link>
        </>
      }
    >
      <Loaded query={tasks}>
        {(loaded) =>
          loaded.tasks.length === 0 && mine === undefined ? (
            <Empty title={say(programmeTexts.tasksEmpty)} note={say(programmeTexts.tasksEmptyNote)}>
              <Link to="/plans">{say(planTexts.plans)}</Link>
            </Empty>
          ) : (
            <Tasks list={loaded} />
          )
        }
      </Loaded>
    </Page>
  )
}

const nameOf = ({ name, title }: TaskUnit) => title ?? name

function Tasks({ list: { tasks, cut } }: { readonly list: TaskList }) {
  const say = useSay()
  const { unit = ALL, mine } = route.useSearch()
  const navigate = useNavigate({ from: '/tasks' })
  const units = [...new Set(tasks.flatMap(({ lead, support }) => [...lead, ...support].map(nameOf)))]
  const shown = unit === ALL ? tasks : tasks.filter(({ lead, support }) => [...lead, ...support].some((each) => nameOf(each) === unit))
  const plans = [...new Set(shown.map(({ document }) => document))]
  return (
    <>
      <div className="list-tools">
        <PlainSelect
          label={say(programmeTexts.unit)}
          value={unit}
          options={[{ value: ALL, label: say(programmeTexts.allUnits) }, ...units.map((name) => ({ value: name, label: name }))]}
          onChange={(chosen) =>
            void navigate({
              search: ({ unit: _before, ...rest }) => ({ ...rest, ...(chosen === ALL ? {} : { unit: chosen }) }),
              replace: true,
            })
          }
          testId="task-unit"
        />
        <label className="plain-check">
          <input
            type="checkbox"
            checked={mine === 'yes'}
            onChange={({ target }) =>
              void navigate({
                search: ({ mine: _before, ...rest }) => ({ ...rest, ...(target.checked && { mine: 'yes' as const }) }),
                replace: true,
              })
            }
            data-testid="own-tasks"
          />
          {say(programmeTexts.ownTasks)}
        </label>
        <span className="note number" data-testid="task-total">
          {say(programmeTexts.taskTotal, { count: shown.length })}
        </span>
      </div>
      {tasks.length === 0 && <Empty title={say(programmeTexts.noOwnTasks)} />}
      {cut && <p className="warning-note">{say(programmeTexts.tasksCut)}</p>}
      {plans.map((document) => (
        <PlanTasks key={document} tasks={shown.filter((task) => task.document === document)} />
      ))}
    </>
  )
}

function PlanTasks({ tasks }: { readonly tasks: readonly Task[] }) {
  const say = useSay()
  const [first] = tasks
  return (
    <section className="panel">
      {first && (
        <h2>
          <Link to="/plans/$document/programme" params={{ document: first.document }}>
            {first.documentTitle}
          </Link>
        </h2>
      )}
      <DataTable
        caption={first?.documentTitle ?? say(programmeTexts.tasks)}
        rows={tasks}
        rowKey={({ id }) => id}
        testId={({ id }) => `task-${id}`}
        columns={[
          { key: 'task', title: say(programmeTexts.task), main: true, render: (task) => <TaskCell task={task} /> },
          { key: 'lead', title: say(programmeTexts.lead), render: ({ lead, joint }) => <Units units={lead} joint={joint} /> },
          { key: 'support', title: say(programmeTexts.support), render: ({ support }) => <Units units={support} /> },
          {
            key: 'due',
            title: say(programmeTexts.taskDue),
            fit: true,
            render: ({ dueYear, dueOn }) => <span className="number">{dueOn ?? dueYear ?? NOTHING}</span>,
          },
          {
            key: 'state',
            title: say(programmeTexts.taskState),
            fit: true,
            render: ({ tone, stateLabel }) => <ToneTag tone={tone} label={stateLabel} />,
          },
          {
            key: 'progress',
            title: say(programmeTexts.taskProgress),
            fit: true,
            render: ({ progress }) => <Progress progress={progress} />,
          },
          { key: 'next', title: say(programmeTexts.taskNext), fit: true, render: ({ next }) => <Next next={next} /> },
        ]}
      />
    </section>
  )
}

function TaskCell({ task: { id, title, under, document, item, actionClass } }: { readonly task: Task }) {
  const say = useSay()
  const action = actionClass === null ? undefined : ACTION_NAMES[actionClass as keyof typeof ACTION_NAMES] // a code of the register
  return (
    <div>
      <Link {...entryAddress('task', id)}>{title}</Link>
      <span className="note">
        {action && <> · {say(action)}</>}
        {' · '}
        <Link to="/plans/$document" params={{ document }} search={{ item }}>
          {say(programmeTexts.clauseOfTask)}
        </Link>
      </span>
      {under !== null && <div className="note">{under}</div>}
    </div>
  )
}

function Progress({ progress }: Pick<Task, 'progress'>) {
  const say = useSay()
  if (progress === null) return NOTHING
  return (
    <Link {...entryAddress('task_report', progress.report)}>
      <span className="number">{progress.percent ?? 0}%</span>
      <div className="note">{say(progress.periodTitle)}</div>
    </Link>
  )
}

function Next({ next }: Pick<Task, 'next'>) {
  const say = useSay()
  if (next === null) return NOTHING
  return (
    <div>
      {say(next.label)} <span className="number">{next.due}</span>
      {next.late && (
        <div>
          <ToneTag tone="bad" label={programmeTexts.taskLate} />
        </div>
      )}
    </div>
  )
}

function Units({ units, joint = false }: { readonly units: readonly TaskUnit[]; readonly joint?: boolean }) {
  const say = useSay()
  if (units.length === 0) return NOTHING
  const marks = { mark: '', document: ` (${say(programmeTexts.wholeDocument)})`, standard: ` (${say(programmeTexts.byDefault)})` }
  return (
    <>
      {joint && <div className="note">{say(programmeTexts.joint)}</div>}
      <ul className="unit-names">
        {units.map((unit) => (
          <li key={unit.name} title={unit.title ?? unit.name}>
            {unit.name}
            <span className="note">{marks[unit.origin ?? 'mark']}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
