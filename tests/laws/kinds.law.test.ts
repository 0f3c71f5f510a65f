import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shipped } from '#apps/api/installation.ts'
import type { Row } from '#engine/access/holds.ts'
import { columnOf } from '#engine/derive/columns.ts'
import { type KindName, kindOf, kinds } from '#engine/kinds/index.ts'
import { entryAnswer, entryHistory, entryPage } from '#engine/store/entries.ts'
import { list } from '#engine/store/list.ts'
import { presentRow } from '#engine/store/present.ts'
import { poolReader, readEntryAsOf } from '#engine/store/read.ts'
import { unsealed } from '#engine/store/rows.ts'
import { BAD_VALUES, entryValues, everyKindRegister as everyKind, goodValues, type Known } from '#tests/support/every-kind.ts'
import { examples, holdsFor } from '#tests/support/seed.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

const KINDS = Object.keys(kinds) as KindName[]
let world: World
let known: Known

beforeAll(async () => {
  world = await openWorld({ shipped: shipped([everyKind]) })
  const files = await Promise.all(['甲.pdf', '乙.pdf', '丙.pdf'].map((name) => world.upload('kunshan', name, name)))
  known = { units: [world.as('applicant').unit, world.as('kunshan').unit], people: [world.as('kunshan').person], files }
})
afterAll(() => world?.close())

describe('a value of any kind', () => {
  test('that is good comes back as it was given, now and as a past version', async () => {
    await holdsFor(
      fc.asyncProperty(entryValues(known), entryValues(known), async (first, second) => {
        const { id } = await must(world.create('kunshan', 'every_kind', first))
        tick()
        await must(world.edit('kunshan', 'every_kind', { id, version: 1 }, second))

        expect(same(await valuesOf(id), second), printed(await valuesOf(id), second)).toBe(true)
        expect(same(await pastValuesOf(id), first), printed(await pastValuesOf(id), first)).toBe(true)
      }),
      150,
    )
  })

  test.each(KINDS)('%s that is bad is refused with its label and words in both languages, and nothing is kept', async (kind) => {
    for (const bad of BAD_VALUES[kind]) {
      const before = await countOf('every_kind')

      const { code, faults } = await refused(world.create('kunshan', 'every_kind', { [kind]: bad }))

      expect(code, String(bad)).toBe('input.invalid')
      expect(faults![0]!.path.split('.')[0]).toBe(kind)
      expect(faults![0]!.label).toEqual(everyKind.fields[kind]!.label)
      expect(faults![0]!.message.zh).toMatch(/\p{Script=Han}/u)
      expect(faults![0]!.message.en).toMatch(/[a-z]{2}/)
      expect(await countOf('every_kind')).toBe(before)
    }
  })

  test.each(KINDS)('%s is printed without a fault in both languages, filled or empty', async (kind) => {
    const field = everyKind.fields[kind]!
    const print = (value: unknown) => (['zh', 'en'] as const).map((language) => kindOf(field).print(value, field, language))
    const printsText = (value: unknown) => print(value).every((text) => typeof text === 'string')

    await holdsFor(fc.property(goodValues(known)[kind], printsText), 200)

    if (kind === 'json') return
    expect(print(null)).toEqual(['', ''])
    expect(print(undefined)).toEqual(['', ''])
  })

  test('that a form sent as an empty or blank text is kept as empty', async () => {
    const blank = Object.fromEntries(KINDS.map((kind) => [kind, ['', '   ', '\t'][kind.length % 3]]))
    const { id } = await must(world.create('kunshan', 'every_kind', blank))

    expect(Object.values(await valuesOf(id)).every((value) => value === null)).toBe(true)
  })
})

/** For each kind that names codes: a code nobody knows, one that exists, and the key and title it is answered with. */
const CODES = {
  area: { unknown: '329999', good: '320583', key: '320583', title: '昆山市' },
  term: { unknown: 'quantun', good: 'quantum', key: 'future_fields:quantum', title: '量子科技' },
  rows: {
    unknown: [{ name: '甲', place: '329999', field: 'quantun' }],
    good: [{ name: '甲', place: '320583', field: 'quantum' }],
    key: 'future_fields:quantum',
    title: '量子科技',
  },
} as const satisfies Partial<Record<KindName, object>>
const CODED = KINDS.filter((kind): kind is keyof typeof CODES => kindOf(everyKind.fields[kind]!).namesBy !== undefined)

