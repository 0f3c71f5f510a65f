import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Figure } from '#contract/figures.ts'
import { isRefusal } from '#engine/define/refusal.ts'
import { a } from '#tests/support/builders.ts'
import { along, countingOf, decided, type Followed, measuresOf, seen, valuesOf, withdrawn } from '#tests/support/registers.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

const INDICATOR = 'technology_breakthroughs'
let world: World

beforeAll(async () => {
  world = await openWorld({ instant: '2026-06-01T09:00:00+08:00' })
})
afterAll(() => world?.close())

test('papers are asked for once, mended without going up the line again, and then the form check goes on', async () => {
  const entry = await technology(6)

  await along(world, entry, [['askSupplement', 'planner']])
  expect(await valuesOf(world, entry)).toMatchObject({ state: 'supplement', supplementAskedOn: '2026-06-01' })
  await must(world.edit('kunshan', 'technology', await seen(world, entry), { trlAfter: 8, filedFor: true }))
  await along(world, entry, [['resupply', 'kunshan']])

  const again = await refused(world.move('planner', 'technology', await seen(world, entry), 'askSupplement', '还缺'))
  expect(again.words.zh).toContain('补正只能要求一次')
  await along(world, entry, [
    ['passForm', 'planner'],
    ['passReview', 'planner'],
  ])
  expect(await valuesOf(world, entry)).toMatchObject({ state: 'reviewed', filedFor: true })
})

test.each([
  ['notRecommend', 'suzhou-leader', 4, 'notRecommended'],
  ['notAccept', 'planner', 5, 'notAccepted'],
  ['decline', 'planner', 7, 'declined'],
] as const)('%s by %s ends it, with the reason', async (move, who, steps, state) => {
  const entry = await technology(steps)

  expect((await refused(world.move(who, 'technology', await seen(world, entry), move))).code).toBe('move.reason-missing')
  await along(world, entry, [[move, who]])

  expect(await valuesOf(world, entry)).toMatchObject({ state })
})

test('a published technology leaves by a withdrawal alone: off from its document’s day, earlier reports as they were', async () => {
  const [entry, kept] = [await technology(8), await technology(8)]
  await decided(world, { entries: [entry, kept], documentDate: '2026-07-10' })
  world.clock.at('2026-10-20T09:00:00+08:00')

  expect((await refused(world.move('planner', 'technology', await seen(world, entry), 'revoke', '不实'))).code).toBe('move.by-command-only')
  expect((await refused(withdrawn(world, [entry], '2026-07-09'))).code).toBe('withdrawal.date')
  expect((await refused(withdrawn(world, [entry], '2026-10-21'))).code).toBe('withdrawal.date')
  expect(
    (
      await refused(
        world.give('planner', 'selection.publish-withdrawal', {
          register: 'batch',
          entries: [entry.id],
          ...a.document(),
          documentDate: '2026-10-12',
          reason: '不实',
        }),
      )
    ).code,
  ).toBe('withdrawal.register')
  await must(withdrawn(world, [entry], '2026-10-12'))

  expect(await counted({})).toBe(1)
  expect(await counted({ period: '2026Q3' })).toBe(2)
  expect(await counted({ period: '2026Q4' })).toBe(-1)
  expect(await counted({ period: 'to:2026-10-31', asOf: '2026-10-19' })).toBe(2)
  expect(await countingOf(world, entry, INDICATOR)).toMatchObject({
    counts: false,
    why: { zh: '自 2026-07-10 起计入，自 2026-10-12 起不再计入' },
  })
  expect((await refused(withdrawn(world, [entry], '2026-10-13'))).code).toBe('entry.wrong-state')
})

test('the month it counted in, and the one it is taken off in, are marked with the figure without it and the document', async () => {
  const { months, period } = await restated({ period: '2026Q3' })

  expect(months).toMatchObject([
    {
      code: '2026-07',
      was: '2',
      now: '2',
      without: '1',
      hidden: 0,
      words: { zh: expect.stringContaining('不含撤销条目，2026年7月为 1 项') },
      entries: [{ cause: 'revoked', amount: '1', document: { day: '2026-10-12', no: expect.stringContaining('测科发') } }],
    },
  ])
  expect(period).toMatchObject({ code: '2026Q3', was: '2', now: '2', without: '1' })
  expect((await restated({})).months.map(({ code, now, without }) => [code, now, without])).toEqual([
    ['2026-07', '2', '1'],
    ['2026-10', '-1', '0'],
  ])
  expect((await restated({ period: '2026Q3', asOf: '2026-10-19' })).months).toEqual([])
})

test('a publication or a withdrawal that is recorded when its month is over marks that month with the figure then and now', async () => {
  const [early, late] = [await technology(8), await technology(8)]
  await decided(world, { entries: [early], documentDate: '2026-11-20' })
  await decided(world, { entries: [late], documentDate: '2026-12-20' })
  world.clock.at('2027-01-03T09:00:00+08:00')
  await must(withdrawn(world, [early], '2026-12-30'))

  const { months, period } = await restated({ period: '2026-12' })

  expect(months).toMatchObject([{ code: '2026-12', was: '1', now: '0', without: '1' }])
  expect(period?.words).toMatchObject({ zh: expect.stringContaining('期末所知为 1 项，现为 0 项') })
  expect(period?.entries.map(({ cause, amount }) => [cause, amount])).toEqual([['revoked', '-1']])
})

test('who may not read the entry is told the figures and how many entries there are, not which', async () => {
  const { months } = await restated({ period: '2026Q3' }, 'nanjing')

  expect(months).toMatchObject([{ code: '2026-07', without: '1', entries: [], hidden: 1 }])
})

async function technology(steps: number): Promise<Followed> {
  return { register: 'technology', ...(await a.technology(world, { steps })) }
}

async function restated(question: object, who = 'planner'): Promise<Figure['restated']> {
  const answer = await world.ask<Figure>(who, 'programmes.figure', { indicator: INDICATOR, ...question })
  if (isRefusal(answer)) throw new Error(answer.words.zh)
  return answer.restated
}

async function counted(question: object): Promise<number> {
  return (await measuresOf(world, INDICATOR, question))['published'] ?? 0
}
