import { describe, expect, test } from 'vitest'
import { type Restating, restatedMonths, restatement } from './restated.ts'

const UNIT = { zh: '项', en: 'technologies' }
const MAY = { code: '2026-05', title: { zh: '2026年5月', en: '2026-05' } }
const titled = (month: string) => ({ zh: month, en: month })

describe('a month', () => {
  test('whose figure is what was known at its end is not marked, though entries came and went', () => {
    expect(restatement(MAY, '4', [row('late', '1'), row('late', '-1')], UNIT)).toBeUndefined()
    expect(restatedMonths([{ month: '2026-05', value: '4', running: '4' }], [], UNIT, titled)).toEqual([])
  })

  test('tells then, now, and by which entry and document', () => {
    expect(restatement(MAY, '5', [row('late', '1', '甲')], UNIT)).toMatchObject({
      was: '4',
      now: '5',
      without: '5',
      words: { zh: '2026年5月：期末所知为 4 项，现为 5 项；期末之后登记的有《甲》（测〔2026〕1号，2026-05-20）。' },
    })
  })

  test('that holds what was withdrawn since keeps its figure and tells the one without', () => {
    expect(restatement(MAY, '5', [row('revoked', '1', '甲'), row('revoked', '1')], UNIT)).toMatchObject({
      was: '5',
      now: '5',
      without: '3',
      hidden: 1,
      words: {
        zh: expect.stringContaining('《甲》（测〔2026〕1号，2026-05-20），另有 1 条；不含撤销条目，2026年5月为 3 项，原报数不变。'),
      },
    })
  })

  test('names a withdrawal that was recorded after its end once, as a withdrawal', () => {
    const told = restatement(MAY, '-1', [row('late', '-1', '甲'), row('revoked', '-1', '甲')], UNIT)
    expect(told?.entries.map(({ cause }) => cause)).toEqual(['revoked'])
  })

  test('of which nothing is left now is marked all the same', () => {
    expect(restatedMonths([], [row('late', '-1', '甲')], UNIT, titled)).toMatchObject([{ code: '2026-05', was: '1', now: '0' }])
  })
})

function row(cause: Restating['cause'], amount: string, title?: string): Restating {
  const document = { no: '测〔2026〕1号', title: '通知', day: '2026-05-20' }
  const told = { id: title ?? '', no: 1, cause, amount, recordedAt: '2026-06-02T01:00:00.000Z', act: UNIT, reason: null, document }
  return { month: '2026-05', cause, amount, entry: title === undefined ? null : { ...told, title } }
}
