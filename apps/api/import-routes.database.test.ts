import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultFields, type ImportRows, type ImportState, importRights, importRows, importState } from '#contract/imports.ts'
import type { Problem } from '#contract/problem.ts'
import { type Api, openApi } from '#tests/support/api.ts'
import { type Importing, importing } from '#tests/support/importing.ts'
import { bookOf, judged } from '#tests/support/sheets.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
let api: Api
let imports: Importing

beforeAll(async () => {
  world = await openWorld()
  api = await openApi(world)
  imports = importing(world)
})
afterAll(async () => {
  await api?.close()
  await world?.close()
})

const HEADS = ['技术名称', '属地', '所属领域', '完成日期']
const line = (title: string, area = '昆山市') => [title, area, '量子科技', '2026-03-01']

async function upload(
  who: string,
  bytes: Uint8Array,
  name = '台账.xlsx',
  register = 'technology/imports',
): Promise<LightMyRequestResponse> {
  const boundary = 'lantu-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  return await (await api.as(who)).send({ method: 'POST', url: `/api/v1/registers/${register}`, headers, payload })
}

async function uploaded(who: string, titles: readonly string[], area?: string): Promise<string> {
  const answer = await upload(
    who,
    await bookOf(
      HEADS,
      titles.map((title) => line(title, area)),
    ),
  )
  expect(answer.statusCode).toBe(201)
  await imports.settled()
  return answer.json<ImportState>().id
}

const get = async (who: string, path: string) => await (await api.as(who)).get(path)
const post = async (who: string, path: string, body: object) => await (await api.as(who)).post(path, body)
const refusal = (answer: LightMyRequestResponse) => [answer.statusCode, answer.json<Problem>().code]

test('a post is told what it may hand in: who fills in a sheet of entries, who publishes old ones, who reads nothing', async () => {
  const may = async (who: string) => importRights.parse((await get(who, '/registers/technology/imports')).json())

  expect(await may('kunshan')).toEqual({ import: true, history: false })
  expect((await may('planner')).history).toBe(true)
  expect(await may('leader')).toEqual({ import: false, history: false })
})

