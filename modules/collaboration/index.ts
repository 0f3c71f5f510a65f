import { copyTo } from './commands/copy-to.ts'
import { copyList } from './queries/copies.ts'
import { doneList } from './queries/done.ts'
import { startedList } from './queries/started.ts'
import { workList } from './queries/work-list.ts'
import { copy } from './registers/copy.register.ts'

export const collaboration = { registers: [copy], commands: [copyTo], queries: [workList, doneList, startedList, copyList] }
