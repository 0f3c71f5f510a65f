import type { TaskProgress } from '#contract/tasks.ts'
import type { Actor } from '#engine/define/actor.ts'
import { parsePeriod } from '#engine/define/period.ts'
import { askFor } from '#engine/store/ask-for.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { binder, toSql } from '#engine/store/expression-sql.ts'
import { poolReader } from '#engine/store/read.ts'
import { type Columned, number, orNull, text, truth } from '#platform/db/columns.ts'
import { taskReport } from '../registers/task-report.register.ts'
import { type OpenReport } from '../rules/next-step.ts'

/** The report a task waits for, the earliest first, and what was handed in last. */
export interface Reported {
  readonly open: OpenReport | null
  readonly last: TaskProgress | null
}

/** Of each of the tasks, as far as the reader may see its reports; that one is open everybody may know who sees the task. */
export async function reportedOf(store: Store, actor: Actor, tasks: readonly string[]): Promise<ReadonlyMap<string, Reported>> {
  const values: unknown[] = []
  const bind = binder(values)
  const mayRead = toSql(taskReport.access.read, taskReport, actor, bind)
  const sql = `select task, id, period, due_on::text as "dueOn", status, percent, state, ${mayRead} as readable from ${tableOf(store, taskReport)}
    where task = any(${bind(tasks)}) and state <> 'cancelled' order by due_on, id`
  const rows = await askFor(poolReader(store), REPORT, sql, values)
  return new Map([...Map.groupBy(rows, (row) => row.task)].map(([id, own]) => [id, { open: openOf(own), last: lastOf(own) }]))
}

const REPORT = {
  task: text,
  id: text,
  period: text,
  dueOn: text,
  status: orNull(text),
  percent: orNull(number),
  state: text,
  readable: truth,
}
type ReportRow = Columned<typeof REPORT>

const isOpen = ({ state }: ReportRow) => state === 'filling' || state === 'returned'

function openOf(rows: readonly ReportRow[]): OpenReport | null {
  const open = rows.find(isOpen)
  return open ? { dueOn: open.dueOn } : null
}

function lastOf(rows: readonly ReportRow[]): TaskProgress | null {
  const last = rows.findLast((row) => row.readable && !isOpen(row))
  if (!last) return null
  const { id, period, status, percent, state } = last
  return { report: id, period, periodTitle: parsePeriod(period)?.title ?? { zh: period, en: period }, status, percent, state }
}
