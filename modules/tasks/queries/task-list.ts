import { type TaskList, taskListInput } from '#contract/tasks.ts'
import type { Row } from '#engine/access/holds.ts'
import { list } from '#engine/store/list.ts'
import { query } from '#engine/store/query.ts'
import { poolReader, titlesFor } from '#engine/store/read.ts'
import { task } from '../registers/task.register.ts'

const MOST = 2000

/** The tasks of the plans in the order of their clauses, with who leads and who supports. */
export const taskList = query({
  name: 'tasks.task-list',
  label: { zh: '任务清单', en: 'Tasks' },
  input: taskListInput,
  right: { always: true },
  async run({ store, actor }, { document }) {
    const found = await list(poolReader(store), store, task, actor, {
      filter: { all: [{ field: 'state', is: 'planned' }, ...(document ? [{ field: 'document', is: document }] : [])] },
      sort: 'start',
      limit: MOST,
    })
    if (!found.ok) return found
    const titles = await titlesFor(poolReader(store), store, task, found.rows)
    const tasks = found.rows.map((row) => presented(row, titles)).toSorted((a, b) => order(a, b))
    return { tasks, cut: found.rows.length >= MOST } satisfies TaskList
  },
})

const order = (a: TaskList['tasks'][number], b: TaskList['tasks'][number]) =>
  a.document === b.document ? a.start - b.start : a.documentTitle.localeCompare(b.documentTitle)

function presented(row: Row, titles: Readonly<Record<string, string>>): TaskList['tasks'][number] {
  const text = (field: string) => (typeof row[field] === 'string' ? row[field] : null)
  return {
    id: String(row['id']),
    version: Number(row['version']),
    title: String(row['title']),
    under: text('under'),
    document: String(row['document']),
    documentTitle: titles[String(row['document'])] ?? '',
    item: String(row['item']),
    start: Number(row['start']),
    actionClass: text('actionClass'),
    dueYear: row['dueYear'] === null ? null : Number(row['dueYear']),
    lead: unitRows(row['lead']),
    support: unitRows(row['support']),
    joint: row['joint'] === true,
    note: text('note'),
  }
}

function unitRows(value: unknown): TaskList['tasks'][number]['lead'] {
  return (Array.isArray(value) ? value : []) as TaskList['tasks'][number]['lead'] // rows of the register's own columns
}
