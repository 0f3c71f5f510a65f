import { describe, expect, test } from 'vitest'
import { isRefusal } from '#engine/define/refusal.ts'
import { cellAddress, findHeads, type HeadWanted } from './heads.ts'

const head = (field: string, title: string, more: Partial<HeadWanted> = {}): HeadWanted => ({
  field,
  label: { zh: title, en: field },
  titles: [title],
  required: false,
  closed: false,
  ...more,
})
const WANTED = [
  head('title', '技术名称', { required: true }),
  head('area', '属地'),
  head('budget', '投入经费（万元）', { unit: '万元' }),
  head('state', '状态', { closed: true }),
]

const found = (rows: readonly (readonly string[])[]) => {
  const heads = findHeads(rows, WANTED)
  if (isRefusal(heads)) throw new Error(heads.words.zh)
  return heads
}

describe('the heads of a sheet', () => {
  test('are found below a title, in any order, whatever their widths, blanks and stars', () => {
    const heads = found([['全市技术台账（2025 年）'], [], ['属 地', '投入经费(元)', '*技术名称', '状态']])

    expect(heads.row).toBe(3)
    expect(heads.columns).toEqual([
      { field: 'area', at: 0 },
      { field: 'budget', at: 1, unit: '元' },
      { field: 'title', at: 2 },
      { field: 'state', at: 3, closed: true },
    ])
  })

  test('of an older template: what is gone and what is strange is said', () => {
    const { notes } = found([['属地', '投入经费（万元）', '旧栏目']])

    expect(notes.map(({ zh }) => zh).join()).toMatch(/技术名称.*必填.*旧栏目/)
  })

  test.each([
    [
      'import.no-heads',
      [
        ['甲', '乙'],
        ['1', '2'],
      ],
    ],
    ['import.no-unit', [['技术名称', '投入经费']]],
    ['import.head-twice', [['技术名称', '属地', '属地']]],
  ] as const)('are refused as %s', (code, rows) => {
    expect(findHeads(rows, WANTED)).toMatchObject({ ok: false, code })
  })
})

test('a cell is called as the sheet calls it', () => {
  expect([cellAddress(3, 0), cellAddress(12, 27), cellAddress(1, 701)]).toEqual(['A3', 'AB12', 'ZZ1'])
})
