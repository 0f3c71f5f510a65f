import { describe, expect, test } from 'vitest'
import { practice } from '#tests/support/recommended-register.ts'
import { type CallTerms, decideRecommendation, decideSubmission, isOpen, statesBeyond } from './decide-call.ts'

const call: CallTerms = {
  title: '2026年度申报',
  state: 'open',
  opensOn: '2026-04-01',
  closesOn: '2026-04-30',
  channels: [{ channel: 'zone' }],
  quotas: [{ area: '320500', most: 12 }],
}
const suzhou = { city: '320500', cityTitle: '苏州市' }

describe('what is handed in under a call', () => {
  test.each([
    ['on its first day', '2026-04-01', 'zone', []],
    ['on its last day', '2026-04-30', 'zone', []],
    ['without a channel yet', '2026-04-15', null, []],
    ['the day before', '2026-03-31', 'zone', ['“2026年度申报”2026-04-01 起受理申报']],
    ['the day after', '2026-05-01', 'zone', ['“2026年度申报”已于 2026-04-30 截止申报；确需提交请联系省级主管处室延期']],
    ['through another channel', '2026-04-15', 'city_bureau', ['“2026年度申报”不接受此推荐渠道，请核对“推荐渠道”']],
  ])('%s', (_when, today, channel, said) => {
    expect(decideSubmission(call, channel, today).map(({ zh }) => zh)).toEqual(said)
  })

  test.each(['draft', 'closed', 'cancelled'])('not while the call is %s, whatever its days', (state) => {
    expect(decideSubmission({ ...call, state }, 'zone', '2026-04-15')).toHaveLength(1)
  })

  test('a call that nobody closed is closed by its last day', () => {
    expect(isOpen(call, '2026-04-30')).toBe(true)
    expect(isOpen(call, '2026-05-01')).toBe(false)
    expect(isOpen({ ...call, state: 'closed' }, '2026-04-30')).toBe(false)
  })
})

describe('a quota', () => {
  test('of twelve lets the twelfth pass and not the thirteenth, nor two at once', () => {
    expect(decideRecommendation(call, suzhou, { before: 11, now: 1 })).toEqual([])
    expect(decideRecommendation(call, suzhou, { before: 12, now: 1 }).map(({ zh }) => zh)).toEqual(['苏州市名额 12 项，已推荐 12 项'])
    expect(decideRecommendation(call, suzhou, { before: 11, now: 2 })).toHaveLength(1)
  })

  test('of none lets nothing pass; a city that is not named has no limit', () => {
    expect(decideRecommendation({ ...call, quotas: [{ area: '320500', most: 0 }] }, suzhou, { before: 0, now: 1 })).toHaveLength(1)
    expect(decideRecommendation(call, { city: '320100', cityTitle: '南京市' }, { before: 99, now: 1 })).toEqual([])
  })
})

test('recommended is what only recommending leads to: asked for a supplement or published, and not returned', () => {
  expect(statesBeyond(practice, 'recommend')).toEqual(
    expect.arrayContaining(['recommended', 'supplement', 'accepted', 'objected', 'published']),
  )
  expect(statesBeyond(practice, 'recommend')).not.toContain('returned')
  expect(statesBeyond(practice, 'recommend')).not.toContain('submitted')
})
