import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Figure, figure as figureShape } from '#contract/figures.ts'
import { planDocument as documentShape, type PlanDocument, type PlanItem } from '#contract/plans.ts'
import { isRefusal } from '#engine/define/refusal.ts'
import { a } from '#tests/support/builders.ts'
import { samplePlan } from '#tests/support/populated.ts'
import { must, openWorld, refused, type Seen, type World } from '#tests/support/world.ts'

const INDICATOR = 'technology_breakthroughs'
let world: World

beforeAll(async () => {
  world = await openWorld({ instant: '2026-01-05T09:00:00+08:00' })
})
afterAll(() => world?.close())

describe('one: a planner reads a plan, corrects it and confirms it', () => {
  let document: string

  test('the sample plan gives its targets, tied to the exact words', async () => {
    document = await a.plan(world, await samplePlan(), { confirmed: false })

    const { text, items, mayConfirm } = await read(document)
    const breakthrough = itemOf(items, '突破80项前沿技术')
    expect(text.slice(breakthrough.start, breakthrough.end)).toBe(breakthrough.quote)
    expect(breakthrough).toMatchObject({ itemKind: 'target', low: '80', unit: '项', indicator: INDICATOR, state: 'found' })
    expect(new Set(items.map(({ itemKind }) => itemKind))).toContain('duty')
    expect(mayConfirm).toBe(true)
    for (const item of items.filter(({ itemKind }) => itemKind !== 'heading')) expect(text.slice(item.start, item.end)).toBe(item.quote)
  })

  test('a wrong figure is corrected and an item that is none is removed', async () => {
    const { items } = await read(document)
    const platforms = itemOf(items, '领军企业')
    const list = items.find(({ itemKind }) => itemKind === 'list') ?? items.find(({ itemKind }) => itemKind === 'heading')!

    await must(world.edit('planner', 'plan_item', platforms, { low: '9' }))
    await must(world.move('planner', 'plan_item', list, 'remove', '不是清单'))

    const after = await read(document)
    expect(itemOf(after.items, '领军企业')).toMatchObject({ low: '9', edited: true })
    expect(after.items.find(({ id }) => id === list.id)).toMatchObject({ state: 'removed' })
  })

  test('nobody else may correct it, and it is not confirmed with one indicator for two targets', async () => {
    const { items } = await read(document)
    const [first, second] = items.filter(({ itemKind }) => itemKind === 'target') as [PlanItem, PlanItem]

    expect((await refused(world.edit('suzhou', 'plan_item', first, { low: '1' }))).code).toBe('entry.no-right')
    expect((await refused(world.give('suzhou', 'programmes.confirm-plan', { document }))).code).toBe('command.no-right')
    expect(
      (
        await refused(
          world.give('planner', 'programmes.confirm-plan', { document, indicators: { [first.id]: INDICATOR, [second.id]: INDICATOR } }),
        )
      ).code,
    ).toBe('plan.indicator-twice')
    expect(
      (await refused(world.give('planner', 'programmes.confirm-plan', { document, indicators: { [first.id]: 'no_such' } }))).code,
    ).toBe('plan.unknown-indicator')
    expect((await figure()).target).toBeNull()
  })

  test('confirmed, its targets stand in the programme, each tied to its clause, and the removed item is not among them', async () => {
    const before = await read(document)
    const wanted = before.items.filter(({ itemKind, state }) => itemKind === 'target' && state === 'found')

    const { targets, counted } = await must(
      world.give<{ targets: number; counted: number }>('planner', 'programmes.confirm-plan', { document }),
    )

    const { target, light } = await figure()
    expect(targets).toBe(wanted.length)
    expect(counted).toBeGreaterThan(0)
    expect(before.text.slice(target!.start, target!.end)).toBe(target!.quote)
    expect(target).toMatchObject({ value: '80', document, unit: '项', item: itemOf(before.items, '突破80项前沿技术').id })
    expect(light!.why.zh).toContain('80')
    expect(await world.sql(`select low from {{schema}}.target where title like '%领军企业%' or quote like '%领军企业%'`)).toContainEqual({
      low: '9',
    })
  })

  test('a second confirmation is refused, also when two come at once, and items can no longer be changed', async () => {
    const other = await a.plan(world, '关于突破技术的行动方案\n一、目标\n到2027年，突破30项前沿技术，建设5个平台。\n', { confirmed: false })
    const [item] = (await read(document)).items

    const both = await Promise.all([1, 2].map(() => world.give('planner', 'programmes.confirm-plan', { document: other, indicators: {} })))

    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'plan.already-confirmed', kind: 'conflict' })
    expect((await refused(world.give('planner', 'programmes.confirm-plan', { document }))).code).toBe('plan.already-confirmed')
    expect((await refused(world.edit('planner', 'plan_item', item!, { label: '改' }))).code).toBe('entry.not-editable')
    expect(await world.sql('select count(*)::int as plans from {{schema}}.plan')).toEqual([{ plans: 2 }])
  })
})

