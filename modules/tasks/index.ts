import { openReports } from './commands/open-reports.ts'
import { taskList } from './queries/task-list.ts'
import { task } from './registers/task.register.ts'
import { taskReport } from './registers/task-report.register.ts'
import { unitAlias } from './registers/unit-alias.register.ts'

export { openDueReports } from './commands/open-due-reports.ts'
export { namesInUse } from './queries/names-in-use.ts'
export { type Task, task } from './registers/task.register.ts'
export { type UnitAlias, unitAlias } from './registers/unit-alias.register.ts'
export { isOpenToChange, STANDING } from './rules/standing.ts'
export { type ProposedTask, tasksOf, withoutNumber } from './rules/tasks-of.ts'
export { type UnitNames, unitOf } from './rules/unit-names.ts'

export const tasks = { registers: [unitAlias, task, taskReport], commands: [openReports], queries: [taskList] }