describe('a code', () => {
  test('is of the kinds that say who names it', () => {
    expect(CODED.toSorted()).toEqual(Object.keys(CODES).toSorted())
  })

  test.each(CODED)(
    'of the kind %s that does not exist is refused with field, value and what is near, and nothing is kept',
    async (kind) => {
      const { unknown, good } = CODES[kind]
      const before = await countOf('every_kind')
      const { id } = await must(world.create('kunshan', 'every_kind', { [kind]: good }))

      for (const outcome of [
        world.create('kunshan', 'every_kind', { [kind]: unknown }),
        world.edit('kunshan', 'every_kind', { id, version: 1 }, { [kind]: unknown }),
      ]) {
        const { code, words, faults } = await refused(outcome)
        expect(code).toBe('entry.unknown-code')
        expect(faults![0]).toMatchObject({ label: everyKind.fields[kind]!.label })
        expect(faults![0]!.path.split('.')[0]).toBe(kind)
        expect(words.zh).toMatch(kind === 'area' ? /329999/ : /quantun.*量子科技\(quantum\)/)
        expect(words.en).toContain('does not exist')
      }
      expect(await countOf('every_kind')).toBe(before + 1)
    },
  )

  test.each(CODED)('of the kind %s is answered with its title: in an entry, on a past day, and in the history', async (kind) => {
    const { good, key, title } = CODES[kind]
    const { id } = await must(world.create('kunshan', 'every_kind', { [kind]: good }))
    const actor = world.as('kunshan')
    const asOf = world.clock.now().toISOString()

    for (const answer of [await entryAnswer(world.store, everyKind, actor, id), await entryAnswer(world.store, everyKind, actor, id, asOf)])
      expect('titles' in answer && answer.titles[key]).toBe(title)
    const history = await entryHistory(world.store, everyKind, actor, id)
    expect('lines' in history && history.lines[0]!.changes[0]!.after!.zh).toContain(title)
  })

  test('is answered with its title in a list', async () => {
    await must(world.create('kunshan', 'every_kind', { area: '320583', term: 'quantum' }))

    const page = await entryPage(world.store, everyKind, world.as('kunshan'), { limit: 5, count: false })

    expect('titles' in page && page.titles).toMatchObject({ 320583: '昆山市', 'future_fields:quantum': '量子科技' })
  })

  test('and an entry named in a sub-table are answered with their titles: in an entry, in its history and in a list', async () => {
    const unit = world.as('kunshan').unit
    const { id } = await must(world.create('kunshan', 'every_kind', { rows: [{ name: '甲', unit }, { name: '乙' }] }))
    const actor = world.as('kunshan')

    const answer = await entryAnswer(world.store, everyKind, actor, id)
    const page = await entryPage(world.store, everyKind, actor, { limit: 5, count: false })
    const history = await entryHistory(world.store, everyKind, actor, id)
    expect('titles' in answer && answer.titles[unit]).toBe('昆山市科技局')
    expect('titles' in page && page.titles[unit]).toBe('昆山市科技局')
    expect('lines' in history && history.lines[0]!.changes[0]!.after!.zh).toBe('甲，昆山市科技局；乙')
  })

  test('valid when the entry was made stays right for it, and is refused for a later one', async () => {
    await must(
      world.create('planner', 'classification_term', { scheme: 'future_fields', code: 'dated', title: '旧领域', fromOn: '2025-01-01' }),
    )
    const [{ id: term }] = (await world.sql("select id from {{schema}}.classification_term where code = 'dated'")) as [{ id: string }]
    const old = await must(world.create('kunshan', 'every_kind', { text: '旧' }))
    await must(world.edit('planner', 'classification_term', { id: term, version: 1 }, { untilOn: '2026-06-10' }))
    const later = world.clock.now()
    world.clock.at('2026-07-01T09:00:00+08:00')

    await must(world.edit('kunshan', 'every_kind', { id: old.id, version: 1 }, { term: 'dated' }))
    await must(world.edit('kunshan', 'every_kind', { id: old.id, version: 2 }, { text: '旧，改' }))
    const { words } = await refused(world.create('kunshan', 'every_kind', { term: 'dated' }))
    world.clock.at(later.toISOString())

    expect(words.zh).toContain('均不在有效期内')
  })
})

