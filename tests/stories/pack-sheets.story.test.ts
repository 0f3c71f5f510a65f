import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPack, writePack } from '#apps/api/pack-folder.ts'
import type { PackConflicts, PackInstalled } from '#contract/packs.ts'
import type { LayoutView } from '#contract/sheets.ts'
import type { Pack } from '#modules/programmes/index.ts'
import { ROOT } from '#tests/support/test-jurisdiction.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

let world: World
let folder: string
let pack: Pack

const SHEETS: Pack['sheets'] = [
  {
    register: 'technology',
    columns: [
      { field: 'title', title: '项目名称' },
      { field: 'rights', leftOut: true },
    ],
  },
  { register: 'scenario', columns: [{ field: 'area', title: '建设地' }] },
  { register: 'standard', columns: [{ field: 'title', title: '标准' }] },
]

beforeAll(async () => {
  world = await openWorld()
  folder = mkdtempSync(join(tmpdir(), 'lantu-pack-'))
  const shipped = await packAt(join(ROOT, 'packs/jiangsu-5x100'))
  pack = { ...shipped, code: 'sheets', version: '1.0.0', source: { ...shipped.source, sha256: '2'.repeat(64) }, sheets: SHEETS }
})
afterAll(async () => {
  await world?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function packAt(path: string): Promise<Pack> {
  const read = await readPack(path)
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read.pack
}

const install = (given: Pack) => world.give<PackInstalled>('planner', 'programmes.install-pack', { pack: given })
const layoutOf = (register: string) => world.ask<LayoutView>('planner', 'sheets.layout', { register }) as Promise<LayoutView>
const firstOf = async (register: string) => {
  const { isOwn, columns } = await layoutOf(register)
  return [isOwn, columns[0]!.title]
}
const keep = async (register: string, columns: readonly object[]) =>
  await must(world.give('planner', 'sheets.keep-layout', { register, columns, seen: (await layoutOf(register)).version }))
const conflicts = async () => (await world.ask<PackConflicts>('planner', 'programmes.pack-conflicts', { code: 'sheets' })) as PackConflicts

describe('layouts in a pack', () => {
  test('are written to a folder and read again', async () => {
    await writePack(folder, pack)

    expect((await packAt(folder)).sheets).toEqual(SHEETS)
  })

  test('that do not fit the registers are refused with their places, and nothing is installed', async () => {
    const broken = [
      { register: 'technology', columns: [{ field: 'title', title: '属地' }] },
      { register: 'nothing', columns: [{ field: 'title' }] },
    ]

    expect(await refused(install({ ...pack, sheets: broken }))).toMatchObject({
      code: 'input.invalid',
      faults: [{ path: 'technology.columns.0.title' }, { path: 'nothing' }],
    })
    expect((await layoutOf('technology')).isOwn).toBe(false)
  })

  test('are put in force; one that the province has stays, one that it once gave up is taken up again', async () => {
    await keep('scenario', [{ field: 'area', title: '本省的建设地' }])
    await keep('standard', [{ field: 'title', title: '旧表样' }])
    await must(world.give('planner', 'sheets.restore-layout', { register: 'standard' }))

    await must(install(pack))
    expect(await Promise.all(['technology', 'scenario', 'standard'].map(firstOf))).toEqual([
      [true, '项目名称'],
      [true, '本省的建设地'],
      [true, '标准'],
    ])
  })

  test('of a new version follow where the province changed nothing, ask where both did, and go where they are left out', async () => {
    const next = [
      { register: 'technology', columns: [{ field: 'title', title: '技术项目' }] },
      { register: 'scenario', columns: [{ field: 'area', title: '落地城市' }] },
    ]
    await must(install({ ...pack, version: '2.0.0', sheets: next }))

    expect(await Promise.all(['technology', 'scenario', 'standard'].map(firstOf))).toEqual([
      [true, '技术项目'],
      [true, '本省的建设地'],
      [false, null],
    ])
    expect(await conflicts()).toEqual({
      conflicts: [
        {
          key: 'sheets/scenario',
          field: 'columns',
          title: expect.stringContaining('表格版式：'),
          label: { zh: '各列', en: 'Columns' },
          own: '本省的建设地',
          next: '落地城市',
        },
      ],
    })
  })

  test('take the new version when that is decided', async () => {
    await must(
      world.give('planner', 'programmes.decide-conflict', { code: 'sheets', key: 'sheets/scenario', field: 'columns', take: 'next' }),
    )

    expect(await firstOf('scenario')).toEqual([true, '落地城市'])
    expect((await conflicts()).conflicts).toEqual([])
  })

  test('that the province gave up stay given up', async () => {
    await must(world.give('planner', 'sheets.restore-layout', { register: 'technology' }))
    await must(install({ ...pack, version: '3.0.0', sheets: [{ register: 'technology', columns: [{ field: 'title', title: '又一个' }] }] }))

    expect(await firstOf('technology')).toEqual([false, null])
  })
})
