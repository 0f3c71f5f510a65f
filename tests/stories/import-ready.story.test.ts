import type { CellValue } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Row } from '#engine/access/holds.ts'
import { type Importing, importing } from '#tests/support/importing.ts'
import { bookOf } from '#tests/support/sheets.ts'
import { must, openWorld, type World } from '#tests/support/world.ts'

let world: World
let imports: Importing

beforeAll(async () => {
  world = await openWorld()
  imports = importing(world)
})
afterAll(() => world?.close())

const WHO = 'kunshan'
const HEADS = ['技术名称', '属地', '所属领域', '完成日期', '第一完成单位', '手机']
const line = (title: string, field = '量子科技'): CellValue[] => [title, '昆山市', field, '2026-03-01', '甲单位', '13812345678']
const uploaded = async (...rows: CellValue[][]) => await imports.uploaded(WHO, await bookOf(HEADS, rows))

/** Everything that is kept of an entry, but for its numbers, its event and what is sealed anew each time. */
async function keptOf(title: string): Promise<readonly Row[]> {
  const rows = await world.sql(
    `select to_jsonb(own) - array['id', 'no', 'event', 'changed_xid', 'phone', 'title', 'tokens', 'name_keys'] as entry,
        replace(own.tokens::text, '子', '丑') as tokens, replace(own.name_keys::text, '子', '丑') as keys,
        (select jsonb_agg(to_jsonb(done) - array['event', 'entry']) from {{schema}}.event_entry done where done.entry = own.id) as acts,
        (select jsonb_agg(to_jsonb(added) - array['id', 'event', 'entry', 'xid'] order by added.measure) from {{schema}}.contribution added where added.entry = own.id) as adds,
        (select count(*)::int from {{schema}}.event where event.id = own.event) as events
      from {{schema}}.technology own where own.title = $1`,
    [title],
  )
  return rows
}

test('a row that goes in as it was made ready is the entry that a person makes by hand: words, keys, act and figures', async () => {
  const values = { area: '320583', field: 'quantum', completedOn: '2026-03-01', firstUnit: '甲单位', phone: '13812345678' }
  const { row } = await must(world.create(WHO, 'technology', { ...values, title: '对照技术子' }))
  const id = await uploaded(line('对照技术丑'))

  await imports.applied(WHO, id)

  const [imported] = await keptOf('对照技术丑')
  expect(imported).toEqual((await keptOf('对照技术子'))[0])
  const phones = await world.sql("select phone from {{schema}}.technology where title in ('对照技术丑', $1)", [row['title']])
  expect(phones.map(({ phone: sealed }) => world.store.secrets.open(sealed as Buffer))).toEqual(['13812345678', '13812345678'])
})

test('personal data of rows that are ready is sealed, and nothing of them is left once the import is done or given up', async () => {
  const [one, other] = [await uploaded(line('封存一')), await uploaded(line('封存二'))]
  const [ready] = await world.sql('select columns::text as text from {{schema}}.import_ready where import = $1', [one])
  expect(ready?.['text']).toContain('封存一')
  expect(ready?.['text']).not.toContain('13812345678')

  await imports.applied(WHO, one)
  await imports.cancelled(WHO, other)

  expect(await world.sql('select row from {{schema}}.import_ready where import = any($1)', [[one, other]])).toEqual([])
})

test('a code that was abolished since the preview stands against its row alone', async () => {
  const id = await uploaded(line('仍有效'), line('已废止', '脑机接口'))
  const [ready] = await world.sql("select columns ->> 'field' as code from {{schema}}.import_ready where import = $1 and row = 3", [id])
  const until = (day: string | null) =>
    world.sql('update {{schema}}.classification_term set until_on = $1 where code = $2', [day, ready?.['code']])
  await until('2026-05-31')

  await imports.applied(WHO, id)
  await until(null)

  const rows = await imports.rows(id)
  expect(rows.map(({ outcome, applied }) => [outcome, applied])).toEqual([
    ['new', true],
    ['wrong', false],
  ])
  expect(rows[1]?.faults[0]?.message.zh).toContain('不在有效期内')
  expect(await keptOf('已废止')).toEqual([])
})

test('what was judged on another day is judged anew, and counts from the day on which it goes in', async () => {
  const id = await uploaded(line('隔日导入'))
  world.clock.at('2026-06-02T09:00:00+08:00')

  await imports.applied(WHO, id)

  const [kept] = await keptOf('隔日导入')
  expect(kept).toMatchObject({ entry: { created_on: '2026-06-02' }, adds: [{ counts_on: '2026-06-02' }] })
  expect(await imports.of(WHO, id)).toMatchObject({ state: 'done', counts: { new: 1, applied: 1 } })
})

test('an entry of the same key that was made by hand since the preview is not made again', async () => {
  const id = await uploaded(line('抢先录入'), line('没人抢先'))
  await must(world.create(WHO, 'technology', { area: '320583', title: '抢先录入', firstUnit: '甲单位' }))

  await imports.applied(WHO, id)

  expect((await imports.rows(id)).map(({ outcome, applied }) => [outcome, applied])).toEqual([
    ['wrong', false],
    ['new', true],
  ])
  expect(await imports.of(WHO, id)).toMatchObject({ counts: { new: 1, wrong: 1, applied: 1 } })
  expect(await keptOf('抢先录入')).toHaveLength(1)
})
