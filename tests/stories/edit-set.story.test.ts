import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Row } from '#engine/access/holds.ts'
import { execute } from '#engine/store/command.ts'
import { type Api, openApi } from '#tests/support/api.ts'
import { a } from '#tests/support/builders.ts'
import { must, openWorld, refused, type Seen, type World } from '#tests/support/world.ts'

let world: World
let api: Api

beforeAll(async () => {
  world = await openWorld()
  api = await openApi(world)
})
afterAll(async () => {
  await api?.close()
  await world?.close()
})

interface Change extends Seen {
  readonly values: Row
}
const editSet = (who: string, rows: readonly Change[], mode: 'all' | 'good' = 'all') =>
  execute(
    world.store,
    world.installation.shipped.entryCommands.get('technology')!.editSet,
    { actor: world.as(who), request: 'test' },
    { rows, mode },
  )
const change = ({ id, version }: Seen, values: Row): Change => ({ id, version, values })
const drafts = async (count: number) => {
  const made: Seen[] = []
  for (let at = 0; at < count; at++) made.push(await a.technology(world))
  return made
}
const rowOf = async (id: string) =>
  (await world.sql('select contact, trl_after, version from {{schema}}.technology where id = $1', [id]))[0]

describe('cells that were changed in a list', () => {
  test('are one event over all their entries, each with a version of its own', async () => {
    const [one, two] = (await drafts(2)) as [Seen, Seen]

    const answer = await must(editSet('kunshan', [change(one, { contact: '甲', trlAfter: 8 }), change(two, { contact: '乙' })]))

    expect(answer).toMatchObject({
      entries: [
        { id: one.id, version: 2, state: 'draft' },
        { id: two.id, version: 2 },
      ],
      faults: [],
    })
    expect(await rowOf(one.id)).toEqual({ contact: '甲', trl_after: 8, version: 2 })
    const acts = await world.sql('select act, register from {{schema}}.event_entry where event = $1', [answer.event])
    expect(acts).toEqual([
      { act: 'edit', register: 'technology' },
      { act: 'edit', register: 'technology' },
    ])
  })

  test('are saved whole or not at all: the fault of each is told by entry and field', async () => {
    const [good, bad] = (await drafts(2)) as [Seen, Seen]

    const refusal = await refused(editSet('kunshan', [change(good, { contact: '丙' }), change(bad, { trlAfter: 99, phone: '12' })]))

    expect(refusal.code).toBe('entry.edits-refused')
    expect(refusal.faults?.map(({ path }) => path).sort()).toEqual([`${bad.id}.phone`, `${bad.id}.trlAfter`])
    expect(await rowOf(good.id)).toMatchObject({ contact: '联系人', version: 1 })
  })

  test('with codes that nobody knows are told by entry and field like other faults, and left out when that is asked for', async () => {
    const [good, bad, both] = (await drafts(3)) as [Seen, Seen, Seen]
    const changes = [change(good, { contact: '戊' }), change(bad, { field: 'nonsense', contact: '己' }), change(both, { phone: '12' })]

    const refusal = await refused(editSet('kunshan', changes))
    expect(refusal.code).toBe('entry.edits-refused')
    expect(refusal.faults?.map(({ path }) => path)).toEqual([`${bad.id}.field`, `${both.id}.phone`])
    expect(refusal.faults?.[0]?.message.zh).toContain('nonsense')

    const answer = await must(editSet('kunshan', changes, 'good'))
    expect(answer.entries).toMatchObject([{ id: good.id, version: 2 }])
    expect(answer.faults.map(({ path }) => path)).toEqual([`${bad.id}.field`, `${both.id}.phone`])
    expect(await rowOf(bad.id)).toMatchObject({ contact: '联系人', version: 1 })
    expect(await world.sql('select entry from {{schema}}.event_entry where event = $1', [answer.event])).toEqual([{ entry: good.id }])
  })

  test('are saved without those that stand against it, when that is asked for', async () => {
    const [good, stale] = (await drafts(2)) as [Seen, Seen]
    await must(world.edit('kunshan', 'technology', stale, { contact: '他人' }))

    const answer = await must(editSet('kunshan', [change(good, { contact: '丁' }), change(stale, { contact: '我' })], 'good'))

    expect(answer.entries.map(({ id }) => id)).toEqual([good.id])
    expect(answer.faults.map(({ path }) => path)).toEqual([stale.id])
    expect(await rowOf(stale.id)).toMatchObject({ contact: '他人', version: 2 })
    expect((await refused(editSet('kunshan', [change(stale, { contact: '我' })], 'good'))).code).toBe('entry.edits-refused')
  })

  test('of many entries, each in other fields, leave the rest of each as it was, and what it is found and known by as its own change would', async () => {
    const made = await drafts(12)
    const columns = 'to_jsonb(own) - array[$2, $3, $4, $5, $6, $7, $8]'
    const stamps = ['changed_at', 'changed_xid', 'event', 'recorded_to', 'tokens', 'name_keys', 'right_keys']
    const left = async (table: string, what = columns) =>
      (await world.sql(`select ${what} as row from {{schema}}.${table} own where id = any($1) order by id`, [
        made.map(({ id }) => id),
        ...(what === columns ? stamps : []),
      ])) as readonly { readonly row: Row }[]
    const values = (at: number): Row =>
      [{ title: `改名之后的第${at}项`, firstUnit: '某研究所' }, { trlAfter: 9, people: null }, { contact: '己' }, { rights: [] }][at % 4]!
    const columnsOf = ({ firstUnit, trlAfter, ...same }: Row) => ({
      ...same,
      ...(firstUnit !== undefined && { first_unit: firstUnit }),
      ...(trlAfter !== undefined && { trl_after: trlAfter }),
    })
    const before = await left('technology')
    const valuesOf = (row: Row) => values(made.findIndex(({ id }) => id === row['id']))

    await must(
      editSet(
        'kunshan',
        made.map((entry, at) => change(entry, values(at))),
      ),
    )

    expect(await left('technology_version')).toEqual(before)
    expect(await left('technology')).toEqual(before.map(({ row }) => ({ row: { ...row, ...columnsOf(valuesOf(row)), version: 2 } })))
    const found = await left('technology', 'jsonb_build_array(tokens::text, name_keys, right_keys)')
    for (const entry of made) await must(world.edit('kunshan', 'technology', { ...entry, version: 2 }, { contact: '庚' }))
    expect(await left('technology', 'jsonb_build_array(tokens::text, name_keys, right_keys)')).toEqual(found)
  })

  test('ask the right and the state of each entry', async () => {
    const [own] = (await drafts(1)) as [Seen]
    const handedIn = await a.technology(world, { steps: 1 })

    expect((await refused(editSet('kunshan', [change(handedIn, { contact: '戊' })]))).faults?.[0]?.path).toBe(handedIn.id)
    expect((await refused(editSet('jiangning', [change(own, { contact: '戊' })]))).code).toBe('entry.not-found')
    expect((await refused(editSet('leader', [change(own, { contact: '戊' })]))).code).toMatch(/entry\.(edits-refused|not-found)/)
    expect(await rowOf(own.id)).toMatchObject({ version: 1 })
  })
})

