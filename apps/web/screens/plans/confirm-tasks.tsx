import type { Proposal } from '#contract/programmes.ts'
import { ACTION_NAMES } from '#policy-text/finding-names.ts'
import { LongTable } from '../../frame/long-table.tsx'
import { programmeTexts } from '../../texts/texts-programme.ts'
import { useSay } from '../../texts/use-say.ts'
import { NOTHING } from '../../values/print.ts'
import { type ConfirmChanges, namesIn } from './confirm-changes.ts'
import { type Cut, CutTools, useCut } from './confirm-cut.tsx'

type Task = ConfirmChanges['tasks'][number]
type Proposed = Proposal['tasks'][number]

const NAMES_APART = '、'
const keyOf = ({ item }: Proposed) => item
const unitsOf = ({ lead, support }: Proposed) => [...lead, ...support]
const wordsOf = (task: Proposed) => [task.title, task.under ?? '', ...unitsOf(task).map(({ name }) => name)].join(' ')
const CUTS: readonly Cut<Proposed>[] = [
  { code: 'default', title: programmeTexts.cutByDefault, has: ({ lead }) => lead.some(({ origin }) => origin === 'standard') },
  { code: 'unknown', title: programmeTexts.cutUnknownUnit, has: (task) => unitsOf(task).some(({ unit }) => unit === null) },
]

/** The measures that become tasks, with who leads and who supports. */
export function ConfirmTasks({ proposal, changes }: { readonly proposal: Proposal; readonly changes: ConfirmChanges }) {
  const say = useSay()
  const cut = useCut({ proposed: proposal.tasks, keyOf, wordsOf, cuts: CUTS })
  return (
    <section className="panel" aria-label={say(programmeTexts.tasks)} id="confirm-tasks">
      <h2>{say(programmeTexts.tasks)}</h2>
      <p className="note">{say(programmeTexts.namesNote)}</p>
      <CutTools cut={cut} caption={say(programmeTexts.tasks)} testId="tasks" />
      <LongTable
        caption={say(programmeTexts.tasks)}
        rows={changes.tasks.filter(({ item }) => cut.isShown(item))}
        rowKey={({ item }) => item}
        testId={({ item }) => `proposed-task-${item}`}
        columns={[
          { key: 'keep', title: say(programmeTexts.keep), fit: true, render: (task) => <KeepCell task={task} changes={changes} /> },
          { key: 'task', title: say(programmeTexts.task), main: true, render: (task) => <TaskCell task={task} /> },
          { key: 'lead', title: say(programmeTexts.lead), render: (task) => <NamesCell task={task} changes={changes} side="lead" /> },
          {
            key: 'support',
            title: say(programmeTexts.support),
            render: (task) => <NamesCell task={task} changes={changes} side="support" />,
          },
          {
            key: 'due',
            title: say(programmeTexts.dueYear),
            fit: true,
            render: ({ dueYear }) => <span className="number">{dueYear ?? NOTHING}</span>,
          },
        ]}
      />
    </section>
  )
}

function KeepCell({ task, changes }: { readonly task: Task; readonly changes: ConfirmChanges }) {
  const say = useSay()
  return (
    <input
      type="checkbox"
      checked={task.kept}
      aria-label={`${say(programmeTexts.keep)} ${task.title}`}
      onChange={({ target }) => changes.changeTask(task.item, { leftOut: !target.checked })}
    />
  )
}

function TaskCell({ task: { title, under, actionClass } }: { readonly task: Task }) {
  const say = useSay()
  const action = actionClass === null ? undefined : ACTION_NAMES[actionClass as keyof typeof ACTION_NAMES] // a code of the register
  return (
    <div>
      <strong>{title}</strong>
      {action && <span className="note"> · {say(action)}</span>}
      {under !== null && <div className="note">{under}</div>}
    </div>
  )
}

interface NamesCellProps {
  readonly task: Task
  readonly changes: ConfirmChanges
  readonly side: 'lead' | 'support'
}

function NamesCell({ task, changes, side }: NamesCellProps) {
  const say = useSay()
  const names = side === 'lead' ? task.leadNames : task.supportNames
  const units = task[side].filter(({ name }) => names.includes(name))
  return (
    <div className="tree-choices">
      <input
        className="plain-input"
        aria-label={`${say(programmeTexts[side])} ${task.title}`}
        defaultValue={names.join(NAMES_APART)}
        disabled={!task.kept}
        onBlur={({ target }) => {
          const typed = namesIn(target.value)
          if (typed.join(NAMES_APART) !== names.join(NAMES_APART)) changes.changeTask(task.item, { [side]: typed })
        }}
        data-testid={`${side}-${task.item}`}
      />
      {units.some(({ origin }) => origin === 'standard') && <span className="note">{say(programmeTexts.byDefault)}</span>}
      {units.some(({ origin }) => origin === 'document') && <span className="note">{say(programmeTexts.wholeDocument)}</span>}
    </div>
  )
}
