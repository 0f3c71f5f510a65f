import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPack } from '#apps/api/pack-folder.ts'
import { packCommand } from '#apps/cli/pack.ts'
import type { PackConflicts, PackInstalled } from '#contract/packs.ts'
import type { Programme } from '#contract/programmes.ts'
import type { TaskList } from '#contract/tasks.ts'
import type { Pack } from '#modules/programmes/index.ts'
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

    const { document, added, kept, uncounted } = await must(install(pack))

    const made = await programmeOf(document)
    const known = new Set(made.targets.flatMap(({ indicator }) => indicator ?? []))
    const lists = [pack.targets, pack.tasks, pack.registers, pack.reports, pack.settings, pack.indicators]
    const wanted = lists.reduce((sum, list) => sum + list.length, 0)
    expect(added).toBe(wanted + 1) // 苏南国家自主创新示范区 alone is new: the other areas, groups and fields are there
    expect(kept).toBe(pack.areas.length + pack.areaGroups.length - 1 + 1 + pack.classifications[0]!.terms.length)
    expect(made.targets.filter(({ parent }) => parent === null)).toHaveLength(5)
    expect(made.targets).toHaveLength(pack.targets.length)
    expect(made.tasks).toBe(pack.tasks.length)
    expect(made).toMatchObject({
      document: { hasText: false },
      pack: { code: 'jiangsu-5x100', version: pack.version, sha256: pack.source.sha256 },
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

describe('lists and settings that a pack brings', () => {
  let pack: Pack
  const DAY = '2026-06-01'
  const one = async (table: string, code: string) => (await world.sql(`select * from {{schema}}.${table} where code = $1`, [code]))[0]!
  const count = async () =>
    await world.sql(
      'select (select count(*)::int from {{schema}}.classification_term) terms, (select count(*)::int from {{schema}}.area) areas, (select count(*)::int from {{schema}}.area_group) groups, (select count(*)::int from {{schema}}.crosswalk) crosswalks, (select count(*)::int from {{schema}}.figure_setting) settings',
    )
  const areaOf = (code: string, title: string): Pack['areas'][number] => ({
    code,
    title,
    level: 'zone',
    parent: '320500',
    fromOn: '2025-01-01',
  })
  const group = (code: string, title: string, members: readonly string[]): Pack['areaGroups'][number] => ({
    code,
    title: { zh: title, en: code },
    kind: 'circle',
    members: members.map((area) => ({ area, role: 'core' as const })),
    quote: title,
    start: 0,
    end: title.length,
  })
  const term = (code: string, title: string, aliases: string[] = []) => ({ code, title: { zh: title, en: code }, aliases })
  const link = (toCode: string): Pack['crosswalks'][number] => ({
    fromScheme: 'story_fields',
    fromCode: 'first',
    toScheme: 'future_fields',
    toCode,
    relation: 'same',
    basis: '故事',
  })

  beforeAll(async () => {
    const shipped = await packAt(join(ROOT, 'packs/jiangsu-5x100'))
    pack = {
      ...shipped,
      code: 'story',
      version: '1.0.0',
      source: { ...shipped.source, sha256: '1'.repeat(64) },
      settings: [{ key: 'early', indicator: 'scenarios_built', setting: 'early_counts', choice: 'no', reason: '故事' }],
      classifications: [
        {
          code: 'story_fields',
          title: { zh: '故事领域', en: 'Story fields' },
          fromOn: '2025-01-01',
          terms: [term('first', '甲类', ['甲一', '甲二']), term('second', '乙类'), term('third', '丙类')],
        },
      ],
      crosswalks: [link('quantum'), link('network')],
      areas: [areaOf('3205Y1', '故事园一'), areaOf('3205Y2', '故事园二')],
      areaGroups: [group('story_one', '故事圈一', ['320500', '320100']), group('story_two', '故事圈二', ['320500', '320200'])],
    }
  })

  test('are made, the groups overlap, and installing again changes nothing', async () => {
    await must(install(pack))
    const before = await count()

    const first = (await world.ask<{ terms: readonly { code: string; aliases: readonly string[] }[] }>('planner', 'directory.terms', {
      scheme: 'story_fields',
    })) as { terms: readonly { code: string; aliases: readonly string[] }[] }
    expect(first.terms.map(({ code }) => code)).toEqual(['first', 'second', 'third'])
    expect(first.terms[0]!.aliases).toEqual(['甲一', '甲二'])
    const { groups } = (await world.ask('planner', 'directory.area-groups', { on: DAY })) as {
      groups: readonly { code: string; members: readonly { area: string }[] }[]
    }
    expect(groups.filter(({ members }) => members.some(({ area }) => area === '320500')).map(({ code }) => code)).toEqual(
      expect.arrayContaining(['story_one', 'story_two']),
    )
    expect(await one('area', '3205Y1')).toMatchObject({ title: '故事园一', parent: '320500' })

    expect((await refused(install(pack))).code).toBe('pack.installed')
    expect(await count()).toEqual(before)
  })

  test('an upgrade: untouched parts follow or end, touched ones stay and are listed, each kind by itself', async () => {
    const touch = async (register: string, code: string, values: Record<string, unknown>) => {
      const row = await one(register, code)
      await must(world.edit('planner', register, { id: String(row['id']), version: Number(row['version']) }, values))
    }
    await touch('classification_term', 'first', { title: '甲类（本省）' })
    await touch('area_group', 'story_one', { members: [{ area: '320500', role: 'core' }] })
    await touch('area', '3205Y1', { title: '本省故事园' })
    await must(
      world.give('planner', 'programmes.choose-setting', {
        indicator: 'scenarios_built',
        setting: 'early_counts',
        choice: 'yes',
        reason: '本省确定',
      }),
    )
    const part = pack.targets.find(({ relation }) => relation === 'part')!
    const rows = await world.sql('select id, version from {{schema}}.target where pack_key = $1 order by no desc limit 1', [part.key])
    await must(world.edit('planner', 'target', { id: String(rows[0]!['id']), version: Number(rows[0]!['version']) }, { relation: 'open' }))

    const next: Pack = {
      ...pack,
      version: '2.0.0',
      targets: pack.targets.map((each) =>
        each.key === part.key
          ? { ...each, relation: 'beside' }
          : each.relation === 'open'
            ? { ...each, relation: 'part', parent: pack.targets[1]!.key, relationWhy: { zh: '新版写明', en: 'the new text says so' } }
            : each,
      ),
      classifications: [
        {
          ...pack.classifications[0]!,
          title: { zh: '故事领域（新）', en: 'Story fields' },
          terms: [term('first', '甲类（新版）'), term('second', '乙类（新版）'), term('fourth', '丁类')],
        },
      ],
      crosswalks: [{ ...link('quantum'), relation: 'related' }],
      areas: [areaOf('3205Y1', '新版故事园'), areaOf('3205Y2', '故事园二（新版）')],
      areaGroups: [group('story_one', '故事圈一', ['320500', '320300']), group('story_two', '故事圈二', ['320500', '320400'])],
      settings: [{ ...pack.settings[0]!, choice: 'no' }],
    }
    await must(install(next))

    expect(await one('classification', 'story_fields')).toMatchObject({ title: '故事领域（新）' })
    expect(await one('classification_term', 'first')).toMatchObject({ title: '甲类（本省）' })
    expect(await one('classification_term', 'second')).toMatchObject({ title: '乙类（新版）' })
    expect(await one('classification_term', 'fourth')).toMatchObject({ title: '丁类' })
    expect((await one('classification_term', 'third'))['until_on']).not.toBeNull()
    expect(await one('area', '3205Y1')).toMatchObject({ title: '本省故事园' })
    expect(await one('area', '3205Y2')).toMatchObject({ title: '故事园二（新版）' })
    expect((await one('area_group', 'story_two'))['members']).toMatchObject([{ area: '320500' }, { area: '320400' }])
    const links = await world.sql(
      "select to_code, relation, until_on is not null as ended from {{schema}}.crosswalk where from_scheme = 'story_fields' order by to_code",
    )
    expect(links).toMatchObject([
      { to_code: 'network', ended: true },
      { to_code: 'quantum', relation: 'related', ended: false },
    ])
    const moved = await world.sql(
      `select target.relation, target.relation_why, parent.pack_key as headline from {{schema}}.target target join {{schema}}.target parent on parent.id = target.parent
       where target.pack_key = $1 and target.plan = (select plan from {{schema}}.installed_pack where code = 'story')`,
      [pack.targets.find(({ relation }) => relation === 'open')!.key],
    )
    expect(moved).toMatchObject([{ relation: 'part', headline: pack.targets[1]!.key, relation_why: { zh: '新版写明' } }])

    const listed = await conflictsOf('story')
    expect(listed.map(({ key, field }) => `${key} ${field}`).toSorted()).toEqual(
      [`targets/${part.key} relation`, 'terms/story_fields.first title', 'areas/3205Y1 title', 'areaGroups/story_one members'].toSorted(),
    )
  })

  test('a later version loses nothing that is still to be decided; a choice of the province is asked about when the pack changes its own', async () => {
    const open = await conflictsOf('story')
    const base = (await one('installed_pack', 'story'))['base'] as Pack
    // The province decided its own way at installing time; the pack's answer changes now, and changing into it needs nothing to be asked.
    await must(install({ ...base, version: '3.0.0', settings: [{ ...base.settings[0]!, choice: 'yes' }] }))

    expect((await conflictsOf('story')).map(({ key }) => key).toSorted()).toEqual(open.map(({ key }) => key).toSorted())
  })

  test('taking the new version writes it, whatever the kind', async () => {
    for (const { key, field } of await conflictsOf('story'))
      await must(world.give('planner', 'programmes.decide-conflict', { code: 'story', key, field, take: 'next' }))

    expect(await conflictsOf('story')).toEqual([])
    expect(await one('classification_term', 'first')).toMatchObject({ title: '甲类（新版）' })
    expect(await one('area', '3205Y1')).toMatchObject({ title: '新版故事园' })
    expect((await one('area_group', 'story_one'))['members']).toMatchObject([{ area: '320500' }, { area: '320300' }])
  })

  test('a choice of the pack that the next version no longer makes goes back to the standard one', async () => {
    const setting = async () =>
      (await world.sql("select choice from {{schema}}.figure_setting where setting = 'early_counts'"))[0]!['choice']
    const base = (await one('installed_pack', 'story'))['base'] as Pack
    expect(await setting()).toBe('yes')

    await must(install({ ...base, version: '4.0.0', settings: [] }))

    expect(await setting()).toBe('no')
  })

  test('a pack that names a class or an area twice is refused with the place', async () => {
    const twice = { ...pack, code: 'twice', areas: [areaOf('3205Y3', '甲'), areaOf('3205Y3', '乙')] }

    expect((await refused(install(twice))).code).toMatch(/invalid|input/)
  })
})
