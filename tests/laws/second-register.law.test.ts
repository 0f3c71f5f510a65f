import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shipped } from '#apps/api/installation.ts'
import { type EntryAnswer, type EntryPage, entryAnswer, entryPage, history, registerDescription } from '#contract/entries.ts'
import { type Problem, problem } from '#contract/problem.ts'
import { register } from '#engine/define/register.ts'
import { type Api, type Client, openApi } from '#tests/support/api.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** One file, named in one line below; everything else of a register follows. */
const standard = register({
  name: 'practice',
  title: { zh: '标准规范', en: 'Standards' },
  basis: '测试：方案中的“研制60项以上标准规范”',
  area: 'area',
  fields: {
    title: { kind: 'text', label: { zh: '标准名称', en: 'Title' }, required: true, longest: 40 },
    number: { kind: 'text', label: { zh: '标准号', en: 'Number' }, needed: true, longest: 30 },
    level: {
      kind: 'choice',
      label: { zh: '层级', en: 'Level' },
      required: true,
      codes: { national: { zh: '国家标准', en: 'National' }, local: { zh: '地方标准', en: 'Local' } },
    },
    area: { kind: 'area', label: { zh: '属地', en: 'Area' }, required: true },
    issuedOn: { kind: 'day', label: { zh: '发布日期', en: 'Issued on' } },
    contact: { kind: 'phone', label: { zh: '电话', en: 'Phone' } },
  },
  initial: 'draft',
  states: {
    draft: { label: { zh: '草稿', en: 'Draft' }, moves: { publish: 'published' }, editable: true },
    published: { label: { zh: '已发布', en: 'Published' }, moves: {}, tone: 'good' },
  },
  moves: { publish: { label: { zh: '发布', en: 'Publish' }, next: true } },
  access: {
    read: { any: [{ role: 'planner' }, { withinArea: 'area' }] },
    create: { all: [{ role: 'city_clerk' }, { withinArea: 'area' }] },
    edit: { ownPerson: 'createdBy' },
    publish: { role: 'planner' },
  },
  search: ['title', 'number'],
  columns: ['title', 'number'],
  sorts: ['title', 'issuedOn'],
  counting: {
    standards: {
      version: 1,
      title: { zh: '研制标准规范', en: 'Standards made' },
      unit: { zh: '项', en: 'standards' },
      measures: { published: { zh: '已发布', en: 'Published' } },
      counted: 'published',
      terms: [{ measure: 'published', when: { field: 'state', is: 'published' }, countsOn: 'issuedOn' }],
    },
  },
})

const ENTRIES = '/registers/practice/entries'
let world: World
let api: Api
let suzhou: Client
let planner: Client

beforeAll(async () => {
  world = await openWorld({ shipped: shipped([standard]) })
  api = await openApi(world)
  ;[suzhou, planner] = await Promise.all([api.as('suzhou'), api.as('planner')])
})
afterAll(async () => {
  await api?.close()
  await world?.close()
})

