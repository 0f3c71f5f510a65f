import type { Language } from '../texts/words.ts'
import { dayInChinese } from './period.ts'

/** 2026-09-30T06:03:00Z → “2026-09-30 14:03” in the jurisdiction's zone. */
export function instantInTable(instant: string, timeZone: string): string {
  const parts = partsOf(instant, timeZone)
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`
}

/** “14:03”. */
export function timeOf(instant: string, timeZone: string): string {
  const { hour, minute } = partsOf(instant, timeZone)
  return `${hour}:${minute}`
}

/** 2026-09-30 → “2026年9月30日” / “30 September 2026”. */
export function dayInText(day: string, language: Language): string {
  if (language === 'zh') return dayInChinese(day)
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

function partsOf(instant: string, timeZone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
}
