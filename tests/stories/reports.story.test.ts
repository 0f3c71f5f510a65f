import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Figure } from '#contract/figures.ts'
import type { ReportTemplate } from '#contract/report-template.ts'
import type { EditionView, ReportsOverview, ReportView, RoundView, TemplatePreview, Verification } from '#contract/reports.ts'
import { isRefusal } from '#engine/define/refusal.ts'
import { execute } from '#engine/store/command.ts'
import { answer } from '#engine/store/query.ts'
import { templatePreview } from '#modules/reports/index.ts'
import type { MadeDocument } from '#platform/documents/made-document.ts'
import { a } from '#tests/support/builders.ts'
import { ROOT } from '#tests/support/test-jurisdiction.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

const TEMPLATES = JSON.parse(readFileSync(join(ROOT, 'packs/jiangsu-5x100/reports.json'), 'utf8')) as readonly ReportTemplate[]
const TECHNOLOGY = 'technology_breakthroughs'
let world: World

beforeAll(async () => {
  world = await openWorld({ instant: '2026-05-06T09:00:00+08:00' })
  for (const template of TEMPLATES) await must(world.give('planner', 'programmes.keep-template', { template }))
})
afterAll(() => world?.close())

const view = (report: string, who = 'planner') => world.ask<ReportView>(who, 'reports.report', { report }) as Promise<ReportView>
const draft = (template: string, period: string, asOf: string) =>
  world.give<{ report: string }>('planner', 'reports.draft', { template, period, asOf })
const moveReport = async (who: string, report: string, move: string, reason?: string) =>
  must(world.move(who, 'report', { id: report, version: (await view(report)).report.version }, move, reason))
const file = (name: string, input: object) =>
  answer(
    world.installation.shipped.documents.get(name)!,
    { store: world.store, actor: world.as('auditor') },
    input,
  ) as Promise<MadeDocument>

async function published(entries: number, at: string, documentDate: string): Promise<void> {
  world.clock.at(at)
  const ready = []
  for (let made = 0; made < entries; made += 1) ready.push(await a.technology(world, { steps: 8 }))
  await a.publishedBatch(world, ready, { from: at.slice(0, 10), documentDate })
}

async function signed(report: string): Promise<void> {
  await moveReport('planner', report, 'submit')
  await moveReport('head', report, 'pass')
  await moveReport('leader', report, 'endorse')
  await moveReport('signer', report, 'sign')
}

describe('a template', () => {
  test('that asks for a figure or a measure that does not exist is refused, with what and where', async () => {
    const broken = {
      ...TEMPLATES[2]!,
      blocks: [{ is: 'text', runs: ['共', { figure: 'no_such' }, { figure: TECHNOLOGY, measure: 'lost' }] }],
    }

    const refusal = await refused(world.give('planner', 'programmes.keep-template', { template: broken }))
    expect(refusal.code).toBe('template.unknown-figure')
    expect(refusal.faults?.map(({ path }) => path)).toEqual(['quarterly_brief.blocks[0].runs[1]', 'quarterly_brief.blocks[0].runs[2]'])
    expect(refusal.words.zh).toContain('没有指标 no_such')
  })

  test('is previewed as it stands on the page, with the columns its city tables have there, and nothing of it is kept', async () => {
    const preview = (template: unknown, who = 'planner') =>
      answer(templatePreview, { store: world.store, actor: world.as(who) }, { template })
    const city = { is: 'cities', title: '各地情况', zones: false, columns: [{ title: '在库储备', figure: TECHNOLOGY, measure: 'reserve' }] }
    const kept = await world.sql('select count(*)::int as count from {{schema}}.event')

    const shown = (await preview({ ...TEMPLATES[2]!, blocks: [city] })) as TemplatePreview
    expect(shown).toMatchObject({ asOf: '2026-05-05', period: { zh: '2026年第一季度' } })
    expect(shown.html).toContain('在库储备')
    const gone = await preview({ ...TEMPLATES[2]!, blocks: [{ ...city, columns: [{ title: '新列', figure: 'no_such' }] }] })
    expect(gone).toMatchObject({ code: 'template.unknown-figure', faults: [{ path: 'quarterly_brief.blocks[0].columns[0]' }] })
    expect(JSON.stringify(gone)).toContain('正文第1块（各地情况表）第1列“新列”：没有指标 no_such')
    expect(await preview(TEMPLATES[2]!, 'suzhou')).toMatchObject({ code: 'query.no-right' })
    expect(await world.sql('select count(*)::int as count from {{schema}}.event')).toEqual(kept)
  })

  test('that asks for a figure which has gone since is told of, and makes no report', async () => {
    await world.sql(`insert into {{schema}}.report_template (id, state, version, created_at, created_on, created_by, changed_at, changed_by, event, definition_version, code, title, body)
      select gen_random_uuid(), state, version, created_at, created_on, created_by, changed_at, changed_by, event, definition_version, 'old_one', '旧模板',
        jsonb_set(jsonb_set(body, '{code}', '"old_one"'), '{blocks}', '[{"is":"chart","figure":"gone","shape":"bars"}]') from {{schema}}.report_template where code = 'quarterly_brief'`)
    const { templates } = (await world.ask<ReportsOverview>('planner', 'reports.overview', {})) as ReportsOverview

    expect(templates.find(({ code }) => code === 'old_one')?.broken[0]).toContain('没有指标 gone')
    expect((await refused(draft('old_one', '2026Q1', '2026-05-05'))).code).toBe('template.unknown-figure')
    expect((await refused(draft('nothing', '2026Q1', '2026-05-05'))).code).toBe('report.no-template')
  })
})

