import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shipped } from '#apps/api/installation.ts'
import type { Figure } from '#contract/figures.ts'
import type { Store } from '#engine/store/context.ts'
import { foldContributions } from '#engine/store/contributions.ts'
import { answer } from '#engine/store/query.ts'
import { a } from '#tests/support/builders.ts'
import { openQuestion } from '#tests/support/open-question.ts'
import { withdrawn } from '#tests/support/registers.ts'
import { ROOT } from '#tests/support/test-jurisdiction.ts'
import { must, openWorld, type World } from '#tests/support/world.ts'
import { figure } from './queries/figure.ts'

const QUESTIONS = [
  { indicator: 'technology_breakthroughs' },
  { indicator: 'technology_breakthroughs', period: '2026Q2' },
  { indicator: 'technology_breakthroughs', period: 'to:2026-05-20' },
  { indicator: 'technology_breakthroughs', asOf: '2026-05-31' },
  { indicator: 'scenes_built' },
]
let world: World

beforeAll(async () => {
  world = await openWorld({ shipped: shipped([openQuestion]), instant: '2026-04-28T09:00:00+08:00' })
})
afterAll(() => world?.close())

/** By a store that remembers what it answered before, or by one that has never been asked. */
async function told(store: Store): Promise<readonly Omit<Figure, 'computedAt'>[]> {
  const all = await Promise.all(QUESTIONS.map((question) => answer(figure, { store, actor: world.as('planner') }, question)))
  return (all as Figure[]).map(({ computedAt: _instant, ...own }) => own)
}

const touched = (table: string, set: string) => () =>
  world.sql(`update {{schema}}.${table} set ${set}, changed_xid = pg_current_xact_id(), version = version + 1`)

test('a remembered figure is worked out anew when anything it is made of has changed, and says what a fresh one says', async () => {
  const readied = await Promise.all([a.technology(world, { steps: 8 }), a.technology(world, { steps: 8, area: '320115' })])
  const group = { code: 'south', title: '沿江', kind: 'circle', members: [{ area: '320500' }] }
  const setting = { indicator: 'scenes_built', setting: 'models_within', choice: 'inside', reason: '按方案原文' }
  const changes: Readonly<Record<string, () => Promise<unknown>>> = {
    'a new entry': () => a.technology(world),
    'a plan confirmed': () => a.plan(world, readFileSync(join(ROOT, 'packs/sample/plan.txt'), 'utf8')),
    'a publication': () => a.publishedBatch(world, readied, { from: '2026-05-04' }),
    'the document of the plan renamed': touched('policy_document', `title = '改名的方案'`),
    'other years of the plan': touched('plan', `from_on = '2025-02-01'`),
    'a target corrected': touched('target', 'low = low + 1, deadline = null'),
    'a setting chosen': async () => must(world.give('planner', 'programmes.choose-setting', { ...setting, choice: await otherChoice() })),
    'who chose it renamed': touched('person', `name = name || '（改名）'`),
    'an area renamed': touched('area', `title = title || '（新名）'`),
    'a group of areas': async () => must(world.create('admin', 'area_group', group)),
    'a withdrawal': () => {
      world.clock.at('2026-06-10T09:00:00+08:00')
      return must(withdrawn(world, [{ ...readied[0], register: 'technology' }], '2026-06-09'))
    },
    'the entry behind a restated month renamed': touched('technology', `title = title || '（更名）'`),
  }
  let before = await told(world.store)
  for (const [change, made] of Object.entries(changes)) {
    await made()
    const after = await told(world.store)
    expect(after, change).toEqual(await told({ ...world.store }))
    expect(after, change).not.toEqual(before)
    before = after
  }

  await foldContributions(world.store)
  expect(await told(world.store)).toEqual(before)
})

async function otherChoice(): Promise<string> {
  const { settings } = (await answer(figure, { store: world.store, actor: world.as('planner') }, QUESTIONS[4])) as Figure
  const [own] = settings.filter(({ setting }) => setting === 'models_within')
  return own!.choices.find(({ choice }) => choice !== own!.choice)!.choice
}
