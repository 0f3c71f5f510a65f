import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Id } from '#engine/define/id.ts'
import { createSchema } from '#engine/derive/schema.ts'
import { readPlan } from '#policy-text/index.ts'
import { ROOT } from '#tests/support/test-jurisdiction.ts'
import { planItem } from '../registers/plan-item.register.ts'
import { itemsOf } from './items-of.ts'

const DOCUMENT = '00000000-0000-7000-8000-000000000001' as Id<'policy_document'>
const text = readFileSync(join(ROOT, 'packs/sample/plan.txt'), 'utf8')
const items = itemsOf(DOCUMENT, readPlan(text), [])

test('what the reader finds in a plan becomes items in the order of the text', () => {
  expect(items.map(({ start }) => start)).toEqual(items.map(({ start }) => start).toSorted((a, b) => a - b))
  expect(new Set(items.map(({ itemKind }) => itemKind))).toEqual(new Set(['heading', 'target', 'duty', 'list']))
})

test('an item holds the words it stands for and a number as decimal text', () => {
  const technology = items.find(({ itemKind, quote }) => itemKind === 'target' && quote.includes('突破80项前沿技术'))!

  expect(text.slice(technology.start, technology.end)).toBe(technology.quote)
  expect(technology).toMatchObject({ low: '80', high: null, unit: '项' })
})

test('every item is one that a person could have typed', () => {
  const schema = createSchema(planItem)
  const system = new Set(Object.entries(planItem.fields).flatMap(([name, field]) => ('system' in field ? [name] : [])))
  const typed = (item: object) => Object.fromEntries(Object.entries(item).filter(([name]) => !system.has(name)))

  for (const item of items) expect(schema.safeParse(typed(item)).error, item.quote).toBeUndefined()
})

test('an empty draft gives no items', () => {
  expect(itemsOf(DOCUMENT, readPlan(''), [])).toEqual([])
})
