import { expect, test } from 'vitest'
import { countsOf, NOTHING, ONE_FAILED, ONE_PASSED, printTotal, total, type VitestReport } from './counts.ts'

const report = (more: Partial<VitestReport>): VitestReport => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...more,
})

test('the last line names the skipped ones only when there are some', () => {
  expect(printTotal(total([ONE_PASSED, ONE_PASSED, NOTHING]))).toBe('tests: 2 passed, 0 failed')
  expect(printTotal(total([ONE_PASSED, ONE_FAILED, { ...NOTHING, skipped: 4 }]))).toBe('tests: 1 passed, 1 failed, 4 skipped')
})

test('a file that cannot be loaded counts as one failed test', () => {
  const testResults = [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }]
  expect(countsOf(report({ testResults }), 'badly')).toEqual({ passed: 3, failed: 1, skipped: 0 })
})

test('a failed test is counted once, though its file failed too', () => {
  const testResults = [{ name: 'a.test.ts', status: 'failed', assertionResults: [{ fullName: 'x', status: 'failed' }] }]
  expect(countsOf(report({ numFailedTests: 1, testResults }), 'badly')).toEqual({ passed: 3, failed: 1, skipped: 0 })
})

test('a run that ended badly never counts as free of faults, with a report or without', () => {
  expect(countsOf(report({}), 'badly').failed).toBe(1)
  expect(countsOf(undefined, 'badly').failed).toBe(1)
  expect(countsOf(undefined, 'well')).toEqual(NOTHING)
})
