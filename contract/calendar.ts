import { z } from 'zod'
import { words } from './problem.ts'

/** POST /commands/selection.import-calendar — a published table of one year; a table imported before is replaced. */
export const importCalendarInput = z.object({
  year: z.int().min(1949).max(2199),
  /** The document the table stands in. */
  basis: z.string().trim().min(1).max(200),
  /** `type` is off (放假) or working_weekend (调休上班). Every fault of every line is told at once. */
  rows: z
    .array(z.object({ day: z.string().trim(), type: z.string().trim(), name: z.string().trim().max(40) }))
    .min(1)
    .max(200),
})
export const importCalendarAnswer = z.object({ year: z.int(), days: z.int(), replaced: z.int() })

/** GET /queries/selection.calendar — the years that have a table, newest first, with their days. */
export const calendarView = z.object({
  years: z.array(
    z.object({
      year: z.int(),
      basis: z.string(),
      days: z.array(z.object({ day: z.string(), dayType: z.string(), title: z.string() })),
    }),
  ),
})
export type CalendarView = z.infer<typeof calendarView>

/** GET /queries/selection.notice-days?from=…&to=… — how many working days a notice would have, and what is not known. */
export const noticeDaysInput = z.object({ from: z.iso.date(), to: z.iso.date() })
export const noticeDays = z.object({ workingDays: z.int(), least: z.int(), remarks: z.array(words) })
export type NoticeDays = z.infer<typeof noticeDays>