describe('an import over HTTP', () => {
  test('is uploaded, looked at by pages, applied and followed to its end', async () => {
    const titles = Array.from({ length: 130 }, (_each, at) => `网上导入${at}`)
    const answer = await upload('kunshan', await bookOf(HEADS, [...titles.map((title) => line(title)), line('外地', '南京市')]))
    expect(importState.parse(answer.json())).toMatchObject({ state: 'reading', fileName: '台账.xlsx' })
    const { id } = answer.json<ImportState>()
    expect(refusal(await post('kunshan', `/imports/${id}/apply`, { mode: 'good' }))).toEqual([409, 'import.not-ready'])
    await imports.settled()

    const first = importRows.parse((await get('kunshan', `/imports/${id}/rows`)).json())
    const second = (await get('kunshan', `/imports/${id}/rows?after=${first.next}`)).json<ImportRows>()
    expect([first.rows.length, second.rows.length, second.next]).toEqual([100, 31, undefined])
    const wrong = (await get('kunshan', `/imports/${id}/rows?outcome=wrong`)).json<ImportRows>()
    expect(wrong.rows).toMatchObject([{ row: 132, title: '外地', faults: [{ cell: 'B132' }] }])

    expect((await post('kunshan', `/imports/${id}/apply`, { mode: 'good' })).json()).toMatchObject({ state: 'applying', mode: 'good' })
    await imports.settled()
    const done = (await get('kunshan', `/imports/${id}`)).json<ImportState>()
    expect(done).toMatchObject({ state: 'done', rowsRead: 131, counts: { new: 130, applied: 130, wrong: 1, warned: 0 } })
    expect((await get('kunshan', '/imports')).json<{ imports: ImportState[] }>().imports[0]).toEqual(done)
  })

  test('tells in which columns rows are wrong, and shows those of one column alone', async () => {
    const rows = [line('好'), line('外地二', '南京市'), line('外地三', '苏州市吴江区'), ['日期错', '昆山市', '量子科技', '去年底']]
    const answer = await upload('kunshan', await bookOf(HEADS, [...rows, ['', '南京市', '量子科技', '2026-03-01']]))
    const { id } = answer.json<ImportState>()
    await imports.settled()

    const { fields } = faultFields.parse((await get('kunshan', `/imports/${id}/faults`)).json())
    expect(fields.map(({ field, label, rows: count }) => [field, label?.zh, count])).toEqual([
      ['area', '属地', 2],
      ['completedOn', '完成日期', 1],
      ['title', '技术名称', 1],
    ])
    const wrongDays = (await get('kunshan', `/imports/${id}/rows?outcome=wrong&field=completedOn`)).json<ImportRows>()
    expect(wrongDays.rows.map(({ title }) => title)).toEqual(['日期错'])
    expect(refusal(await get('suzhou', `/imports/${id}/faults`))).toEqual([404, 'import.unknown'])
  })

  test('gives the wrong rows back as a workbook under a name of its own', async () => {
    const id = await uploaded('kunshan', ['外地一'], '南京市')
    const answer = await get('kunshan', `/imports/${id}/errors.xlsx`)

    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('台账-待改正.xlsx'))
    expect(answer.headers['cache-control']).toContain('no-store')
    expect((await judged(answer.rawPayload)).worksheets[0]!.getCell('A2').value).toBe('外地一')
    const good = await uploaded('kunshan', ['本地一'])
    expect(refusal(await get('kunshan', `/imports/${good}/errors.xlsx`))).toEqual([409, 'import.no-errors'])
  })

  test('waits for a choice where somebody else changed the same, for one row or for all', async () => {
    const entries = await Promise.all(['同改一', '同改二'].map((title) => imports.made('kunshan', { title, people: '甲' })))
    for (const { entry: id } of entries) await world.edit('kunshan', 'technology', { id, version: 1 }, { people: '系统' })
    const rows = entries.map(({ entry }, at) => [entry, 1, `同改${'一二'[at]}`, '表格'])
    const answer = await upload('kunshan', await bookOf(['行标识', '版本', '技术名称', '完成人'], rows))
    await imports.settled()
    const { id } = answer.json<ImportState>()
    const choose = async (body: object) => await post('kunshan', `/imports/${id}/choices`, body)

    expect((await choose({ row: 2, choice: 'system' })).json<ImportState>().counts).toMatchObject({ conflict: 1, unchanged: 1 })
    expect((await choose({ choice: 'sheet' })).json<ImportState>().counts).toMatchObject({ conflict: 0, changed: 1 })
    await post('kunshan', `/imports/${id}/apply`, { mode: 'all' })
    await imports.settled()

    const people = await world.sql('select people from {{schema}}.technology where id = any($1) order by people collate "C"', [
      entries.map(({ entry }) => entry),
    ])
    expect(people).toEqual([{ people: '系统' }, { people: '表格' }])
    expect(refusal(await choose({ choice: 'sheet' }))).toEqual([409, 'import.not-ready'])
  })

  test('is stopped before anything went in, and cannot be applied then', async () => {
    const id = await uploaded('kunshan', ['停下的一行'])

    expect((await post('kunshan', `/imports/${id}/cancel`, {})).json()).toMatchObject({ state: 'cancelled' })
    expect(refusal(await post('kunshan', `/imports/${id}/apply`, { mode: 'good' }))).toEqual([409, 'import.not-ready'])
    expect(await world.sql(`select 1 from {{schema}}.technology where title = '停下的一行'`)).toEqual([])
  })

  test('is there for whoever started it and for nobody else', async () => {
    const id = await uploaded('kunshan', ['别人看不见'])

    for (const path of [`/imports/${id}`, `/imports/${id}/rows`, `/imports/${id}/errors.xlsx`])
      expect(refusal(await get('nanjing', path))).toEqual([404, 'import.unknown'])
    for (const [act, body] of [
      ['apply', { mode: 'good' }],
      ['choices', { choice: 'sheet' }],
      ['cancel', {}],
    ] as const)
      expect(refusal(await post('planner', `/imports/${id}/${act}`, body))).toEqual([404, 'import.unknown'])
    const listed = (await get('suzhou', '/imports')).json<{ imports: ImportState[] }>().imports
    expect(listed.map((each) => each.id)).not.toContain(id)
    expect(refusal(await get('kunshan', '/imports/no-id'))).toEqual([404, 'import.unknown'])
    expect((await get('kunshan', `/imports/${id}`)).json()).toMatchObject({ state: 'ready' })
  })
})