describe('two and three: an entry goes up the line, post by post', () => {
  let entry: Seen

  test('the city clerk enters a technology with its evidence', async () => {
    world.clock.at('2026-09-01T09:00:00+08:00')
    entry = await a.technology(world, { by: 'suzhou', values: { title: '量子测控系统' } })

    expect((await figure()).measures).toMatchObject([{ measure: 'reserve', value: '1' }, { value: '0' }, { value: '0' }])
  })

  test('each step is one post’s alone, in order, until the province’s review is passed', async () => {
    const steps = [
      ['submit', 'suzhou', 'nanjing'],
      ['checkCounty', 'kunshan', 'kunshan-leader'],
      ['approveCounty', 'kunshan-leader', 'kunshan'],
      ['checkCity', 'suzhou', 'kunshan'],
      ['recommend', 'suzhou-leader', 'suzhou'],
      ['accept', 'planner', 'suzhou-leader'],
      ['passForm', 'planner', 'suzhou'],
      ['passReview', 'planner', 'suzhou-leader'],
    ] as const
    for (const [move, right, wrong] of steps) {
      expect(['entry.no-right', 'entry.not-found'], `${wrong} ${move}`).toContain(
        (await refused(world.move(wrong, 'technology', entry, move))).code,
      )
      await must(world.move(right, 'technology', entry, move))
      entry = { ...entry, version: entry.version + 1 }
    }

    expect(await stateOf(entry)).toBe('reviewed')
  })

  test('the province returns another with its reason; the author mends it and it goes up again', async () => {
    const other = await a.technology(world, { steps: 5, values: { title: '碳化硅衬底' } })

    const withoutReason = await refused(world.move('planner', 'technology', other, 'return'))
    await must(world.move('planner', 'technology', other, 'return', '缺第三方检测报告'))
    await must(world.edit('kunshan', 'technology', { ...other, version: 7 }, { trlAfter: 8 }))
    await must(world.move('kunshan', 'technology', { ...other, version: 8 }, 'submit'))

    expect(withoutReason).toMatchObject({ code: 'move.reason-missing', faults: [{ path: 'reason' }] })
    expect(await stateOf(other)).toBe('submitted')
    expect(
      await world.sql(
        `select event.reason from {{schema}}.event_entry act join {{schema}}.event on event.id = act.event where act.entry = $1 and act.act = 'return'`,
        [other.id],
      ),
    ).toEqual([{ reason: '缺第三方检测报告' }])
  })
})

