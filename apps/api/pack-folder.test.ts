import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '#tests/support/test-jurisdiction.ts'
import { shippedPacks } from './pack-folder.ts'

let root: string

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'lantu-shipped-'))
  mkdirSync(join(root, 'packs/no-pack'), { recursive: true })
  for (const folder of ['broken', 'half', 'whole'])
    cpSync(join(ROOT, 'packs/jiangsu-5x100'), join(root, 'packs', folder), { recursive: true })
  writeFileSync(join(root, 'packs/broken/tasks.json'), '[{')
  writeFileSync(join(root, 'packs/half/targets.json'), '[]\n')
  rmSync(join(root, 'packs/half/plan.json'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('every folder with a head is a pack; one with faults tells them and hides no other', async () => {
  const found = await shippedPacks(root)

  expect(found.map(({ folder }) => folder)).toEqual(['broken', 'half', 'whole'])
  const [broken, half, whole] = found
  expect(broken).toEqual({ folder: 'broken', faults: ['tasks.json: 不是有效的 JSON | not valid JSON'] })
  expect(half).toMatchObject({ faults: expect.arrayContaining([expect.stringContaining('items')]) as string[] })
  expect(whole).toMatchObject({ pack: { code: 'jiangsu-5x100' } })
})
