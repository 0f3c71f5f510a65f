import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cityOf } from '#engine/define/area-code.ts'
import { aliasesIn, findTerm } from '#engine/define/terms.ts'
import { createSchema } from '#engine/derive/schema.ts'
import { classification, classificationTerm } from '#modules/directory/index.ts'
import { areasOn, type Succession, successorsOn } from '#modules/directory/rules/areas-on.ts'

interface Given {
  readonly code: string
  readonly terms: readonly { readonly code: string; readonly title: string; readonly aliases?: string; readonly parent?: string }[]
}

interface AreaGiven {
  readonly code: string
  readonly level: string
  readonly parent: string | null
  readonly untilOn?: string
}

const read = <Data>(file: string) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Data
const byCode = (a: string, b: string) => (a < b ? -1 : 1)
const CLASSIFICATIONS = read<readonly Given[]>('classifications.json')

test('every classification and class of the pack is what its register takes', () => {
  for (const { terms, ...head } of CLASSIFICATIONS) {
    expect(createSchema(classification).safeParse(head).error).toBeUndefined()
    for (const term of terms) expect(createSchema(classificationTerm).safeParse({ ...term, scheme: head.code }).error).toBeUndefined()
  }
})

test('the codes of technologies entered before fields became a classification are all there', () => {
  const codes =
    'semiconductor artificial_intelligence quantum network new_material synthetic_biology new_energy metaverse cell_gene deep_space other'
  const fields = CLASSIFICATIONS.find(({ code }) => code === 'future_fields')!

  expect(fields.terms.map(({ code }) => code)).toEqual(expect.arrayContaining(codes.split(' ')))
})

test('every title and alias of a classification means one class, and every parent is there', () => {
  for (const { terms } of CLASSIFICATIONS) {
    const known = terms.map(({ aliases, ...term }) => ({ ...term, aliases: aliasesIn(aliases) }))
    for (const { code, title, aliases, parent } of known) {
      for (const name of [title, ...aliases]) expect(findTerm(known, name)?.code, name).toBe(code)
      if (parent !== undefined) expect(known.map((each) => each.code)).toContain(parent)
    }
  }
})

test.each(['sample', 'jiangsu-5x100', 'shandong-8x', 'liaoning-2024', 'liaoning-2019', 'heilongjiang-2022'])(
  'the cities and 省直 of %s have each a square of their own on the tile map',
  (pack) => {
    const placed = read<readonly (AreaGiven & { tileColumn?: number; tileRow?: number })[]>(`../${pack}/areas.json`)
    const shown = placed.filter(({ level }) => level === 'province' || level === 'city')
    const squares = shown.map(({ tileColumn, tileRow }) => `${tileColumn} ${tileRow}`)

    expect(squares.filter((square) => square.includes('undefined'))).toEqual([])
    expect(new Set(squares).size).toBe(shown.length)
  },
)

describe('areas', () => {
  const areas = read<readonly AreaGiven[]>('areas.json')
  const codes = new Set(areas.map(({ code }) => code))
  const today = areasOn(areas, '2026-06-01')

  test('are 13 cities and 95 counties today, and zones inside cities', () => {
    const count = (level: string) => today.filter((each) => each.level === level).length

    expect([count('province'), count('city'), count('county')]).toEqual([1, 13, 95])
    for (const { code, parent, level } of areas)
      if (level !== 'province') expect(parent, code).toBe(level === 'city' ? '320000' : cityOf(code))
  })

  test('that were abolished lead to areas of today, each on the day after its last', () => {
    const successions = read<readonly Succession[]>('area-successions.json')
    const ended = areas.filter(({ untilOn }) => untilOn)

    expect(successions.map(({ fromArea }) => fromArea).toSorted(byCode)).toEqual(ended.map(({ code }) => code).toSorted(byCode))
    for (const { code } of ended)
      for (const now of successorsOn(successions, code, '2026-06-01')) expect(today.map((each) => each.code)).toContain(now)
  })

  test('of groups exist', () => {
    for (const { members } of read<readonly { members: readonly { area: string }[] }[]>('area-groups.json'))
      for (const { area } of members) expect(codes).toContain(area)
  })
})
