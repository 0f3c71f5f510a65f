import { createHash } from 'node:crypto'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPack } from '#apps/api/pack-folder.ts'
import type { Pack } from '#modules/programmes/index.ts'
import { decodeText } from '#policy-text/index.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const SEEDS = join(ROOT, '..', 'shared', 'seeds')
const PACKS = globSync('packs/*/pack.json', { cwd: ROOT }).map(dirname)

async function packIn(folder: string): Promise<Pack> {
  const read = await readPack(join(ROOT, folder))
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read.pack
}

/** The text a pack was made from, found by its hash where the source documents lie beside the repository. */
function textOf({ source }: Pack): string | undefined {
  if (!existsSync(SEEDS)) return undefined
  const files = readdirSync(SEEDS).map((name) => readFileSync(join(SEEDS, name)))
  const bytes = files.find((file) => createHash('sha256').update(file).digest('hex') === source.sha256)
  const decoded = bytes && decodeText(bytes)
  return decoded && 'text' in decoded ? decoded.text : undefined
}

describe.each(PACKS)('%s', (folder) => {
  test('fits the format, and all its parts point at items that it has', async () => {
    const pack = await packIn(folder)

    expect(folder).toBe(`packs/${pack.code}`)
    expect(pack.targets.length).toBeGreaterThan(0)
    expect(pack.tasks.length).toBeGreaterThan(0)
  })

  test('quotes are short and no two items have the same place and kind', async () => {
    const { items, tasks } = await packIn(folder)

    expect(items.filter(({ quote }) => quote.includes('。'))).toEqual([])
    expect(tasks.filter(({ title }) => title.length > 30)).toEqual([])
    expect(new Set(items.map(({ kind, start, end }) => `${kind} ${start} ${end}`)).size).toBe(items.length)
  })

  test.skipIf(!existsSync(SEEDS))('every quote stands in the text at its offsets, and the text is as long as the pack says', async () => {
    const pack = await packIn(folder)
    const text = textOf(pack)

    expect(text?.length).toBe(pack.source.length)
    for (const { quote, start, end } of [...pack.items, ...pack.areaGroups]) expect(text?.slice(start, end)).toBe(quote)
  })
})

test('the 5×100 pack has every figure of the plan under its headline', async () => {
  const { targets } = await packIn('packs/jiangsu-5x100')
  const under = (indicator: string) => {
    const head = targets.find((each) => each.indicator === indicator && each.relation === 'headline')!
    return targets
      .filter(({ parent, relation }) => parent === head.key && relation !== 'restated')
      .map(({ low, high, relation, indicator: own, part }) => [high === null ? low : `${low}-${high}`, relation, part ?? own])
  }

  expect(under('technology_breakthroughs')).toEqual([['30-40', 'beside', null]])
  expect(under('standards_made')).toEqual([
    ['60', 'part', 'local_or_sector'],
    ['30', 'part', 'national'],
    ['10', 'part', 'international'],
  ])
  expect(under('scenarios_built')).toEqual([['20', 'open', 'scenario_demonstrations']])
  expect(under('enterprise_demonstrations')).toEqual([
    ['200', 'beside', 'enterprise_library_backbone'],
    ['300', 'beside', 'enterprise_library_startup'],
    ['10', 'beside', 'enterprise_leaders'],
    ['3-5', 'beside', null],
  ])
  expect(under('benchmark_incubators')).toEqual([['10', 'open', 'park_pilots']])
})
