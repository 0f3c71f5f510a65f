import { z } from 'zod'
import { asText, fault, kind } from './kind.ts'

const WRONG = fault('应为日期，如 2026-03-31', 'must be a date such as 2026-03-31')
/** PostgreSQL, as people, has no year 0. */
const FIRST_DAY = '0001-01-01'

/** A calendar day in the jurisdiction's zone: "2026-03-31". */
export const day = kind({
  options: {},
  control: 'day',
  facet: 'year',
  column: () => 'date',
  schema: () => z.iso.date(WRONG).refine((given) => given >= FIRST_DAY, WRONG),
  print: asText,
})
