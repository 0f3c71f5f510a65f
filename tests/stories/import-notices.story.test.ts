import { afterAll, beforeAll, expect, test } from 'vitest'
import { noticeList } from '#contract/notices.ts'
import { followImports } from '#modules/collaboration/index.ts'
import { type Importing, importing } from '#tests/support/importing.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
let imports: Importing

beforeAll(async () => {
  world = await openWorld()
  imports = importing(world)
})
afterAll(() => world?.close())

const sheet = (title: string) => new TextEncoder().encode(`技术名称,属地\n${title},320583\n`)
const told = async (who: string) => noticeList.parse(await world.ask(who, 'collaboration.notices', { kind: 'imported' })).items
const waitedAMinute = (id: string) =>
  world.sql(`update {{schema}}.import set changed_at = changed_at - interval '61 seconds' where id = $1`, [id])

test('a sheet that waits for its person is told of after a minute, and once', async () => {
  const id = await imports.uploaded('kunshan', sheet('等确认的表'), '等确认.csv')
  await followImports(world.store)
  expect(await told('kunshan')).toEqual([])

  await waitedAMinute(id)
  expect(await followImports(world.store)).toBe(1)
  expect(await followImports(world.store)).toBe(0)

  expect(await told('kunshan')).toMatchObject([
    { entry: id, register: 'technology', title: '等确认.csv', readable: true, actLabel: { zh: '已读完，等您确认' }, read: false },
  ])
  expect(await told('suzhou')).toEqual([])
})

test('one that is in tells how many entries it wrote, one that failed that it did', async () => {
  const id = await imports.uploaded('suzhou', sheet('写入的表'), '写入.csv')
  await imports.applied('suzhou', id)
  const broken = await imports.uploaded('suzhou', new TextEncoder().encode('甲,乙\n一,二\n'), '没有表头.csv')
  await followImports(world.store)

  const news = await told('suzhou')
  expect(news.find(({ entry }) => entry === id)).toMatchObject({ title: '写入.csv', many: 1, actLabel: { zh: '导入完成' } })
  expect(news.find(({ entry }) => entry === broken)).toMatchObject({ title: '没有表头.csv', many: 0, actLabel: { zh: '导入未成功' } })
})
