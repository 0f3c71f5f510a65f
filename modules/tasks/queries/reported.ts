import type { TaskProgress } from '#contract/tasks.ts'
import type { Actor } from '#engine/define/actor.ts'
import { parsePeriod } from '#engine/define/period.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { binder, toSql } from '#engine/store/expression-sql.ts'
import { ask, poolReader } from '#engine/store/read.ts'
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
  const text = `select task, id, period, due_on::text as "dueOn", status, percent, state, ${mayRead} as readable from ${tableOf(store, taskReport)}
    where task = any(${bind(tasks)}) and state <> 'cancelled' order by due_on, id`
  const rows = (await ask(poolReader(store), text, values)) as unknown as readonly ReportRow[] // the columns named above
  return new Map([...Map.groupBy(rows, (row) => row.task)].map(([id, own]) => [id, { open: openOf(own), last: lastOf(own) }]))
}

interface ReportRow {
  readonly task: string
  readonly id: string
  readonly period: string
  readonly dueOn: string
  readonly status: string | null
  readonly percent: number | null
  readonly state: string
  readonly readable: boolean
}

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