describe('a quarter’s report', () => {
  let first: string
  let edition: string

  test('of a quarter without data says so in words', async () => {
    first = (await must(draft('quarterly_progress', '2026Q1', '2026-05-05'))).report
    const { html, report } = await view(first)

    expect(report.title).toBe('2026年第一季度未来产业“5个100”行动进展报告')
    expect(html).toContain('2026年第一季度没有新公布的前沿技术。')
    expect(html).toContain('本期为首期，无上期可比。')
    expect(html).toContain('本期未组织调度填报。')
  })

  test('is of a period that is over, as of a day that is over', async () => {
    expect((await refused(draft('quarterly_brief', '2026Q1', '2026-05-06'))).code).toBe('report.day-not-over')
    expect((await refused(draft('quarterly_brief', '2026Q1', '2026-03-01'))).code).toBe('report.period-not-over')
    // Year's end at midnight: the day is over five minutes later, when every command of it has ended.
    world.clock.at('2027-01-01T00:04:00+08:00')
    expect((await refused(draft('quarterly_brief', '2026Q4', '2026-12-31'))).code).toBe('report.day-not-over')
    world.clock.at('2027-01-01T00:06:00+08:00')
    const { report } = await must(draft('quarterly_brief', '2026Q4', '2026-12-31'))
    await moveReport('planner', report, 'discard', '试算')
    world.clock.at('2026-05-06T10:00:00+08:00')
  })

  test('goes from clerk to head to leader to signer, back with a reason, and nobody signs for another', async () => {
    await must(world.edit('planner', 'report', { id: first, version: 1 }, { opening: '开头的话 <b>#x</b>' }))
    expect((await refused(world.move('planner', 'report', { id: first, version: 2 }, 'pass'))).ok).toBe(false)
    await moveReport('planner', first, 'submit')
    expect((await refused(world.move('leader', 'report', { id: first, version: 3 }, 'return', '理由'))).code).toBe('entry.no-right')
    await moveReport('head', first, 'return', '开头请补充')
    await moveReport('planner', first, 'submit')
    await moveReport('head', first, 'pass')
    expect((await refused(world.move('head', 'report', { id: first, version: 6 }, 'endorse'))).code).toBe('entry.no-right')
    await moveReport('leader', first, 'endorse')
    await moveReport('signer', first, 'sign')

    const { report, html, mayPublish } = await view(first)
    expect(report.state).toBe('signed')
    expect(mayPublish).toBe(true)
    expect(html).toContain('开头的话 &lt;b&gt;#x&lt;/b&gt;')
    expect(isRefusal(await world.ask('suzhou', 'reports.report', { report: first }))).toBe(true)
  })

  test('becomes an edition with number and date, whose files and figures verify, and which nothing changes', async () => {
    const publish = (documentDate: string) =>
      world.give<{ edition: string }>('planner', 'reports.publish', { report: first, documentNo: '测科发〔2026〕7号', documentDate })
    expect((await refused(publish('2026-06-30'))).code).toBe('report.document-date')
    edition = (await must(publish('2026-05-06'))).edition

    const told = (await world.ask<EditionView>('auditor', 'reports.edition', { edition })) as EditionView
    expect(told.steps.map(({ title }) => title.zh)).toEqual(['送审', '审核通过', '审签同意', '签发', '编号印发'])
    expect(told.edition).toMatchObject({ documentNo: '测科发〔2026〕7号', period: '2026Q1', asOf: '2026-05-05' })
    expect(told.html).toContain('测科发〔2026〕7号')
    expect(told.files.map(({ format }) => format)).toEqual(['docx', 'pdf'])
    const pdf = await file('reports.edition-file', { edition, format: 'pdf' })
    expect(Buffer.from(pdf.bytes).subarray(0, 5).toString()).toBe('%PDF-')
    await expect(world.sql(`update {{schema}}.edition set title = 'x'`)).rejects.toThrow('never changed')
    await expect(world.sql(`delete from {{schema}}.edition_file`)).rejects.toThrow('never changed')

    const verified = (await world.ask<Verification>('auditor', 'reports.verify', { edition })) as Verification
    expect(verified).toMatchObject({ same: true, content: { same: true } })
    expect(verified.figures.checked).toBeGreaterThan(100)
  })

  test('of the next quarter tells the differences; figures equal the API’s on the same day; a withdrawal afterwards changes the next one only', async () => {
    await published(3, '2026-05-10T09:00:00+08:00', '2026-06-20')
    world.clock.at('2026-07-10T09:00:00+08:00')
    const { report } = await must(draft('quarterly_progress', '2026Q2', '2026-07-09'))
    const { html, paper } = await view(report)
    const figure = (await world.ask<Figure>('leader', 'programmes.figure', {
      indicator: TECHNOLOGY,
      period: 'to:2026-06-30',
      asOf: '2026-07-09',
    })) as Figure

    expect(figure.value).toBe('3')
    expect(html).toContain('突破前沿技术由0项变为3项（增加3项）')
    expect(html).toMatch(
      /<a href="\/figures\/technology_breakthroughs\?period=to%3A2026-06-30&amp;asOf=2026-07-09"><mark data-was="0" title="上期：0">3<\/mark>/,
    )
    expect(JSON.stringify(paper.attachments[1])).toContain('测试前沿技术')
    await signed(report)
    const second = (
      await must(
        world.give<{ edition: string }>('planner', 'reports.publish', {
          report,
          documentNo: '测科发〔2026〕9号',
          documentDate: '2026-07-10',
        }),
      )
    ).edition

    const [row] = await world.sql(`select id, version from {{schema}}.technology where state = 'published' limit 1`)
    world.clock.at('2026-08-03T09:00:00+08:00')
    await must(
      world.give('planner', 'selection.publish-withdrawal', {
        register: 'technology',
        entries: [row!['id']],
        reason: '材料不实',
        documentNo: '测科撤〔2026〕1号',
        documentTitle: '关于撤销的通知',
        documentDate: '2026-08-02',
      }),
    )
    world.clock.at('2026-10-10T09:00:00+08:00')
    const later = await view((await must(draft('quarterly_progress', '2026Q3', '2026-10-09'))).report)
    expect(later.html).toContain('突破前沿技术由3项变为2项（减少1项）')
    expect(later.html).toContain('测科撤〔2026〕1号')

    for (const each of [edition, second])
      expect(await world.ask('auditor', 'reports.verify', { edition: each })).toMatchObject({ same: true, figures: { different: [] } })
  })

  test('that somebody changed behind the back of the database is told apart by its fingerprints', async () => {
    await world.sql(`alter table {{schema}}.frozen_content disable trigger frozen_content_stays`)
    await world.sql(
      `update {{schema}}.frozen_content set content = replace(content, '第一季度', '第二季度') where sha256 = (select sha256 from {{schema}}.edition where id = $1)`,
      [edition],
    )
    await world.sql(`alter table {{schema}}.frozen_content enable trigger frozen_content_stays`)

    expect(await world.ask('auditor', 'reports.verify', { edition })).toMatchObject({ same: false, content: { same: false } })
  })
})