describe('personal data', () => {
  const MASKED = KINDS.filter((kind) => kindOf(everyKind.fields[kind]!).mask)
  const NUMBERS = ['13987654321', '13600112233', '025-83214567'] as const

  test('is of the kinds that say so', () => {
    expect(MASKED).toEqual(['mail', 'phone'])
  })

  test('never leaves unmasked: not in an entry, a list, its history, a refusal, a past day or a picker', async () => {
    const [first, second, third] = NUMBERS
    const { id } = await must(world.create('kunshan', 'every_kind', { text: '保密', phone: first }))
    tick()
    const asOf = world.clock.now().toISOString()
    tick()
    await must(world.edit('kunshan', 'every_kind', { id, version: 1 }, { phone: second }))
    const actor = world.as('kunshan')

    const stale = await refused(world.edit('kunshan', 'every_kind', { id, version: 1 }, { phone: third }))
    const said = JSON.stringify([
      await entryAnswer(world.store, everyKind, actor, id),
      await entryAnswer(world.store, everyKind, actor, id, asOf),
      await entryPage(world.store, everyKind, actor, { limit: 100, count: true }),
      await entryPage(world.store, everyKind, actor, { limit: 100, count: true, asOf }),
      await entryHistory(world.store, everyKind, actor, id),
      presentRow(world.store, everyKind, stale.current as Row),
      { ...stale, current: undefined },
    ])

    for (const number of NUMBERS) expect(said).not.toContain(number)
    expect(said).toContain('136****2233')
    expect(stale.current).toBeDefined()
    expect(JSON.stringify(stale.current)).not.toMatch(new RegExp(NUMBERS.join('|')))
  })

  test('lies encrypted in every table of the jurisdiction, the stored answers of repeated requests among them', async () => {
    const { id } = await must(world.create('kunshan', 'every_kind', { phone: NUMBERS[0] }, 'a-key'))
    await must(world.edit('kunshan', 'every_kind', { id, version: 1 }, { phone: NUMBERS[1] }))

    const found = await tablesThatContain(NUMBERS)
    const [kept] = await world.sql('select encode(phone, $2) as phone from {{schema}}.every_kind where id = $1', [id, 'hex'])

    expect(found).toEqual([])
    expect(unsealed(`\\x${String(kept!['phone'])}`, world.store.secrets)).toBe(NUMBERS[1])
  })

  test('that was changed shows as changed in the history, even where both masks are alike', async () => {
    const { id } = await must(world.create('kunshan', 'every_kind', { phone: '13811114444' }))
    await must(world.edit('kunshan', 'every_kind', { id, version: 1 }, { phone: '13822224444' }))

    const history = await entryHistory(world.store, everyKind, world.as('kunshan'), id)

    expect('lines' in history && history.lines[0]!.changes).toMatchObject([
      { field: 'phone', before: { zh: '138****4444' }, after: { zh: '138****4444' } },
    ])
  })

  test('that was not changed does not show as changed, though every save seals anew', async () => {
    const { id } = await must(world.create('kunshan', 'every_kind', { phone: '13811114444', text: '一' }))
    await must(world.edit('kunshan', 'every_kind', { id, version: 1 }, { phone: '13811114444', text: '二' }))

    const history = await entryHistory(world.store, everyKind, world.as('kunshan'), id)

    expect('lines' in history && history.lines[0]!.changes.map(({ field }) => field)).toEqual(['text'])
  })
})

test('every kind orders its values as PostgreSQL orders its column', async () => {
  for (const kind of ['decimal', 'integer', 'money', 'day', 'area'] as const) {
    const values = examples(goodValues(known)[kind], 60) as (string | number)[]
    const { type } = columnOf(everyKind, kind)!
    const collation = kind === 'area' ? ' collate "C"' : ''
    const [row] = await world.sql(
      `select array_agg(given order by given::${type}${collation}, at) as sorted from unnest($1::text[]) with ordinality as u(given, at)`,
      [values.map(String)],
    )

    const compare =
      kindOf(everyKind.fields[kind]!).compare ?? ((one, other) => ((one as string) < (other as string) ? -1 : one === other ? 0 : 1))

    expect([...values].sort(compare).map(String), kind).toEqual(row!['sorted'])
  }
})

let minutes = 0

function tick() {
  minutes += 1
  world.clock.at(new Date(Date.parse('2026-06-01T01:00:00Z') + minutes * 60_000).toISOString())
}

async function valuesOf(id: string): Promise<Row> {
  const answer = await entryAnswer(world.store, everyKind, world.as('kunshan'), id)
  if (!('entry' in answer)) throw new Error(answer.words.zh)
  return answer.entry.values
}

async function pastValuesOf(id: string): Promise<Row> {
  const [{ changedAt }] = (await world.sql('select changed_at as "changedAt" from {{schema}}.every_kind_version where id = $1', [id])) as [
    { changedAt: string },
  ]
  const row = await readEntryAsOf(poolReader(world.store), world.store, everyKind, id, changedAt)
  return presentRow(world.store, everyKind, row!).values
}

/** Equal as the kind orders values (5 is 5.00), masked where the kind masks. */
function same(found: Row, given: Row): boolean {
  return Object.entries(everyKind.fields).every(([name, field]) => {
    const { compare, mask } = kindOf(field)
    const [one, other] = [found[name] ?? null, given[name] ?? null]
    if (one === null || other === null) return one === other
    if (mask) return one === mask(String(other))
    return compare ? compare(one, other) === 0 : equalJson(one, other)
  })
}

function equalJson(one: unknown, other: unknown): boolean {
  try {
    expect(one).toEqual(other)
    return true
  } catch {
    return false
  }
}

function printed(found: Row, given: Row): string {
  return JSON.stringify(
    Object.keys(given)
      .filter((name) => !equalJson(found[name], given[name]))
      .map((name) => ({ name, found: found[name], given: given[name] })),
  )
}

async function countOf(register: string): Promise<number> {
  const page = await list(poolReader(world.store), world.store, world.store.catalogue.need(register), world.as('kunshan'), {
    limit: 10_000,
  })
  return page.ok ? page.rows.length : -1
}

async function tablesThatContain(texts: readonly string[]): Promise<readonly string[]> {
  const tables = await world.sql('select table_name as name from information_schema.tables where table_schema = $1', [world.store.schema])
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await world.sql(`select 1 from {{schema}}."${String(name)}" own where own::text ~ $1 limit 1`, [texts.join('|')])
    if (rows.length > 0) found.push(String(name))
  }
  return found
}
