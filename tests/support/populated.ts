import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { a } from './builders.ts'
import { ROOT } from './test-jurisdiction.ts'
import { must, type Seen, type World } from './world.ts'

export async function samplePlan(): Promise<string> {
  return await readFile(join(ROOT, 'packs/sample/plan.txt'), 'utf8')
}

/** Something in every register and in every state of the line: two plans, technologies of several areas, batches. */
export async function populate(world: World): Promise<void> {
  await a.plan(world, await samplePlan())
  await a.plan(world, '关于培育未来产业的行动方案\n一、目标\n到2027年，突破30项前沿技术。\n', { confirmed: false })
  for (const area of ['320583', '3205Z1', '320115', '320000'])
    for (let steps = 0; steps <= 8; steps += 2) await a.technology(world, { area, steps })
  await a.technology(world, { by: 'applicant' })
  const returned = await a.technology(world, { steps: 1 })
  await must(world.move('kunshan', 'technology', returned, 'return', '材料不全'))
  const withdrawn = await a.technology(world)
  await must(world.move('kunshan', 'technology', withdrawn, 'withdraw', '重复'))
  await a.publishedBatch(world, await ready(world, ['320583', '320115']), { from: '2026-06-02' })
  await a.batchPastNotice(world, await ready(world, ['3205Z1']), { from: '2026-06-20' })
  await a.batch(world, await ready(world, ['320000']))
}

async function ready(world: World, areas: readonly string[]): Promise<readonly Seen[]> {
  const made: Seen[] = []
  for (const area of areas) made.push(await a.technology(world, { area, steps: 8 }))
  return made
}
