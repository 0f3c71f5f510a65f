import { expect, test } from 'vitest'
import { againstFreezing, againstIssue } from './decide-report.ts'

const TITLE = { zh: '2026年第四季度', en: 'the fourth quarter of 2026' }

test.each([
  ['2026-12-31', '2027-01-01T00:04:59+08:00', 'report.day-not-over'],
  ['2026-12-31', '2027-01-01T00:05:00+08:00', undefined],
  ['2026-12-30', '2027-01-10T09:00:00+08:00', 'report.period-not-over'],
  ['2027-01-10', '2027-01-10T23:59:59+08:00', 'report.day-not-over'],
])('a report of the year’s last quarter as of %s, asked for at %s: %s', (asOf, now, code) => {
  expect(againstFreezing({ asOf, to: '2026-12-31', title: TITLE, now: new Date(now), timeZone: 'Asia/Shanghai' })?.code).toBe(code)
})

test.each([
  ['2027-01-09', 'report.document-date'],
  ['2027-01-10', undefined],
  ['2027-01-12', undefined],
  ['2027-01-13', 'report.document-date'],
])('a document date of %s, figures as of the tenth and today the twelfth: %s', (date, code) => {
  expect(againstIssue(date, '2027-01-10', '2027-01-12')?.code).toBe(code)
})
