import { expect, test } from 'vitest'
import { againstObjection, againstOpenObjections } from './decide-objection.ts'

const notice = { state: 'onNotice', noticeFromOn: '2026-06-01', noticeUntilOn: '2026-06-12' }

test.each([
  ['on the first day', '2026-06-01', '2026-06-01', ''],
  ['through the whole of the last day', '2026-06-12', '2026-06-12', ''],
  ['the day after', '2026-06-13', '2026-06-13', '公示已于 2026-06-12 结束'],
  ['received on the last day and entered the day after', '2026-06-12', '2026-06-13', ''],
  ['before the notice', '2026-05-31', '2026-06-01', '早于公示起始日'],
  ['tomorrow', '2026-06-03', '2026-06-02', '之后'],
])('an objection %s', (_when, receivedOn, today, zh) => {
  const said = againstObjection(notice, receivedOn, today)
    .map((words) => words.zh)
    .join()

  if (zh === '') expect(said).toBe('')
  else expect(said).toContain(zh)
})

test('none is taken once the notice has been closed', () => {
  expect(againstObjection({ ...notice, state: 'noticeOver' }, '2026-06-12', '2026-06-13')).toHaveLength(1)
})

test('open ones are counted, and named once each, at most five', () => {
  const open = ['甲', '甲', '乙', '丙', '丁', '戊', '己'].map((title) => ({ title }))

  expect(againstOpenObjections([])).toEqual([])
  expect(againstOpenObjections(open)[0]!.zh).toBe('还有 7 件异议未处理完毕：甲、乙、丙、丁、戊等')
})
