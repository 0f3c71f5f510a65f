import { literal } from '#engine/derive/columns.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { ask, type Reader } from '#engine/store/read.ts'
import { task } from '../registers/task.register.ts'
import { taskReport } from '../registers/task-report.register.ts'
import { type Cadence, periodToReport, type ReportPeriod } from '../rules/report-period.ts'

/** Tasks under way whose report of a period is open and not there yet. */
export interface DueReports {
  readonly period: ReportPeriod
  readonly tasks: readonly string[]
}

const CADENCES: readonly Cadence[] = ['quarter', 'month']

/** What is to be reported on a day; a task acknowledged after a period's reports opened begins with the next. */
export async function dueReports(reader: Reader, store: Store, day: string): Promise<readonly DueReports[]> {
  const found = await Promise.all(
    CADENCES.map(async (cadence) => {
      const period = periodToReport(cadence, day)
      if (!period) return []
      const text = `select task.id from ${tableOf(store, task)} task where task.state = 'running' and coalesce(task.cadence, 'quarter') = $1 and task.acknowledged_on <= $2
        and not exists (select from ${tableOf(store, taskReport)} report where report.task = task.id and report.period = $3 and report.state <> 'cancelled') order by task.id`
      const rows = await ask(reader, text, [cadence, period.opensOn, period.code])
      return rows.length === 0 ? [] : [{ period, tasks: rows.map(({ id }) => String(id)) }]
    }),
  )
  return found.flat()
}

/** Tasks that need no further report: nobody is to be late for them. */
const OVER = ['done', 'closed', 'terminated', 'leftOut'] as const satisfies readonly (keyof (typeof task)['states'])[]

/** Reports still asked for although their task is over. */
export async function idleReports(reader: Reader, store: Store): Promise<readonly string[]> {
  const text = `select report.id from ${tableOf(store, taskReport)} report join ${tableOf(store, task)} task on task.id = report.task
    where report.state in ('filling', 'returned') and task.state in (${OVER.map(literal).join(', ')}) order by report.id`
  return (await ask(reader, text, [])).map(({ id }) => String(id))
}
