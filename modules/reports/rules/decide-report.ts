import { endOfDay } from '#engine/define/period.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Words } from '#engine/define/words.ts'

/** How long after midnight a day is taken as known to the end: no command runs longer (statements end after 30 seconds). */
export const SETTLED_AFTER_MS = 5 * 60_000

interface Freezing {
  readonly asOf: string
  /** Last day of the period. */
  readonly to: string
  readonly title: Words
  readonly now: Date
  readonly timeZone: string
}

/** A report rests on a day that is over: what is known at its end can be counted again and is the same for ever. */
export function againstFreezing({ asOf, to, title, now, timeZone }: Freezing): Refusal | undefined {
  if (now.getTime() < Date.parse(endOfDay(asOf, timeZone)) + SETTLED_AFTER_MS)
    return refuse(
      'invalid',
      'report.day-not-over',
      `数据截止日 ${asOf} 尚未结束（次日零时五分后可用），请选择更早的日期`,
      `the day ${asOf} is not over yet (it is five minutes after midnight); choose an earlier one`,
      { faults: [{ path: 'asOf', message: { zh: '请选择已结束的日期', en: 'choose a day that is over' } }] },
    )
  if (asOf < to)
    return refuse(
      'invalid',
      'report.period-not-over',
      `${title.zh}到 ${to} 才结束，数据截止日 ${asOf} 早于期末，请改日期或统计期`,
      `${title.en} ends on ${to}; the data would be as of ${asOf}, before that: change the day or the period`,
      { faults: [{ path: 'asOf', message: { zh: '早于期末', en: 'before the end of the period' } }] },
    )
  return undefined
}

/** 成文日期 lies between the day the figures rest on and today. */
export function againstIssue(documentDate: string, asOf: string, today: string): Refusal | undefined {
  if (documentDate >= asOf && documentDate <= today) return undefined
  return refuse(
    'invalid',
    'report.document-date',
    `成文日期 ${documentDate} 应在数据截止日 ${asOf} 与今天 ${today} 之间`,
    `the document date ${documentDate} should lie between ${asOf}, which the figures are of, and today, ${today}`,
    { faults: [{ path: 'documentDate', message: { zh: '日期不对', en: 'not a possible date' } }] },
  )
}
