import { openReportsInput } from '#contract/tasks.ts'
import type { Call } from '#engine/store/call.ts'
import { command } from '#engine/store/command.ts'
import { clientReader } from '#engine/store/read.ts'
import { type DueReports, dueReports, idleReports } from '../queries/due-reports.ts'
import { type Task, task } from '../registers/task.register.ts'
import { taskReport } from '../registers/task-report.register.ts'
import type { ReportPeriod } from '../rules/report-period.ts'
import { CLERK } from '../rules/rights.ts'

/** Asks the lead units for the reports that are open by now, one for each task and period, and for none where the task is over. */
export const openReports = command({
  name: 'tasks.open-reports',
  label: { zh: '布置任务反馈', en: 'Ask for progress reports' },
  input: openReportsInput,
  right: CLERK,
  async run(call) {
    const { store, client } = call.facts
    const reader = clientReader(client)
    const idle = await call.readAll(taskReport, await idleReports(reader, store))
    const seen = await dueReports(reader, store, call.today)
    const rows = new Map((await call.readAll(task, idsIn(seen))).map((row) => [row.id as string, row]))
    // Whoever asked at the same time has let go of the tasks by now: what it asked for is not due any more.
    const due = await dueReports(reader, store, call.today)
    for (const { period, tasks } of due) ask(call, period, rowsOf(rows, tasks))
    call.move(
      taskReport,
      idle.filter(({ state }) => state === 'filling' || state === 'returned'),
      'cancel',
    )
    return { opened: idsIn(due).length, cancelled: idle.length }
  },
})

const idsIn = (due: readonly DueReports[]) => [...new Set(due.flatMap(({ tasks }) => tasks))]

/** Of the tasks that are locked; one that became due in between is asked for the next time. */
function rowsOf(rows: ReadonlyMap<string, Task>, tasks: readonly string[]): readonly Task[] {
  return tasks.flatMap((id) => rows.get(id) ?? [])
}

function ask(call: Call, period: ReportPeriod, rows: readonly Task[]): void {
  call.create(
    taskReport,
    rows.map((row) => ({
      title: `${row.title}（${period.title}）`,
      task: row.id,
      document: row.document,
      period: period.code,
      dueOn: period.dueOn,
      units: unitsOf(row),
    })),
  )
}

function unitsOf({ lead }: Task) {
  return (lead ?? []).map(({ name, unit }) => ({ name, unit: unit ?? null }))
}
