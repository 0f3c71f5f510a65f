import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { checkProblems, compareProblems } from './problems.ts'

test('docs/problems.md and the source hold the same codes with the same statuses', { timeout: 30_000 }, async () => {
  expect(await checkProblems(dirname(import.meta.dirname))).toEqual([])
})

test('a code that is not listed, one that is not used and a wrong status are told', () => {
  const listed = [
    { code: 'plan.empty', status: 422 },
    { code: 'plan.gone', status: 404 },
  ]
  const found = [
    { code: 'plan.empty', status: 409, where: 'a.ts:1' },
    { code: 'plan.new', where: 'b.ts:2' },
  ]

  expect(compareProblems(listed, found)).toEqual([
    'docs/problems.md lacks plan.new (b.ts:2).',
    'docs/problems.md lists plan.gone, which the source lacks.',
    'docs/problems.md gives plan.empty the status 422; it is 409 (a.ts:1).',
  ])
})
