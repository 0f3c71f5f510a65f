import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planComparison } from '#contract/comparison.ts'
import type { Problem } from '#contract/problem.ts'
import { type Api, type Client, openApi } from '#tests/support/api.ts'
import { must, openWorld, type World } from '#tests/support/world.ts'

const OWN = `江苏省概念验证行动方案（2026—2028年）

一、主要目标
到2028年，科技型中小企业数量达到9万家，每年引进领军人才120名。

二、重点任务
（一）搭建转化载体。建设概念验证中心。（省科技厅牵头）
`
const CITY = `苏州市概念验证实施方案（2026—2027年）

一、主要目标
到2027年，科技型中小企业总数达到30000家，累计引进领军人才80名。

二、重点任务
（一）打通转化通道。建设概念验证中心。（市科技局牵头）
`
let world: World
let api: Api
let reader: Client
let document: string

beforeAll(async () => {
  world = await openWorld()
  api = await openApi(world)
  reader = await api.as('kunshan')
  document = await uploaded('方案.txt', OWN)
  await published('resident_population', '万人', { 320000: '8500', 320500: '1300' })
})
afterAll(async () => {
  await api?.close()
  await world?.close()
})

describe('two plans side by side', () => {
  test('a document and a text: units, years and heads are worked out, and nothing is kept', async () => {
    const before = await kept()
    const answer = await reader.post('/documents:compare', { one: { document }, other: { text: CITY } })

    expect(answer.statusCode).toBe(200)
    const { one, other, pairs, missingSizes } = planComparison.parse(answer.json())
    expect([one.area, other.area]).toEqual(['江苏省', '苏州市'])
    const [firms, people] = ['中小企业', '领军人才'].map((name) => pairs.find((pair) => pair.one?.name.includes(name)))
    expect(firms?.bases.map(({ basis, one: left, other: right }) => [basis, left?.value, right?.value])).toEqual([
      ['as_stated', 9, 3],
      ['per_person', expect.closeTo(1058.8, 1), expect.closeTo(2307.7, 1)],
    ])
    expect(people?.bases.find(({ basis }) => basis === 'per_year')).toMatchObject({ one: { value: 120 }, other: { value: 40 } })
    expect(missingSizes).toMatchObject({ population: null, gdp: { zh: '统计数据中没有江苏省、苏州市的地区生产总值，不能折算' } })
    const clause = other.clauses.find(({ id }) => id === people?.other?.clause)!
    expect(clause.text.slice(people!.other!.start - clause.start)).toMatch(/^累计引进领军人才80名/)
    expect(await kept()).toEqual(before)
  })

  test('a document and an uploaded file, as a workbook', async () => {
    const answer = await multipart([field('one', document), file('other', 'city.txt', CITY)], 'xlsx')

    expect(answer.statusCode).toBe(200)
    const { sheets } = await readXlsx(new Uint8Array(answer.rawPayload))
    expect(sheets.find(({ name }) => name === '目标')?.rows.flat()).toContain('累计引进领军人才80名')
    expect(answer.headers['cache-control']).toContain('no-store')
  })

  test('a document that is not there, one without a text, one side only and a marked file are refused', async () => {
    const [bare] = await world.sql(
      `insert into {{schema}}.policy_document select (document).* from (
         select jsonb_populate_record(own, jsonb_build_object('id', gen_random_uuid(), 'text', '')) as document
         from {{schema}}.policy_document own where id = $1) made returning id`,
      [document],
    )
    const codeOf = async (one: object, other: object) => (await reader.post('/documents:compare', { one, other })).json<Problem>().code

    expect(await codeOf({ document: '00000000-0000-4000-8000-000000000000' }, { text: CITY })).toBe('entry.not-found')
    expect(await codeOf({ document: bare!['id'] }, { text: CITY })).toBe('plan.no-text')
    expect(await codeOf({ document: 'x' }, { text: CITY })).toBe('input.invalid')
    expect((await multipart([field('one', document)], 'json')).json<Problem>().code).toBe('plan.side-missing')
    const marked = await multipart([field('one', document), file('other', 'x.txt', '机密★10年\n\n行动方案\n')], 'json')
    expect([marked.statusCode, marked.json<Problem>().code]).toEqual([422, 'secrecy.mark-found'])
  })

  test('not for who is signed out', async () => {
    const out = await api.app.inject({
      method: 'POST',
      url: '/api/v1/documents:compare',
      payload: { one: { document }, other: { document } },
    })

    expect(out.statusCode).toBe(401)
  })
})

async function uploaded(name: string, text: string): Promise<string> {
  const sent = await world.upload('planner', name, text)
  return (await must(world.give<{ document: string }>('planner', 'plans.read', { file: sent }))).document
}

async function published(code: string, unit: string, values: Readonly<Record<string, string>>): Promise<void> {
  const { id: indicator } = await must(world.create('planner', 'statistical_indicator', { code, title: code, unit }))
  for (const [area, value] of Object.entries(values)) {
    const common = { period: '2025', sourceTitle: '统计公报（演示）', knownOn: '2026-03-01' }
    const made = await must(world.create('planner', 'statistic', { indicator, area, value, ...common }))
    await must(world.move('head', 'statistic', { id: made.id, version: Number(made.row['version']) }, 'confirm'))
  }
}

async function kept() {
  const [counted] = await world.sql(
    'select (select count(*) from {{schema}}.policy_document) as documents, (select count(*) from {{schema}}.file) as files',
  )
  return counted
}

const EDGE = 'edge-of-parts'
const field = (name: string, value: string) => `--${EDGE}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const file = (name: string, filename: string, text: string) =>
  `--${EDGE}\r\ncontent-disposition: form-data; name="${name}"; filename="${filename}"\r\ncontent-type: text/plain\r\n\r\n${text}\r\n`

const multipart = (parts: readonly string[], format: string) =>
  reader.send({
    method: 'POST',
    url: `/api/v1/documents:compare?format=${format}`,
    headers: { 'content-type': `multipart/form-data; boundary=${EDGE}` },
    payload: Buffer.from(`${parts.join('')}--${EDGE}--\r\n`),
  })