describe('four and five: a batch is published, and the figure moves then and only then', () => {
  let batch: string
  let kept: Seen
  let objected: Seen

  test('a notice is not opened empty or too short, and not closed before it is over', async () => {
    world.clock.at('2026-09-07T09:00:00+08:00')
    ;[kept, objected] = [await a.technology(world, { steps: 8 }), await a.technology(world, { steps: 8, area: '320115' })]
    batch = await a.batch(world, [])
    const open = (from: string, to: string) => world.give('planner', 'selection.open-notice', { batch, from, to })

    expect((await refused(open('2026-09-08', '2026-09-18'))).words.zh).toContain('还没有条目')
    await must(world.give('planner', 'selection.add-to-batch', { batch, entries: [kept.id, objected.id, kept.id] }))
    expect((await refused(open('2026-09-08', '2026-09-11'))).words.zh).toContain('工作日')
    await must(open('2026-09-08', '2026-09-18'))
    expect((await refused(world.give('planner', 'selection.close-notice', { batch }))).code).toBe('batch.notice-runs')
    expect(
      (await refused(world.give('planner', 'selection.publish-batch', { batch, ...a.document(), documentDate: '2026-09-07' }))).code,
    ).toBe('entry.wrong-state')
  })

  test('an entry objected to is taken out with the reason and may go into another batch', async () => {
    const take = (more: object) => world.give('planner', 'selection.remove-from-batch', { batch, entries: [objected.id], ...more })

    expect((await refused(take({}))).code).toBe('input.invalid')
    await must(take({ reason: '异议成立：与他人成果重复' }))

    expect(await stateOf(objected)).toBe('reviewed')
    expect((await refused(take({ reason: '再次' }))).code).toBe('batch.foreign-entry')
    await must(world.give('planner', 'selection.add-to-batch', { batch: await a.batch(world, []), entries: [objected.id] }))
  })

  test('nothing counts as published through proposal, notice and its end', async () => {
    world.clock.at('2026-09-19T09:00:00+08:00')
    await must(world.give('planner', 'selection.close-notice', { batch }))

    expect(await published({})).toBe('0')
  })

  test('a document before the end of the notice, in the future or without number is refused', async () => {
    const publish = (more: object) => refused(world.give('planner', 'selection.publish-batch', { batch, ...a.document(), ...more }))

    expect((await publish({ documentDate: '2026-09-18' })).words.zh).toContain('不晚于公示截止日')
    expect((await publish({ documentDate: '2026-12-01' })).words.zh).toContain('在今天')
    expect((await publish({ documentDate: '2026-09-28', documentNo: ' ' })).code).toBe('input.invalid')
    expect(await published({})).toBe('0')
  })

  test('published in October by a document of 28 September it counts in the third quarter, as known now and not as known on 30 September', async () => {
    world.clock.at('2026-10-12T09:00:00+08:00')
    await must(world.give('planner', 'selection.publish-batch', { batch, ...a.document(), documentDate: '2026-09-28' }))

    expect(await published({ period: '2026Q3' })).toBe('1')
    expect(await published({ period: '2026Q3', asOf: '2026-09-30' })).toBe('0')
    expect(await published({ period: '2026Q3', asOf: '2026-10-12' })).toBe('1')
    expect(await published({ period: '2026Q4' })).toBe('0')
    expect(await published({ period: 'to:2026-09-27' })).toBe('0')
    expect(await published({ period: '2026-09' })).toBe('1')
    const { byArea, byMonth } = await figure()
    expect(byArea.find(({ title }) => title === '苏州市')!.values['published']).toBe('1')
    expect(byMonth).toEqual([{ month: '2026-09', value: '1', running: '1' }])
  })

  test('a published entry cannot be changed, returned or published again', async () => {
    const version = await versionOf(kept)

    expect((await refused(world.edit('kunshan', 'technology', { ...kept, version }, { title: '改名' }))).code).toBe('entry.not-editable')
    expect((await refused(world.move('planner', 'technology', { ...kept, version }, 'return', '反悔'))).code).toBe('entry.wrong-state')
    expect(
      (await refused(world.give('planner', 'selection.publish-batch', { batch, ...a.document(), documentDate: '2026-10-01' }))).code,
    ).toBe('entry.wrong-state')
    expect((await refused(world.move('planner', 'technology', { ...kept, version }, 'publish'))).code).toBe('entry.wrong-state')
  })

  test('work finished outside the plan’s years is published and does not count', async () => {
    const before = await published({})
    const early = await a.technology(world, { steps: 8, values: { completedOn: '2023-12-31' } })

    await a.publishedBatch(world, [early], { from: '2026-10-13' })

    expect(await stateOf(early)).toBe('published')
    expect(await published({})).toBe(before)
  })

  test('a cancelled batch gives its entries back with the reason and moves no figure', async () => {
    world.clock.at('2026-11-02T09:00:00+08:00')
    const entries = [await a.technology(world, { steps: 8 }), await a.technology(world, { steps: 8 })]
    const own = await a.batchPastNotice(world, entries, { from: '2026-11-02' })
    const before = await figure()

    expect((await refused(world.give('planner', 'selection.cancel-batch', { batch: own }))).code).toBe('input.invalid')
    await must(world.give('planner', 'selection.cancel-batch', { batch: own, reason: '程序有误' }))

    for (const entry of entries) expect(await stateOf(entry)).toBe('reviewed')
    expect((await figure()).measures).toEqual(before.measures)
    expect((await refused(world.give('planner', 'selection.add-to-batch', { batch: own, entries: [entries[0]!.id] }))).code).toBe(
      'batch.closed',
    )
  })
})

async function read(document: string): Promise<PlanDocument> {
  return documentShape.parse(await world.ask('planner', 'plans.document', { document }))
}

function itemOf(items: readonly PlanItem[], words: string): PlanItem {
  const found = items.find(({ itemKind, quote }) => itemKind === 'target' && quote.includes(words))
  if (!found)
    throw new Error(
      `no target speaks of ${words}: ${items
        .filter(({ itemKind }) => itemKind === 'target')
        .map(({ quote }) => quote)
        .join(' | ')}`,
    )
  return found
}

async function figure(question: object = {}): Promise<Figure> {
  const answer = await world.ask('planner', 'programmes.figure', { indicator: INDICATOR, ...question })
  if (isRefusal(answer)) throw new Error(answer.words.zh)
  return figureShape.parse(answer)
}

async function published(question: object): Promise<string> {
  return (await figure(question)).measures.find(({ measure }) => measure === 'published')!.value
}

async function stateOf({ id }: Seen): Promise<unknown> {
  return (await world.sql('select state from {{schema}}.technology where id = $1', [id]))[0]!['state']
}

async function versionOf({ id }: Seen): Promise<number> {
  return Number((await world.sql('select version from {{schema}}.technology where id = $1', [id]))[0]!['version'])
}
