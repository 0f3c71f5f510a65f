import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packCommand } from '#apps/cli/pack.ts'
import { readPack } from '#apps/cli/pack-folder.ts'
import type { PackConflicts } from '#contract/packs.ts'
import type { Programme } from '#contract/programmes.ts'
import type { TaskList } from '#contract/tasks.ts'
import type { Pack, PackInstalled } from '#modules/programmes/index.ts'
import { ROOT } from '#tests/support/test-jurisdiction.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

const SAMPLE = readFileSync(join(ROOT, 'packs/sample/plan.txt'))
let world: World
let folder: string

beforeAll(async () => {
  world = await openWorld()
  folder = mkdtempSync(join(tmpdir(), 'lantu-pack-'))
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

const install = (pack: Pack) => world.give<PackInstalled>('planner', 'programmes.install-pack', { pack })
const programmeOf = (document: string) => world.ask<Programme>('planner', 'programmes.programme', { document }) as Promise<Programme>
const conflictsOf = async (code: string) =>
  ((await world.ask<PackConflicts>('planner', 'programmes.pack-conflicts', { code })) as PackConflicts).conflicts

describe('packs/jiangsu-5x100', () => {
  test('sets the whole programme up: headlines, parts, tasks, lists, without the text', async () => {
    const pack = await packAt(join(ROOT, 'packs/jiangsu-5x100'))

    const { document, added, uncounted } = await must(install(pack))

    const made = await programmeOf(document)
    const known = new Set(made.targets.flatMap(({ indicator }) => indicator ?? []))
    expect(added).toBe(pack.targets.length + pack.tasks.length + pack.registers.length)
    expect(made.targets.filter(({ parent }) => parent === null)).toHaveLength(5)
    expect(made.targets).toHaveLength(pack.targets.length)
    expect(made.tasks).toBe(pack.tasks.length)
    expect(made).toMatchObject({
      document: { hasText: false },
      pack: { code: 'jiangsu-5x100', version: '1.0.0', sha256: pack.source.sha256 },
    })
    expect(made.targets.find(({ indicator }) => indicator === 'technology_breakthroughs')?.value).not.toBeNull()
    expect(uncounted.every((code) => known.has(code))).toBe(true)
    expect((await refused(install(pack))).code).toBe('pack.installed')
    const { tasks } = (await world.ask<TaskList>('leader', 'tasks.task-list', { document })) as TaskList
    expect(tasks[0]).toMatchObject({ title: '编制“一图三清单”', lead: [{ origin: 'standard' }, { origin: 'standard' }] })
  })
})

describe('a pack drafted from a text', () => {
  let pack: Pack
  let document: string
  beforeAll(async () => {
    writeFileSync(join(folder, 'plan.txt'), SAMPLE)
    const said: string[] = []
    const code = await packCommand([join(folder, 'plan.txt'), '-o', join(folder, 'sample')], {
      out: (text) => void said.push(text),
      err: (text) => void said.push(text),
    })
    if (code !== 0) throw new Error(said.join(''))
    pack = await packAt(join(folder, 'sample'))
    document = (await must(install(pack))).document
  })

  test('takes the text it was made from and no other, and then every quote stands at its place', async () => {
    const add = async (name: string, content: string | Buffer) =>
      world.give('planner', 'programmes.add-text', { document, file: await world.upload('planner', name, content) })

    const refusal = await refused(add('other.txt', `${SAMPLE.toString()} `))
    expect(refusal).toMatchObject({ code: 'pack.other-text', words: { zh: expect.stringContaining(pack.source.sha256) as string } })
    expect((await programmeOf(document)).document.hasText).toBe(false)

    await must(add('plan.txt', SAMPLE))

    expect(createHash('sha256').update(SAMPLE).digest('hex')).toBe(pack.source.sha256)
    const { text, items } = (await world.ask('planner', 'plans.document', { document })) as {
      text: string
      items: readonly { quote: string; start: number; end: number }[]
    }
    expect(items).toHaveLength(pack.items.length)
    for (const { quote, start, end } of items) expect(text.slice(start, end)).toBe(quote)
  })

  test('a new version follows where the province changed nothing, and asks where both did', async () => {
    const [first, second] = pack.targets.filter(({ relation }) => relation === 'headline')
    const [gone] = pack.tasks.toReversed()
    const rows = await world.sql('select id, version, pack_key from {{schema}}.target where document = $1 order by start', [document])
    const own = rows.find((row) => row['pack_key'] === first!.key)!
    await must(world.edit('planner', 'target', { id: String(own['id']), version: Number(own['version']) }, { low: '90' }))

    const next: Pack = {
      ...pack,
      version: '1.1.0',
      targets: pack.targets.map((each) =>
        each === first ? { ...each, low: '85', title: `${each.title}（新）` } : each === second ? { ...each, low: '65' } : each,
      ),
      tasks: pack.tasks.filter((each) => each !== gone),
    }
    expect(await must(install(next))).toMatchObject({ added: 0, changed: 2, takenOut: 1, conflicts: 1 })

    const made = await programmeOf(document)
    const numberOf = (title: string) => Number(made.targets.find((each) => each.title === title)?.low)
    expect(numberOf(`${first!.title}（新）`)).toBe(90)
    expect(numberOf(second!.title)).toBe(65)
    expect(made).toMatchObject({ tasks: pack.tasks.length - 1, pack: { version: '1.1.0' } })
    expect(await conflictsOf(pack.code)).toMatchObject([
      { key: `targets/${first!.key}`, field: 'low', own: '90', next: '85', label: { zh: '目标值' } },
    ])
  })

  test('the difference is decided once, either way', async () => {
    const { key, field } = (await conflictsOf(pack.code))[0]!
    const decide = (take: string) => world.give('planner', 'programmes.decide-conflict', { code: pack.code, key, field, take })

    await must(decide('next'))

    expect(await conflictsOf(pack.code)).toEqual([])
    expect((await programmeOf(document)).targets.map(({ low }) => Number(low))).toContain(85)
    expect((await refused(decide('own'))).code).toBe('pack.no-conflict')
  })

  test('a version that rests on another text is no upgrade', async () => {
    const other = { ...pack, version: '2.0.0', source: { ...pack.source, sha256: '0'.repeat(64) } }

    expect((await refused(install(other))).code).toBe('pack.other-source')
  })
})
