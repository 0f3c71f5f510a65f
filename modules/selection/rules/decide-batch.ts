import type { Words } from '#engine/define/words.ts'
import { workingDays } from '#engine/define/working-days.ts'
import { type KnownCalendar, NO_TABLE, yearsBetween } from './calendar-table.ts'

/** Five working days at least: 公示期 in the notices of provincial departments. */
export const LEAST_NOTICE_DAYS = 5
const LONGEST_NOTICE_DAYS = 366

/** What stands against a public notice over these days, by what is known of their holidays. */
export function againstNotice(from: string, to: string, entries: number, known: KnownCalendar = noTable(from, to)): readonly Words[] {
  const days = from <= to && daysBetween(from, to) <= LONGEST_NOTICE_DAYS ? workingDays(from, to, known.calendar) : 0
  const unknown = known.missing.join('、')
  return [
    ...against(entries === 0, '批次中还没有条目，不能公示', 'the batch is empty'),
    ...against(to < from, `公示截止日 ${to} 早于起始日 ${from}`, `the notice ends (${to}) before it begins (${from})`),
    ...against(
      daysBetween(from, to) > LONGEST_NOTICE_DAYS,
      '公示期超过一年，请核对日期',
      'the notice is longer than a year; check the days',
    ),
    ...against(
      to >= from && days < LEAST_NOTICE_DAYS,
      `公示期只有 ${days} 个工作日${unknown && `（${unknown} 年节假日安排尚未导入，仅扣除周末）`}，至少 ${LEAST_NOTICE_DAYS} 个`,
      `the notice has ${days} working days${unknown && ` (the holidays of ${unknown} are not imported, weekends only)`}, at least ${LEAST_NOTICE_DAYS} are needed`,
    ),
  ]
}

/** A notice lasts through the whole of its last day. */
export function againstClosing(noticeUntilOn: string | null, today: string): readonly Words[] {
  return against(
    noticeUntilOn === null || today <= noticeUntilOn,
    `公示到 ${noticeUntilOn ?? '—'} 为止，次日起才能结束`,
    `the notice runs until ${noticeUntilOn ?? '—'}; it can be closed from the next day on`,
  )
}

export interface PublishedEntry {
  readonly title: string
  readonly completedOn: string | null
}

/** What stands against publishing by a document of this day. */
export function againstPublication(
  documentDate: string,
  noticeUntilOn: string | null,
  today: string,
  entries: readonly PublishedEntry[],
): readonly Words[] {
  const unfinished = entries.filter(({ completedOn }) => completedOn !== null && completedOn > documentDate).map(({ title }) => title)
  return [
    ...against(entries.length === 0, '批次中没有条目，不能公布', 'the batch is empty'),
    ...against(
      documentDate > today,
      `成文日期 ${documentDate} 在今天（${today}）之后，请核对`,
      `the document date ${documentDate} lies after today (${today})`,
    ),
    ...against(
      noticeUntilOn !== null && documentDate <= noticeUntilOn,
      `成文日期 ${documentDate} 不晚于公示截止日 ${noticeUntilOn}；公示结束后才能印发`,
      `the document date ${documentDate} is not after the end of the notice (${noticeUntilOn})`,
    ),
    ...against(
      unfinished.length > 0,
      `成文日期早于以下条目的完成日期：${unfinished.slice(0, 5).join('、')}${unfinished.length > 5 ? '等' : ''}`,
      `the document is older than the completion of: ${unfinished.slice(0, 5).join(', ')}`,
    ),
  ]
}

function noTable(from: string, to: string): KnownCalendar {
  return { ...NO_TABLE, missing: yearsBetween(from, to) }
}

function against(stands: boolean, zh: string, en: string): readonly Words[] {
  return stands ? [{ zh, en }] : []
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000
}
