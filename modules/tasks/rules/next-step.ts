import type { TaskList } from '#contract/tasks.ts'
import type { Row } from '#engine/access/holds.ts'
import type { Words } from '#engine/define/words.ts'
import { ACKNOWLEDGE_DAYS, CLOSE_DAYS } from './terms.ts'

/** The working days around today, in order. */
interface Days {
  readonly today: string
  readonly days: readonly string[]
}

/** A report that is open: until when. */
export interface OpenReport {
  readonly dueOn: string
}

const STEPS = {
  acknowledge: { zh: '签收', en: 'Acknowledge' },
  report: { zh: '反馈', en: 'Report' },
  finish: { zh: '完成', en: 'Finish' },
  close: { zh: '销号', en: 'Close' },
} as const satisfies Record<string, Words>

/** What is due next on a task, by which day, and whether that has passed; null while nothing is. */
export function nextStep(row: Row, report: OpenReport | null, { today, days }: Days): TaskList['tasks'][number]['next'] {
  const step = (label: Words, due: unknown) => (typeof due === 'string' ? { label, due, late: due < today } : null)
  if (row['state'] === 'assigned') return step(STEPS.acknowledge, workingDayAfter(days, row['assignedOn'], ACKNOWLEDGE_DAYS))
  if (row['state'] === 'done') return step(STEPS.close, workingDayAfter(days, row['doneOn'], CLOSE_DAYS))
  if (row['state'] !== 'running') return null
  const [reporting, finishing] = [step(STEPS.report, report?.dueOn), step(STEPS.finish, row['dueOn'])]
  return reporting && (!finishing || reporting.due <= finishing.due) ? reporting : finishing
}

/** As the work list counts: so many working days after the last one that is not later than the day. */
function workingDayAfter(days: readonly string[], day: unknown, count: number): string | undefined {
  return typeof day === 'string' ? days[days.findLastIndex((each) => each <= day) + count] : undefined
}
