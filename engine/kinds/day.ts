import { z } from 'zod'
import { asText, fault, kind } from './kind.ts'

/** A calendar day in the jurisdiction's zone: "2026-03-31". */
export const day = kind({
  options: {},
  control: 'day',
  column: () => 'date',
  schema: () => z.iso.date(fault('应为日期,如 2026-03-31', 'must be a date such as 2026-03-31')),
  print: asText,
})
