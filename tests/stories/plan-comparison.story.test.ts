import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPack } from '#apps/api/pack-folder.ts'
import { planComparison } from '#contract/comparison.ts'
import type { PackInstalled } from '#contract/packs.ts'
import type { Problem } from '#contract/problem.ts'
import type { Pack } from '#modules/programmes/index.ts'
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
const NEIGHBOUR = `云岭省未来产业方案（2026—2028年）

一、重点领域
（一）脑机接口。
（二）绿色船舶。

二、重点任务
（一）组织攻关。攻克核心部件，编制应用场景清单。（省科技厅牵头）
`
/** Long enough to be read for a second or more. */
const LONG =
  OWN + Array.from({ length: 300 }, (_, at) => `${at + 1}.建设示范基地${at + 2}个，培育骨干企业${at + 3}家。（省科技厅牵头）\n`).join('')

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

  test('a plan that came in a pack without its text is compared by its entries, and says so', async () => {
    const { document: bare } = await must(world.give<PackInstalled>('planner', 'programmes.install-pack', { pack: await shandong() }))
    const answer = await reader.post('/documents:compare', { one: { document: bare }, other: { text: NEIGHBOUR } })

    expect(answer.statusCode).toBe(200)
    const { one, other, pairs } = planComparison.parse(answer.json())
    expect([one.hasText, one.clauses, other.hasText]).toEqual([false, [], true])
    const named = (subject: string, words: string) => pairs.find((pair) => pair.subject === subject && pair.other?.name.includes(words))
    expect(named('field', '脑机接口')).toMatchObject({ kind: 'same', one: { name: '脑机接口' } })
    expect(named('duty', '科学技术厅')?.one?.says.zh).toMatch(/^牵头[1-9]\d*项/)
    expect(new Set(pairs.flatMap(({ one: own, subject }) => (own ? [subject] : [])))).toEqual(
      new Set(['target', 'field', 'measure', 'duty', 'register']),
    )
    const quotes = pairs.flatMap((pair) => (pair.subject === 'target' && pair.one ? [pair.one] : []))
    expect(quotes.every(({ quote, start, end }) => quote.length > 0 && quote.length === end - start)).toBe(true)
  })

  test('the area is the one a person chose, by its code, and one that is not there is refused', async () => {
    const chosen = await reader.post('/documents:compare', { one: { document }, other: { text: CITY, area: '320000' } })
    const { other, pairs } = planComparison.parse(chosen.json())
    const people = pairs.find((pair) => pair.one?.name.includes('领军人才'))!.bases.find(({ basis }) => basis === 'per_person')

    expect([other.area, people?.other?.words.zh]).toEqual(['江苏省', '40名÷8500万人（江苏省，2025年）=0.4706'])
    const uploadedToo = await multipart([field('one', document), file('other', 'city.txt', CITY), field('otherArea', '320000')], 'json')
    expect(planComparison.parse(uploadedToo.json()).other.area).toBe('江苏省')
    const typed = { name: '云岭市', year: '2025', population: '400' }
    const sized = planComparison.parse(
      (await reader.post('/documents:compare', { one: { document }, other: { text: CITY, area: typed } })).json(),
    )
    const heads = sized.pairs.find((pair) => pair.one?.name.includes('领军人才'))!.bases.find(({ basis }) => basis === 'per_person')
    expect([sized.other.area, heads?.other?.words.zh]).toEqual(['云岭市〔手填〕', '40名÷400万人（云岭市〔手填〕，2025年）=10'])
    const asJson = await multipart(
      [field('one', document), file('other', 'city.txt', CITY), field('otherArea', JSON.stringify(typed))],
      'json',
    )
    expect(planComparison.parse(asJson.json()).other.area).toBe('云岭市〔手填〕')
    const broken = await multipart([field('one', document), file('other', 'city.txt', CITY), field('otherArea', '{"name":')], 'json')
    expect([broken.statusCode, broken.json<Problem>().code]).toEqual([422, 'plan.area-invalid'])
    const unknown = await reader.post('/documents:compare', { one: { document, area: '999999' }, other: { text: CITY } })
    expect([unknown.statusCode, unknown.json<Problem>().code]).toEqual([422, 'plan.area-unknown'])
  })

  test('a file for people is in their language', async () => {
    const english = (await multipart([field('one', document), file('other', 'city.txt', CITY)], 'md&language=en')).body
    const asked = { method: 'POST', url: '/api/v1/documents:compare?format=html', headers: { 'accept-language': 'en' } } as const
    const page = (await reader.send({ ...asked, payload: { one: { document }, other: { text: CITY } } })).body

    expect(english).toMatch(/\| Different \| \*\*科技型中小企业\S* 9万家 \(2028\)/)
    expect(english).toContain('A 9万家; B 30000家=3万家')
    expect(page).toContain('<html lang="en">')
    const words = page.replaceAll(/<(blockquote|strong)[^>]*>.*?<\/\1>/g, '').replace(/<header>.*?<\/header>/s, '')
    expect(words).not.toMatch(/仅甲有|待判断|依据与折算|责任单位|两份方案/)
  })

  test('two that are compared take one place of the two for readings, and who finds none is told', async () => {
    const long = { text: LONG }
    const compare = async () => await reader.post('/documents:compare', { one: long, other: long })
    const [one, other, ...late] = await Promise.all([compare(), compare(), compare(), reader.post('/documents:read', long)])

    expect([one.statusCode, other.statusCode]).toEqual([200, 200])
    expect(late.map((answer) => [answer.statusCode, answer.json<Problem>().code])).toEqual(Array(2).fill([409, 'plan.too-many-readings']))
    expect((await reader.post('/documents:read', { text: CITY })).statusCode).toBe(200)
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

async function shandong(): Promise<Pack> {
  const read = await readPack('packs/shandong-8x')
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read.pack
}

async function uploaded(name: string, text: string): Promise<string> {
  const sent = await world.upload('planner', name, text)
  return (await must(world.give<{ document: string }>('planner', 'plans.read', { file: sent }))).document
}

async function published(code: string, unit: string, values: Readonly<Record<string, string>>): Promise<void> {
  const { id: indicator } = await must(world.create('planner', 'statistical_indicator', { code, title: code, unit }))
  for (const [area, value] of Object.entries(values)) {
    const common = { period: '2025', sourceTitle: '统计公报（演示）', knownOn: '2026-03-01' }
    const made = await must(world.create('planner', 'statistic', { indicator, area, value, ...common }))
    const { row } = await must(world.move('planner', 'statistic', { id: made.id, version: Number(made.row['version']) }, 'submit'))
    await must(world.move('head', 'statistic', { id: made.id, version: Number(row['version']) }, 'confirm'))
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
