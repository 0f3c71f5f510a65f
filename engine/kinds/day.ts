import { z } from 'zod'
import { fromText, wrong } from './cell.ts'
import { asText, fault, kind } from './kind.ts'

const WRONG = fault('应为日期，如 2026-03-31', 'must be a date such as 2026-03-31')
/** PostgreSQL, as people, has no year 0. */
const FIRST_DAY = '0001-01-01'
const ANY_DAY = z.iso.date()

/** A calendar day in the jurisdiction's zone: "2026-03-31". */
export const day = kind({
  options: {},
  control: 'day',
  facet: 'year',
  column: () => 'date',
  schema: () => z.iso.date(WRONG).refine((given) => given >= FIRST_DAY, WRONG),
  print: asText,
  sheet: () => ({ format: 'day', width: 13, example: new Date('2026-03-31') }),
  toCell: (value) => (asText(value) === '' ? null : new Date(`${asText(value)}T00:00:00Z`)),
  fromCell: (cell) =>
    fromText(cell, (text) =>
      ANY_DAY.safeParse(text).success
        ? { value: text }
        : wrong(`“${text}”应为日期，如 2026-03-31`, `“${text}” must be a date such as 2026-03-31`),
    ),
})