describe('texts out of a sheet', () => {
  const read = async (register: string, fields: readonly string[], rows: readonly (readonly string[])[]) =>
    (await (await api.as('planner')).post(`/registers/${register}/cells`, { fields, rows })).json() as {
      rows: { value?: unknown; fault?: { zh: string } }[][]
      titles: Record<string, string>
    }

  test('are read as people write them: places, classes, days, numbers, words of a choice, units', async () => {
    const fields = ['area', 'field', 'completedOn', 'trlAfter', 'category', 'leadUnit', 'title']
    const [unit] = await world.sql('select id, title from {{schema}}.org_unit where id = $1', [world.as('applicant').unit])

    const { rows, titles } = await read('technology', fields, [
      ['昆山市', '量子科技', '2026年3月31日', '7', '原创性', String(unit!['title']), '一种方法'],
    ])

    expect(rows[0]!.slice(0, 4)).toEqual([{ value: '320583' }, { value: 'quantum' }, { value: '2026-03-31' }, { value: 7 }])
    expect(rows[0]![5]).toEqual({ value: unit!['id'] })
    expect(rows[0]![6]).toEqual({ value: '一种方法' })
    expect(titles['320583']).toBe('昆山市')
  })

  test('are amounts in 万元, or in the unit that stands behind the number', async () => {
    const { rows } = await read('scenario', ['publicFunds'], [['1,200'], ['1.5亿元'], ['350000元'], ['2 万元'], ['']])

    expect(rows.map(([cell]) => cell?.value)).toEqual(['12000000', '150000000', '350000', '20000', null])
  })

  test('that say nothing known are faults of their cells, with what is near', async () => {
    const { rows } = await read('technology', ['area', 'completedOn', 'trlAfter'], [['昆山', '2026年3月', '许多']])

    expect(rows[0]![1]!.fault!.zh).toContain('不是完整的日期')
    expect(rows[0]![2]).toHaveProperty('fault')
  })

  test('are read only under fields that people fill in', async () => {
    const answer = await (await api.as('planner')).post('/registers/technology/cells', { fields: ['documentNo'], rows: [['x']] })

    expect(answer.json()).toMatchObject({ status: 422, code: 'cells.invalid' })
  })
})