describe('what is no sheet to import', () => {
  const sheet = () => bookOf(HEADS, [line('不该导入')])

  test.each([
    ['旧版.xls', 'file.type-not-allowed', '另存为 .xlsx'],
    ['宏.xlsm', 'file.type-not-allowed', '不含宏'],
    ['说明.docx', 'file.type-not-allowed', '不能导入'],
  ])('%s is refused before it is kept', async (name, code, words) => {
    const answer = await upload('kunshan', await sheet(), name)

    expect(refusal(answer)).toEqual([422, code])
    expect(answer.json<Problem>().words.zh).toContain(words)
  })

  test('a text under the name of a workbook, or a body without a file', async () => {
    expect(refusal(await upload('kunshan', Buffer.from('技术名称,属地'), '假的.xlsx'))).toEqual([422, 'file.name-disagrees'])
    expect(refusal(await post('kunshan', '/registers/technology/imports', {}))).toEqual([422, 'file.missing'])
  })

  test('a register that the person may not fill in, that is made by commands, or that there is not', async () => {
    for (const reader of ['secrecy', 'auditor']) expect(refusal(await upload(reader, await sheet()))).toEqual([403, 'import.no-right'])
    expect(refusal(await upload('planner', await sheet(), '目标.xlsx', 'target/imports'))).toEqual([403, 'import.no-right'])
    expect(refusal(await upload('kunshan', await sheet(), '无.xlsx', 'nothing/imports'))).toEqual([404, 'register.unknown'])
  })

  test('old entries are handed in by who publishes, into a register whose entries are published', async () => {
    const history = async (who: string, register: string) =>
      refusal(await upload(who, await sheet(), '旧账.xlsx', `${register}/imports?history=true`))

    expect(await history('kunshan', 'technology')).toEqual([403, 'import.no-history-right'])
    expect(await history('planner', 'area')).toEqual([422, 'import.no-history'])
    expect(await history('planner', 'technology')).toEqual([201, undefined])
  })

  test.each([
    ['apply', {}, 'mode'],
    ['apply', { mode: 'some' }, 'mode'],
    ['choices', { choice: 'both' }, 'choice'],
    ['choices', { row: '二', choice: 'sheet' }, 'row'],
  ])('a body of %s that nobody understands: %j', async (act, body, path) => {
    const id = await uploaded('kunshan', [`看不懂${act}${JSON.stringify(body)}`])
    const answer = await post('kunshan', `/imports/${id}/${act}`, body)

    expect(refusal(answer)).toEqual([422, 'input.invalid'])
    expect(answer.json<Problem>().faults).toMatchObject([{ path }])
    expect((await get('kunshan', `/imports/${id}`)).json()).toMatchObject({ state: 'ready' })
  })
})

test('a body that is no entry is refused alike wherever one is sent', async () => {
  const clerk = await api.as('kunshan')
  const answers = [
    await clerk.post('/registers/technology/entries', { title: '没有 values' }),
    await clerk.post('/registers/technology/moves/submit', { entries: 'alle' }),
    await clerk.patch('/registers/technology/entries/019a0000-0000-7000-8000-000000000000', 1, { values: 7 }),
  ]

  expect(answers.map(refusal)).toEqual(Array(3).fill([422, 'input.invalid']))
  expect(answers.map((answer) => answer.json<Problem>().faults?.[0]?.path)).toEqual(['values', 'entries', 'values'])
})

test('who handed in, applied and stopped a sheet is an event, and the entries tell where they come from', async () => {
  const id = await uploaded('kunshan', ['留痕的一行'])
  await post('kunshan', `/imports/${id}/apply`, { mode: 'good' })
  await imports.settled()
  const stopped = await uploaded('kunshan', ['没有导入'])
  await post('kunshan', `/imports/${stopped}/cancel`, {})
  await post('nanjing', `/imports/${id}/apply`, { mode: 'good' })

  const events = await world.sql(
    `select command, reason from {{schema}}.event where command like 'entry.import%' and person = $1 order by command`,
    [world.as('kunshan').person],
  )
  expect(new Set(events.map(({ command }) => command))).toEqual(
    new Set(['entry.import-apply', 'entry.import-cancel', 'entry.import-set', 'entry.import-start']),
  )
  expect(events.map(({ reason }) => reason)).toContain('前沿技术突破：导入无误的行，“台账.xlsx”新增 1 行、修改 0 行')
  const [{ id: entry } = {}] = await world.sql(`select id from {{schema}}.technology where title = '留痕的一行'`)
  const history = (await get('kunshan', `/registers/technology/entries/${String(entry)}/history`)).json()
  expect(JSON.stringify(history)).toContain('导入“台账.xlsx”')
  const refused = await world.sql(`select code from {{schema}}.refusal where command = 'entry.import-apply' and person = $1`, [
    world.as('nanjing').person,
  ])
  expect(refused).toEqual([{ code: 'import.unknown' }])
})