test('a report asked for while a batch is being published holds all of the batch or nothing of it', async () => {
  world.clock.at('2026-10-12T23:00:00+08:00')
  const before = Number(((await world.ask<Figure>('leader', 'programmes.figure', { indicator: TECHNOLOGY })) as Figure).value)
  const ready = []
  for (let made = 0; made < 4; made += 1) ready.push(await a.technology(world, { steps: 8, values: { completedOn: '2026-09-01' } }))
  const batch = await a.batch(world, ready)
  world.clock.at('2026-10-14T09:00:00+08:00')
  await must(world.give('planner', 'selection.open-notice', { batch, from: '2026-10-14', to: '2026-10-28' }))
  world.clock.at('2026-10-29T09:00:00+08:00')
  await must(world.give('planner', 'selection.close-notice', { batch }))
  await must(
    world.give('planner', 'selection.publish-batch', {
      batch,
      documentNo: '测科发〔2026〕20号',
      documentTitle: '名单',
      documentDate: '2026-10-29',
    }),
  )
  world.clock.at('2027-01-10T09:00:00+08:00')

  // The same instant for all: the publication of another batch and five drafts run side by side, and the batch is of a day the drafts look at.
  const more = []
  for (let made = 0; made < 4; made += 1) more.push(await a.technology(world, { steps: 8, values: { completedOn: '2026-09-02' } }))
  const other = await a.batch(world, more)
  await must(world.give('planner', 'selection.open-notice', { batch: other, from: '2027-01-10', to: '2027-01-20' }))
  world.clock.at('2027-01-21T09:00:00+08:00')
  await must(world.give('planner', 'selection.close-notice', { batch: other }))
  const publication = world.give('planner', 'selection.publish-batch', {
    batch: other,
    documentNo: '测科发〔2027〕1号',
    documentTitle: '名单',
    documentDate: '2027-01-21',
  })
  const drafts = Array.from({ length: 5 }, () => draft('quarterly_circular', '2026Q4', '2027-01-20'))
  await must(publication)
  for (const made of await Promise.all(drafts)) {
    const { paper } = await view((await must(Promise.resolve(made))).report)
    const table = paper.blocks.find((block) => block.is === 'table' && block.title.startsWith('表2'))!
    const sum = table.is === 'table' ? Number(table.rows.at(-1)!.cells[1]!.text) : Number.NaN
    const targets = paper.blocks.find((block) => block.is === 'table' && block.title.startsWith('表1'))!
    expect(sum).toBe(before + 4)
    expect(targets.is === 'table' ? Number(targets.rows[0]!.cells[5]!.text) : Number.NaN).toBe(sum)
  }
}, 60_000)

