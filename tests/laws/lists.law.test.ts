import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shipped } from '#apps/api/installation.ts'
import { holds, type Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import { entryAnswer, entryPage } from '#engine/store/entries.ts'
import { countUpTo, type ListQuestion, list } from '#engine/store/list.ts'
import { poolReader } from '#engine/store/read.ts'
import { conditions } from '#tests/support/conditions.ts'
import { entryValues, everyKindRegister as everyKind } from '#tests/support/every-kind.ts'
import { populate } from '#tests/support/populated.ts'
import { examples, holdsFor } from '#tests/support/seed.ts'
import { must, openWorld, type World } from '#tests/support/world.ts'

/** What a list was at an instant. */
interface Moment {
  readonly asOf: string
  readonly rows: readonly Row[]
  /** The place of each entry's text in PostgreSQL's own (pinyin) order. */
  readonly places: ReadonlyMap<string, number>
}

const SORTS = [undefined, ...[...everyKind.sorts!, 'changedAt', 'no'].flatMap((field) => [field, `-${field}`])]
let world: World
const moments: Moment[] = []

beforeAll(async () => {
  world = await openWorld({ shipped: shipped([everyKind]) })
  const known = { units: [world.as('applicant').unit, world.as('kunshan').unit], people: [world.as('kunshan').person], files: [] }
  const versions: string[] = []
  const given = examples(entryValues(known), 90)
  for (const [at, values] of given.entries()) {
    // Three acts in one millisecond, so that equal times are among what is sorted.
    world.clock.at(new Date(Date.parse('2026-06-01T01:00:00Z') + Math.floor(at / 3) * 60_000).toISOString())
    if (at % 3 === 2)
      await must(
        world.edit(
          'kunshan',
          'every_kind',
          { id: versions[at % versions.length]!, version: await versionOf(versions[at % versions.length]!) },
          values,
        ),
      )
    else versions.push((await must(world.create('kunshan', 'every_kind', values))).id)
    if (at % 12 === 11) moments.push(await moment())
  }
  await populate(world)
}, 120_000)
afterAll(() => world?.close())

const question = () =>
  fc.record({
    filter: fc.option(conditions(moments.at(-1)!.rows), { nil: undefined }),
    sort: fc.constantFrom(...SORTS),
    limit: fc.constantFrom(1, 2, 7, 30, 200),
  })

describe('a list walked page by page', () => {
  test('gives exactly the rows of a filter and a sort in memory, for any filter, sort and page size', async () => {
    const { rows, places } = await moment()

    await holdsFor(
      fc.asyncProperty(question(), async (asked) => {
        const expected = sorted(fitting(rows, asked), asked.sort, places)

        expect((await walked(asked)).map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
        expect(await countUpTo(poolReader(world.store), world.store, everyKind, world.as('kunshan'), asked, 1000)).toBe(expected.length)
      }),
      120,
    )
  })

  test('as of a past instant gives what the list was then', async () => {
    await holdsFor(
      fc.asyncProperty(question(), fc.nat(moments.length - 1), async (asked, at) => {
        const { asOf, rows, places } = moments[at]!
        const expected = sorted(fitting(rows, asked), asked.sort, places)

        expect((await walked({ ...asked, asOf })).map(versioned)).toEqual(expected.map(versioned))
        expect(await countUpTo(poolReader(world.store), world.store, everyKind, world.as('kunshan'), { ...asked, asOf }, 1000)).toBe(
          expected.length,
        )
      }),
      100,
    )
  })

  test('with a cursor of another filter, sort, day or search, or one that somebody made, is refused in words', async () => {
    const ask = (more: Partial<ListQuestion>) =>
      list(poolReader(world.store), world.store, everyKind, world.as('kunshan'), { limit: 3, ...more })
    const page = await ask({})
    const cursor = (page.ok && page.cursor) || ''

    const others = await Promise.all(
      [{ sort: 'no' }, { filter: { field: 'check', is: true } }, { asOf: moments[2]!.asOf }, { words: '量子' }].map((more) =>
        ask({ ...more, cursor }),
      ),
    )
    const made = await Promise.all(
      ['', 'x', `${cursor}x`, `x${cursor}`, cursor.split('.')[0]!, `${Buffer.from('[1,2,3]').toString('base64url')}.aaaaaaaaaaaaaaaa`].map(
        (forged) => ask({ cursor: forged }),
      ),
    )

    expect(cursor).not.toBe('')
    for (const answer of [...others, ...made])
      expect(answer).toMatchObject({ ok: false, code: 'list.stale-cursor', words: { zh: expect.stringMatching(/\p{Script=Han}/u) } })
    expect((await ask({ cursor })).ok).toBe(true)
  })

  test.each([
    ['a day that is none', { field: 'day', atLeast: 'soon' }],
    ['a number that is none', { field: 'integer', oneOf: ['5', 'five'] }],
    ['a number too large', { field: 'integer', is: 9_999_999_999 }],
    ['words in a day', { field: 'day', has: '2026' }],
    ['a table as text', { field: 'rows', is: '[]' }],
    ['personal data', { field: 'phone', is: '13800000000' }],
    ['a unit by its name', { field: 'ref', is: '苏州市科技局' }],
    ['a text with what cannot be kept', { field: 'text', is: 'a\0b' }],
    ['a field of every object', { field: 'constructor', is: 'x' }],
    ['the own unit in a text', { ownUnit: 'text' }],
    ['a column the rows have not', { field: 'rows', some: { field: 'price', is: '1' } }],
  ])('filtered by %s is refused in words', async (_what, filter) => {
    const answer = await entryPage(world.store, everyKind, world.as('kunshan'), { limit: 5, count: true, filter })

    expect(answer).toMatchObject({ ok: false, code: 'list.unfit-filter', words: { zh: expect.stringMatching(/\p{Script=Han}/u) } })
  })

  test('by a field that is not for sorting is refused in words', async () => {
    const answer = await list(poolReader(world.store), world.store, everyKind, world.as('kunshan'), { limit: 5, sort: 'phone' })

    expect(answer).toMatchObject({ ok: false, code: 'list.unknown-sort' })
  })
})

describe('search', () => {
  test('finds an entry by any two neighbouring characters of a searched text, in either case or width', async () => {
    const rows = await allRows()
    const texts = rows.flatMap((row) =>
      ['text', 'paragraph', 'uscc'].flatMap((field) => (row[field] ? [{ id: row['id'], text: String(row[field]) }] : [])),
    )

    await holdsFor(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.nat(400),
        fc.constantFrom('asIs', 'upper', 'lower'),
        async ({ id, text }, at, letters) => {
          // As people see them: a letter and the marks on it are one.
          const characters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
          const pair = characters.slice(at % characters.length, (at % characters.length) + 2).join('')
          if (![...pair].every((character) => /[\p{Script=Han}\w]/u.test(character))) return
          const words = letters === 'upper' ? pair.toUpperCase() : letters === 'lower' ? pair.toLowerCase() : pair

          for (const asOf of [undefined, world.clock.now().toISOString()])
            expect(
              (await walked({ words, limit: 200, asOf })).map((row) => row['id']),
              words,
            ).toContain(id)
        },
      ),
      300,
    )
  })

  test.each([
    ['５Ｇ通信', '5g'],
    ['5G通信', '５Ｇ'],
    ['碳化硅(SiC)器件', '硅(si'],
    ["50%_off'quote\\", "f'qu"],
    ['𠮷野家', '𠮷野'],
    ['第Ⅲ代半导体', '第iii代'],
  ])('of “%s” finds it by “%s”', async (text, words) => {
    const { id } = await must(world.create('kunshan', 'every_kind', { text }))

    expect((await walked({ words, limit: 50 })).map((row) => row['id'])).toContain(id)
    await must(world.move('kunshan', 'every_kind', { id, version: 1 }, 'close'))
  })

  test('of a register that cannot be searched is refused in words', async () => {
    const tenure = world.store.catalogue.need('tenure')

    expect(await entryPage(world.store, tenure, world.as('admin'), { words: '演示', limit: 5, count: true })).toMatchObject({
      ok: false,
      code: 'list.no-search',
    })
  })
})

describe('a list of any register', () => {
  test('shows everybody exactly the entries that they can open one by one', async () => {
    for (const register of world.store.catalogue.all) {
      const ids = (await world.sql(`select id from {{schema}}.${register.name} order by id desc limit 30`)).map(({ id }) => String(id))
      for (const actor of world.actors.values()) {
        const listed = new Set((await walked({ limit: 200, filter: { field: 'id', oneOf: ids } }, register, actor)).map(({ id }) => id))
        const opened = await Promise.all(ids.map(async (id) => 'entry' in (await entryAnswer(world.store, register, actor, id))))

        expect(
          ids.filter((id) => listed.has(id)),
          register.name,
        ).toEqual(ids.filter((_id, at) => opened[at]))
      }
    }
  })

  test('shows everybody something, and of the technologies each only their own area or work', async () => {
    const technology = world.store.catalogue.need('technology')
    const areasFor = async (who: string) => new Set((await walked({ limit: 200 }, technology, world.as(who))).map((row) => row['area']))

    expect(await areasFor('planner')).toEqual(new Set(['320000', '320115', '320583', '3205Z1']))
    expect(await areasFor('suzhou')).toEqual(new Set(['320583', '3205Z1']))
    expect(await areasFor('jiangning')).toEqual(new Set(['320115']))
    expect(await areasFor('admin')).toEqual(new Set())
  })
})

async function walked(asked: ListQuestion, register: Register = everyKind, actor = world.as('kunshan')): Promise<readonly Row[]> {
  const rows: Row[] = []
  let cursor: string | undefined
  do {
    const page = await list(poolReader(world.store), world.store, register, actor, { ...asked, cursor })
    if (!page.ok) throw new Error(page.words.zh)
    rows.push(...page.rows)
    cursor = page.cursor
  } while (cursor !== undefined && rows.length < 2000)
  return rows
}

async function allRows(): Promise<readonly Row[]> {
  return walked({ limit: 2000 })
}

async function versionOf(id: string): Promise<number> {
  const [row] = await world.sql('select version from {{schema}}.every_kind where id = $1', [id])
  return Number(row!['version'])
}

async function moment(): Promise<Moment> {
  const ranked = await world.sql(`select id, rank() over (order by "text") as place from {{schema}}.every_kind where "text" is not null`)
  const places = new Map(ranked.map(({ id, place }) => [String(id), Number(place)]))
  return { asOf: world.clock.now().toISOString(), rows: await allRows(), places }
}

function fitting(rows: readonly Row[], { filter }: Pick<ListQuestion, 'filter'>): readonly Row[] {
  return rows.filter((row) => !filter || holds(filter, everyKind, row, world.as('kunshan')))
}

function versioned({ id, version }: Row): string {
  return `${String(id)} ${String(version)}`
}

/** By value, empty last going up and first going down, then by id. */
function sorted(rows: readonly Row[], sort = '-changedAt', places: ReadonlyMap<string, number>): readonly Row[] {
  const field = sort.replace('-', '')
  const sign = sort.startsWith('-') ? -1 : 1
  const key = (row: Row) => {
    if (row[field] === null) return null
    if (field === 'text') return places.get(String(row['id']))!
    return field === 'money' || field === 'decimal' ? Number(row[field]) : row[field]
  }
  return [...rows].sort((one, other) => sign * (byValue(key(one), key(other)) || byValue(one['id'], other['id'])))
}

function byValue(one: unknown, other: unknown): number {
  if (one === other) return 0
  if (one === null) return 1
  if (other === null) return -1
  return (one as number) < (other as number) ? -1 : 1
}
