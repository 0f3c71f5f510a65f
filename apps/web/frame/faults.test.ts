import { expect, test } from 'vitest'
import { sayIn } from '../texts/words.ts'
import { faultsByField } from './faults.ts'

test('faults are grouped by field, and name the row they stand in', () => {
  const message = { zh: '应为日期', en: 'must be a day' }
  const faults = [
    { path: 'values.title', message },
    { path: 'evidence.2.issuedOn', message },
  ]
  const issuedOn = { name: 'issuedOn', label: { zh: '日期', en: 'Date' }, control: 'day', required: false, needed: false, writable: true }
  const evidence = { ...issuedOn, name: 'evidence', control: 'rows', columns: [issuedOn] }

  const sentences = faultsByField(faults, (words, facts) => sayIn('zh', words, facts), [evidence])

  expect(sentences).toEqual({ title: ['应为日期'], evidence: ['第 3 行 日期 应为日期'] })
})