test('an edition that is published while a batch is holds what was signed', async () => {
  const { report } = await must(draft('quarterly_brief', '2026Q4', '2027-01-20'))
  await signed(report)
  const { html } = await view(report)
  const ready = []
  for (let made = 0; made < 4; made += 1) ready.push(await a.technology(world, { steps: 8, values: { completedOn: '2026-09-03' } }))
  const batch = await a.batch(world, ready)
  await must(world.give('planner', 'selection.open-notice', { batch, from: '2027-01-21', to: '2027-01-31' }))
  world.clock.at('2027-02-01T09:00:00+08:00')
  await must(world.give('planner', 'selection.close-notice', { batch }))

  const [, printed] = await Promise.all([
    must(
      world.give('planner', 'selection.publish-batch', {
        batch,
        documentNo: '测科发〔2027〕2号',
        documentTitle: '名单',
        documentDate: '2027-02-01',
      }),
    ),
    must(
      world.give<{ edition: string }>('planner', 'reports.publish', {
        report,
        documentNo: '测科发〔2027〕3号',
        documentDate: '2027-02-01',
      }),
    ),
  ])

  const { edition } = printed
  const told = (await world.ask('auditor', 'reports.edition', { edition })) as EditionView
  const tables = (text: string) => text.match(/<table.*<\/table>/s)![0]
  expect(tables(told.html)).toBe(tables(html))
  expect(told.signed).toMatchObject({ by: '严以宁', post: '厅长（签发人）' })
  expect(await world.ask('auditor', 'reports.verify', { edition })).toMatchObject({ same: true, signed: { same: true } })
})

test('a report that is sent back while its edition is being set is not published; of two who publish it one does', async () => {
  const { report } = await must(draft('quarterly_brief', '2026Q4', '2027-01-20'))
  await signed(report)
  const publish = () =>
    world.give<{ edition: string }>('planner', 'reports.publish', { report, documentNo: '测科发〔2027〕4号', documentDate: '2027-02-01' })
  const { version } = (await view(report)).report
  const definition = world.installation.shipped.commands.get('reports.publish')!
  const input = { report, documentNo: '测科发〔2027〕4号', documentDate: '2027-02-01' }
  const earlier = await definition.prepare!({ store: world.store, actor: world.as('planner') }, input as never)
  await must(world.move('planner', 'report', { id: report, version }, 'return', '复核发现错字'))
  expect((await refused(publish())).code).toBe('entry.wrong-state')

  await signed(report)
  const stale = { ...definition, prepare: () => Promise.resolve(earlier) }
  const late = await refused(execute(world.store, stale, { actor: world.as('planner'), request: 'test' }, input))
  expect(late).toMatchObject({ kind: 'conflict', code: 'report.changed-meanwhile' })
  const both = await Promise.all([publish(), publish()])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  const editions = await world.sql('select count(*)::int as count from {{schema}}.edition where report = $1', [report])
  expect(editions).toEqual([{ count: 1 }])
})

