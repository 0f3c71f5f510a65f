import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shipped } from '#apps/api/installation.ts'
import { type CallView, callView } from '#contract/calls.ts'
import { entryAnswer } from '#contract/entries.ts'
import { openApi } from '#tests/support/api.ts'
import { aCall, aPractice, practice } from '#tests/support/recommended-register.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ shipped: shipped([practice]) })
})
afterAll(() => world?.close())

describe('a call with a quota of twelve for Suzhou', () => {
  let call: string
  beforeAll(async () => {
    call = await aCall(world, { quotas: [{ area: '320500', most: 12 }] })
    for (let at = 0; at < 11; at++) await aPractice(world, { call, steps: 2 })
  }, 60_000)

  test('takes the twelfth and refuses the thirteenth, with the figures', async () => {
    const twelfth = await aPractice(world, { call, steps: 1 })
    const thirteenth = await aPractice(world, { call, steps: 1 })

    await must(world.move('suzhou-leader', 'practice', twelfth, 'recommend'))
    const refusal = await refused(world.move('suzhou-leader', 'practice', thirteenth, 'recommend'))

    expect(refusal.code).toBe('move.needs')
    expect(refusal.words.zh).toContain('苏州市名额 12 项，已推荐 12 项')
    await must(aPractice(world, { call, city: 'nanjing', steps: 2 }).then((seen) => ({ ok: true as const, answer: seen })))
  })

  test('says so on the entry before anybody tries', async () => {
    const waiting = await aPractice(world, { call, steps: 1 })
    const api = await openApi(world)
    const answer = await (await api.as('suzhou-leader')).get(`/registers/practice/entries/${waiting.id}`)
    await api.close()

    const { entry } = entryAnswer.parse(answer.json())
    expect(entry.moves.find(({ name }) => name === 'recommend')!.missing.map(({ zh }) => zh)).toEqual(['苏州市名额 12 项，已推荐 12 项'])
  })

  test('counts an entry that is asked for a supplement, and gives the place back when one is returned', async () => {
    const [first, second] = await recommended(call)
    const waiting = await aPractice(world, { call, steps: 1 })
    await must(world.move('planner', 'practice', first!, 'askSupplement', '缺证明'))
    expect((await refused(world.move('suzhou-leader', 'practice', waiting, 'recommend'))).words.zh).toContain('已推荐 12 项')

    await must(world.move('planner', 'practice', second!, 'return', '改一改'))

    await must(world.move('suzhou-leader', 'practice', waiting, 'recommend'))
  })

  test('shows each city its own figures and the province all', async () => {
    const seen = async (who: string) => callView.parse(await world.ask<CallView>(who, 'selection.call', { call })).quotas

    expect((await seen('suzhou')).map(({ areaTitle, most, recommended }) => [areaTitle, most, recommended])).toEqual([['苏州市', 12, 12]])
    expect((await seen('planner')).map(({ areaTitle, most }) => [areaTitle, most])).toEqual([
      ['南京市', null],
      ['苏州市', 12],
    ])
  })

  test('does not let two leaders take the last place at once', async () => {
    const tight = await aCall(world, { quotas: [{ area: '320500', most: 1 }] })
    const pair = [await aPractice(world, { call: tight, steps: 1 }), await aPractice(world, { call: tight, steps: 1 })]

    const outcomes = await Promise.all(pair.map((entry) => world.move('suzhou-leader', 'practice', entry, 'recommend')))

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('the days of a call', () => {
  test('nothing is handed in the day after the last, and is again after an extension; what was returned may still come back', async () => {
    const call = await aCall(world, { closesOn: '2026-06-10' })
    const [late, returned] = [await aPractice(world, { call }), await aPractice(world, { call, steps: 2 })]
    await must(world.move('planner', 'practice', returned, 'return', '改一改'))
    world.clock.at('2026-06-11T00:30:00+08:00')

    expect((await refused(world.move('suzhou', 'practice', late, 'submit'))).words.zh).toContain('已于 2026-06-10 截止申报')
    await must(world.move('suzhou', 'practice', { ...returned, version: returned.version + 1 }, 'submit'))
    expect((await refused(world.give('planner', 'selection.extend-call', { call, closesOn: '2026-06-10', reason: '顺延' }))).code).toBe(
      'call.extension',
    )
    await must(world.give('planner', 'selection.extend-call', { call, closesOn: '2026-06-20', reason: '材料量大，顺延' }))
    await must(world.move('suzhou', 'practice', late, 'submit'))
    world.clock.at('2026-06-01T09:00:00+08:00')
  })

  test('a channel that the call does not take is named', async () => {
    const call = await aCall(world, { channels: [{ channel: 'zone' }] })
    const entry = await aPractice(world, { values: { channel: 'city_bureau' } })

    const refusal = await refused(world.give('suzhou', 'selection.apply', { call, entry: entry.id }))

    expect(refusal).toMatchObject({ code: 'call.submission' })
    expect(refusal.words.zh).toContain('不接受此推荐渠道')
  })

  test('a call is not published with its days the wrong way round or quotas for counties, and both are told', async () => {
    const { call } = await must(world.give<{ call: string }>('planner', 'selection.start-call', { title: '错', register: 'practice' }))
    const terms = { opensOn: '2026-07-01', closesOn: '2026-06-01', quotas: [{ area: '320583', most: 1 }] }
    await must(
      world.edit('planner', 'call', { id: call, version: 1 }, { issuer: '省科技厅', noticeNo: '1', noticeDate: '2026-05-01', ...terms }),
    )

    const refusal = await refused(world.give('planner', 'selection.open-call', { call }))

    expect(refusal.faults!.map(({ message }) => message.zh)).toEqual([
      '申报截止 2026-06-01 早于开始 2026-07-01',
      '名额应按设区市分配：320583',
    ])
  })

  test('a draft is the province’s own, and only what a city recommends can be called for', async () => {
    const { call } = await must(world.give<{ call: string }>('planner', 'selection.start-call', { title: '草稿', register: 'practice' }))

    expect(await world.ask('suzhou', 'selection.call', { call })).toMatchObject({ ok: false, code: 'entry.not-found' })
    expect((await refused(world.give('planner', 'selection.start-call', { title: '无', register: 'target' }))).code).toBe('call.register')
  })
})

async function recommended(call: string) {
  const rows = await world.sql(
    `select id, version from {{schema}}.practice where call = $1 and state = 'recommended' and area = '320583' order by no`,
    [call],
  )
  return rows.map(({ id, version }) => ({ id: String(id), version: Number(version) }))
}
