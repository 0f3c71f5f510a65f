import { type TaskList, type TaskUnit, taskListInput } from '#contract/tasks.ts'
import type { Row } from '#engine/access/holds.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { list } from '#engine/store/list.ts'
import { query } from '#engine/store/query.ts'
import { ask, poolReader, titlesFor } from '#engine/store/read.ts'
import { workingCalendar } from '#modules/collaboration/index.ts'
import { plan, policyDocument } from '#modules/plans/index.ts'
import { task } from '../registers/task.register.ts'
import { nextStep } from '../rules/next-step.ts'
import { OF_OWN_UNIT } from '../rules/rights.ts'
import { type Reported, reportedOf } from './reported.ts'

const MOST = 2000

/** The tasks of the plans in the order of their clauses: who leads and supports, where each stands, what is due next. */
export const taskList = query({
  name: 'tasks.task-list',
  label: { zh: '任务清单', en: 'Tasks' },
  input: taskListInput,
  right: { always: true },
  async run({ store, actor }, { document, mine }) {
    const plans = document === undefined ? [] : await plansOf(store, document)
    const found = await list(poolReader(store), store, task, actor, {
      filter: {
        all: [
          { not: { field: 'state', is: 'leftOut' } },
          ...(document ? [{ field: 'plan', oneOf: plans }] : []),
          ...(mine ? [OF_OWN_UNIT] : []),
        ],
      },
      sort: 'start',
      limit: MOST,
    })
    if (!found.ok) return found
    const [titles, reported, calendar] = await Promise.all([
      titlesFor(poolReader(store), store, task, found.rows),
      reportedOf(
        store,
        actor,
        found.rows.map(({ id }) => String(id)),
      ),
      workingCalendar(store),
    ])
    const tasks = found.rows.map((row) => ({
      ...presented(row, titles),
      ...progressOf(reported.get(String(row['id']))),
      next: nextStep(row, reported.get(String(row['id']))?.open ?? null, calendar),
    }))
    return { tasks: tasks.toSorted((a, b) => order(a, b)), cut: found.rows.length >= MOST } satisfies TaskList
  },
})

type Listed = TaskList['tasks'][number]

/** Plans that run by a document, or by a later version of it: a task may still stand in the words of an older one. */
async function plansOf(store: Store, document: string): Promise<readonly string[]> {
  const found = await ask(
    poolReader(store),
    `with recursive version as (select $1::uuid as id union select later.id from ${tableOf(store, policyDocument)} later join version on later.supersedes = version.id)
     select id from ${tableOf(store, plan)} where document in (select id from version)`,
    [document],
  )
  return found.map(({ id }) => String(id))
}

const order = (a: Listed, b: Listed) => (a.document === b.document ? a.start - b.start : a.documentTitle.localeCompare(b.documentTitle))

function progressOf(reported: Reported | undefined): Pick<Listed, 'progress'> {
  return { progress: reported?.last ?? null }
}

function presented(row: Row, titles: Readonly<Record<string, string>>): Omit<Listed, 'progress' | 'next'> {
  const text = (field: string) => (typeof row[field] === 'string' ? row[field] : null)
  const state = task.states[row['state'] as keyof typeof task.states] // the states of its own definition
  return {
    id: String(row['id']),
    version: Number(row['version']),
    title: String(row['title']),
    state: String(row['state']),
    stateLabel: state.label,
    tone: state.tone,
    under: text('under'),
    document: String(row['document']),
    documentTitle: titles[String(row['document'])] ?? '',
    item: String(row['item']),
    start: Number(row['start']),
    actionClass: text('actionClass'),
    dueYear: row['dueYear'] === null ? null : Number(row['dueYear']),
    dueOn: text('dueOn'),
    lead: unitRows(row['lead']),
    support: unitRows(row['support']),
    joint: row['joint'] === true,
    note: text('note'),
  }
}

function unitRows(value: unknown): TaskUnit[] {
  return (Array.isArray(value) ? value : []) as TaskUnit[] // rows of the register's own columns
}