describe('a round', () => {
  let round: string
  const all = async (who = 'planner') => (await world.ask<RoundView>(who, 'reports.round', { round })) as RoundView
  const texts = { progress: '推进顺利', problems: '无', suggestions: '加强统筹', nextSteps: '继续推进' }

  beforeAll(async () => {
    world.clock.at('2027-04-06T09:00:00+08:00')
  })

  test('opens for every city and zone after the quarter, once, with counted figures that nobody can type', async () => {
    expect((await refused(world.give('planner', 'reports.open-round', { period: '2027Q2' }))).code).toBe('round.quarter-not-over')
    expect((await refused(world.give('suzhou', 'reports.open-round', { period: '2027Q1' }))).code).toBe('command.no-right')
    round = (await must(world.give<{ round: string }>('planner', 'reports.open-round', { period: '2027Q1' }))).round
    expect((await refused(world.give('planner', 'reports.open-round', { period: '2027Q1' }))).code).toBe('round.already')

    const { returns, round: own } = await all()
    expect(returns.length).toBeGreaterThanOrEqual(13)
    expect(own).toMatchObject({ asOf: '2027-04-05', dueOn: '2027-04-10' })
    const suzhou = returns.find(({ title }) => title === '苏州市')!
    expect((await refused(world.edit('suzhou', 'dispatch_return', { id: suzhou.id, version: 1 }, { figures: [] }))).code).toBe(
      'input.invalid',
    )
    expect((await all('suzhou')).returns.every(({ area }) => area.startsWith('3205'))).toBe(true)
  })

  test('is filled by the clerk, locked by the leader, unlocked with a reason only', async () => {
    const id = (await all()).returns.find(({ title }) => title === '苏州市')!.id
    expect((await refused(world.move('suzhou', 'dispatch_return', { id, version: 1 }, 'handIn'))).code).toBe('move.needs')
    await must(world.edit('suzhou', 'dispatch_return', { id, version: 1 }, texts))
    await must(world.move('suzhou', 'dispatch_return', { id, version: 2 }, 'handIn'))
    expect((await refused(world.move('suzhou', 'dispatch_return', { id, version: 3 }, 'confirm'))).code).toBe('entry.no-right')
    await must(world.move('suzhou-leader', 'dispatch_return', { id, version: 3 }, 'confirm'))
    expect((await refused(world.edit('suzhou', 'dispatch_return', { id, version: 4 }, { problems: '改' }))).code).toBe('entry.not-editable')
    expect((await refused(world.move('suzhou-leader', 'dispatch_return', { id, version: 4 }, 'unlock'))).code).toBe('move.reason-missing')
    await must(world.move('suzhou-leader', 'dispatch_return', { id, version: 4 }, 'unlock', '数字更正'))
    await must(world.move('suzhou', 'dispatch_return', { id, version: 5 }, 'handIn'))
    await must(world.move('suzhou-leader', 'dispatch_return', { id, version: 6 }, 'confirm'))
  })

  test('names who has not confirmed as still to come while the round is open, and in the report after it as late', async () => {
    const early = (await must(draft('quarterly_circular', '2027Q1', '2027-04-05'))).report
    expect((await view(early)).html).toContain('调度尚未截止，待确认：南京市')
    await moveReport('planner', early, 'discard', '试算')
    world.clock.at('2027-04-11T09:00:00+08:00')
    const { missed } = await must(world.give<{ missed: number }>('planner', 'reports.close-round', { round }))
    const { returns } = await all()
    expect(missed).toBe(returns.length - 1)
    const { report } = await must(draft('quarterly_circular', '2027Q1', '2027-04-10'))
    const { html } = await view(report)

    expect(html).toContain(`本期应填报${returns.length}家，已确认1家；未按期确认：南京市`)
    expect(html).toContain('苏州市：加强统筹')
  })
})
