import { copyTo } from './commands/copy-to.ts'
import { discardDrafts, keepTyped } from './commands/drafts.ts'
import { chooseNotices, readNotices } from './commands/notices.ts'
import { setTakeBackWindow } from './commands/set-take-back-window.ts'
import { chooseView, saveView } from './commands/views.ts'
import { copyList } from './queries/copies.ts'
import { doneList } from './queries/done.ts'
import { draft, drafts } from './queries/drafts.ts'
import { late } from './queries/late.ts'
import { notices, unreadNotices } from './queries/notices.ts'
import { startedList } from './queries/started.ts'
import { takeBackWindowQuery } from './queries/take-back-window.ts'
import { views } from './queries/views.ts'
import { workList } from './queries/work-list.ts'
import { copy } from './registers/copy.register.ts'
import { savedView } from './registers/saved-view.register.ts'
import { takeBackWindow } from './registers/take-back-window.register.ts'

export { dueDays } from './queries/due-days.ts'
export { followEvents, type KeptNotice, type OnKept, remindOfDue } from './queries/follow-events.ts'
export { followImports } from './queries/follow-imports.ts'
export { holdersOf } from './queries/holders.ts'
export { lateFilter } from './queries/late-filter.ts'
export { pageOf } from './queries/page.ts'
export { readable } from './queries/readable.ts'
export { takeBackMinutesAt } from './queries/take-back-window.ts'
export { workingCalendar, workingDayAfter } from './queries/working-calendar.ts'

export const collaboration = {
  registers: [copy, savedView, takeBackWindow],
  commands: [copyTo, readNotices, chooseNotices, saveView, chooseView, setTakeBackWindow, keepTyped, discardDrafts],
  queries: [workList, late, doneList, startedList, copyList, notices, unreadNotices, views, takeBackWindowQuery, drafts, draft],
}