describe('a register by one file and one line', () => {
  test('has its table and its past', async () => {
    const found = await world.sql(
      `select table_name as name from information_schema.tables where table_schema = $1 and table_name like 'practice%' order by 1`,
      [world.store.schema],
    )

    expect(found.map(({ name }) => name)).toEqual(['practice', 'practice_version'])
  })

  test('is written, read, changed and moved over HTTP, each answer as described', async () => {
    const made = await aStandard({ title: '量子测量术语', contact: '13812345678' })
    const { id } = made.entry
    const changed = await suzhou.patch(`${ENTRIES}/${id}`, 1, { values: { number: 'DB32/T 1', issuedOn: '2026-05-01' } })
    const published = await planner.post(`${ENTRIES}/${id}/moves/publish`, {}, { 'if-match': '"2"' })
    const read = await suzhou.get(`${ENTRIES}/${id}`)
    const told = await suzhou.get(`${ENTRIES}/${id}/history`)

    for (const answer of [changed, published, read]) expect(entryAnswer.safeParse(answer.json()).error, answer.body).toBeUndefined()
    expect(made.entry.values).toMatchObject({ contact: '138****5678' })
    expect(changed.headers['etag']).toBe('"2"')
    expect(read.json<EntryAnswer>()).toMatchObject({
      entry: { state: 'published', version: 3, may: [], moves: [] },
      counting: [{ indicator: 'standards', counts: true, countsOn: '2026-05-01' }],
    })
    expect(history.parse(told.json()).lines.map(({ act }) => act)).toEqual(['publish', 'edit', 'create'])
  })

  test('refuses what does not fit, all faults at once, with labels and in the language asked for', async () => {
    const answer = await suzhou.post(
      ENTRIES,
      { values: { title: '长'.repeat(41), level: 'galactic', area: '32', color: 'red', contact: '1' } },
      { 'accept-language': 'en' },
    )

    const told = problem.parse(answer.json())
    expect(answer.statusCode).toBe(422)
    expect(told.faults!.map(({ path }) => path).sort()).toEqual(['area', 'color', 'contact', 'level', 'title'])
    expect(told.faults!.find(({ path }) => path === 'level')!.label).toEqual(standard.fields.level.label)
  })

  test('is described for forms', async () => {
    const description = registerDescription.parse((await suzhou.get('/registers/practice')).json())

    expect(description).toMatchObject({ name: 'practice', may: ['read', 'create'], columns: ['title', 'number'] })
    expect(description.fields.map(({ name, control }) => `${name} ${control}`)).toEqual([
      'title line',
      'number line',
      'level choice',
      'area area',
      'issuedOn day',
      'contact phone',
    ])
  })

  test('is listed with filter, sort, search, count, cursor and past', async () => {
    for (const at of [3, 1, 2])
      await aStandard({ title: `列表标准${at}`, issuedOn: `2025-0${at}-01`, level: at === 2 ? 'national' : 'local' })
    const before = new URLSearchParams({ q: '列表', asOf: '2026-05-31', count: '1' })

    const first = await page({ q: '表标', sort: '-issuedOn', limit: '2', count: '1' })
    const rest = await page({ q: '表标', sort: '-issuedOn', limit: '2', cursor: first.cursor! })

    expect([...first.entries, ...rest.entries].map(({ title }) => title)).toEqual(['列表标准3', '列表标准2', '列表标准1'])
    expect(first.total).toEqual({ exactly: 3 })
    expect((await page({ q: '列表', 'f.level': 'national' })).entries.map(({ title }) => title)).toEqual(['列表标准2'])
    expect(
      (await page({ q: '列表', filter: JSON.stringify({ field: 'issuedOn', atMost: '2025-01-31' }) })).entries.map(({ title }) => title),
    ).toEqual(['列表标准1'])
    expect(entryPage.parse((await suzhou.get(`${ENTRIES}?${before}`)).json()).total).toEqual({ exactly: 0 })
  })

  test.each([
    'filter={"field":"issuedOn","is":"soon"}',
    'f.issuedOn=soon',
    'f.constructor=x',
    'sort=contact',
    'cursor=x',
    'asOf=0000-01-01',
    'limit=0',
    'q=x',
    'filter={',
  ])('answers the question %s in words and never with a fault of ours', async (question) => {
    const answer = await suzhou.get(`${ENTRIES}?${encodeURI(question)}`)

    expect(answer.statusCode, answer.body).toBeLessThan(500)
    if (answer.statusCode !== 200) expect(answer.json<Problem>().words.zh).toMatch(/\p{Script=Han}/u)
  })

  test('keeps to its rights', async () => {
    const { entry } = await aStandard({ title: '权限标准' })
    const nanjing = await api.as('nanjing')

    expect((await nanjing.get(`${ENTRIES}/${entry.id}`)).statusCode).toBe(404)
    expect((await nanjing.get(ENTRIES)).json<EntryPage>().entries).toEqual([])
    expect((await planner.patch(`${ENTRIES}/${entry.id}`, 1, { values: { number: 'X' } })).statusCode).toBe(403)
    expect((await nanjing.post(ENTRIES, { values: { title: '越权', level: 'local', area: '320500' } })).statusCode).toBe(403)
  })

  test('stands in the API description with its own fields', async () => {
    const { paths } = (await suzhou.send({ url: '/api/openapi.json' })).json<{ paths: Record<string, Record<string, unknown>> }>()

    expect(Object.keys(paths).filter((path) => path.includes('/registers/practice/'))).toHaveLength(9)
    expect(JSON.stringify(paths['/api/v1/registers/practice/entries']!['post'])).toContain('标准号')
  })

  test('has its place on the work list and counts by itself', async () => {
    const { entry } = await aStandard({ title: '待办标准', number: 'DB32/T 9', issuedOn: '2026-02-02' })

    const work = await planner.get('/queries/collaboration.work-list')
    const figure = await planner.get('/queries/programmes.figure?indicator=standards')

    expect(work.json<{ items: { id: string; moveLabel: object }[] }>().items.find(({ id }) => id === entry.id)!.moveLabel).toEqual({
      zh: '发布',
      en: 'Publish',
    })
    expect(figure.json<{ measures: object[] }>().measures).toMatchObject([{ measure: 'published', value: '1' }])
  })
})

async function aStandard(values: object): Promise<EntryAnswer> {
  const answer = await suzhou.post(ENTRIES, { values: { level: 'local', area: '320500', ...values } })
  expect(answer.statusCode, answer.body).toBe(201)
  return entryAnswer.parse(answer.json())
}

async function page(question: Record<string, string>): Promise<EntryPage> {
  const answer = await suzhou.get(`${ENTRIES}?${new URLSearchParams(question)}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return entryPage.parse(answer.json())
}
