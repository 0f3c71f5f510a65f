import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeForgottenFiles } from '#apps/worker/worker.ts'
import { DRAFT_BYTES, type DraftAnswer, type DraftList, type KeepDraftAnswer, MOST_DRAFTS } from '#contract/drafts.ts'
import type { Row } from '#engine/access/holds.ts'
import { forgetOldDrafts } from '#engine/store/drafts.ts'
import { newId } from '#platform/clock/id.ts'
import { a, later } from '#tests/support/builders.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const keep = (who: string, draft: string, version: number, values: Row, more: object = {}) =>
  world.give<KeepDraftAnswer>(who, 'collaboration.keep-draft', { draft, register: 'technology', version, values, ...more })
const listed = async (who: string) => ((await world.ask<DraftList>(who, 'collaboration.drafts', {})) as DraftList).drafts
const opened = async (who: string, wanted: object) =>
  ((await world.ask<DraftAnswer>(who, 'collaboration.draft', wanted)) as DraftAnswer).drafts
const fresh = () => newId(world.clock)

test('what is typed is kept for who typed it, in full; nobody else is told of it, nor can change it or throw it away', async () => {
  const draft = fresh()
  expect(await must(keep('suzhou', draft, 0, { title: '写到一半的技术', phone: '138123', area: null }))).toMatchObject({ version: 1 })

  expect(await listed('suzhou')).toMatchObject([
    { draft, register: 'technology', title: '写到一半的技术', entry: null, until: '2026-08-30' },
  ])
  expect(await opened('suzhou', { draft })).toMatchObject([{ version: 1, values: { title: '写到一半的技术', phone: '138123' } }])
  expect(await listed('kunshan')).toEqual([])
  expect(await opened('kunshan', { draft })).toEqual([])
  expect((await refused(keep('kunshan', draft, 0, { title: '别人的' }))).code).toBe('draft.stale')
  expect((await refused(keep('kunshan', draft, 1, { title: '别人的' }))).code).toBe('draft.gone')
  expect(await must(world.give('kunshan', 'collaboration.discard-drafts', { drafts: [draft] }))).toEqual({ discarded: 0 })
  expect(await listed('suzhou')).toHaveLength(1)
})

test('nothing typed can be read in the database, and typing leaves neither an event nor a past version', async () => {
  const events = await world.sql('select count(*) from {{schema}}.event')
  const draft = fresh()
  await must(keep('kunshan', draft, 0, { title: '机密不外传的名称', phone: '13812345678' }))
  await must(keep('kunshan', draft, 1, { title: '机密不外传的名称二', phone: '13812345678' }))

  const [row] = await world.sql(
    "select encode(content || title, 'hex') as sealed, to_jsonb(draft) - 'content' - 'title' as open from {{schema}}.draft where id = $1",
    [draft],
  )
  expect(JSON.stringify(row?.['open'])).not.toContain('13812345678')
  const sealed = Buffer.from(String(row?.['sealed']), 'hex')
  expect(sealed.length).toBeGreaterThan(100)
  expect(sealed.includes(Buffer.from('13812345678'))).toBe(false)
  expect(sealed.includes(Buffer.from('名称'))).toBe(false)
  expect(await world.sql('select count(*) from {{schema}}.event')).toEqual(events)
})

test('the second of two windows is refused until it has seen what the first one wrote', async () => {
  const draft = fresh()
  await must(keep('nanjing', draft, 0, { title: '甲' }))
  await must(keep('nanjing', draft, 1, { title: '乙' }))

  expect(await refused(keep('nanjing', draft, 1, { title: '丙' }))).toMatchObject({ code: 'draft.stale', kind: 'stale' })
  expect((await opened('nanjing', { draft }))[0]).toMatchObject({ version: 2, values: { title: '乙' } })
  await must(keep('nanjing', draft, 2, { title: '丙' }))
})

test('saving makes the entry and ends the draft together; a refused saving leaves it', async () => {
  const draft = fresh()
  const values = { title: '由草稿而来的技术', area: '320583' }
  await must(keep('kunshan', draft, 0, values))
  const save = (given: Row) => world.createFrom('kunshan', 'technology', given, draft)

  await refused(save({ ...values, completedOn: '不是日期' }))
  expect((await listed('kunshan')).some((one) => one.draft === draft)).toBe(true)
  await must(save(values))

  expect((await listed('kunshan')).some((one) => one.draft === draft)).toBe(false)
  expect((await refused(keep('kunshan', draft, 1, values))).code).toBe('draft.gone')
})

test('changes that an entry has not taken are kept beside it, under the name it has for who may read it', async () => {
  const entry = await a.technology(world, { values: { title: '待改的技术' } })
  const draft = fresh()
  await must(keep('kunshan', draft, 0, { phone: '123' }, { entry: entry.id, base: { phone: '138****5678' } }))

  expect((await listed('kunshan')).find((one) => one.draft === draft)).toMatchObject({
    title: '待改的技术',
    entry: { id: entry.id, readable: true },
  })
  expect(await opened('kunshan', { entry: entry.id })).toMatchObject([{ draft, values: { phone: '123' }, base: { phone: '138****5678' } }])
  await must(keep('nanjing', fresh(), 0, { phone: '123' }, { entry: entry.id }))
  expect((await listed('nanjing')).find((one) => one.entry)).toMatchObject({ title: '', entry: { readable: false } })
})

test('a draft with a secrecy mark is not kept, and the secrecy officer is told', async () => {
  const draft = fresh()
  const incidents = () => world.sql('select place from {{schema}}.secrecy_incident')
  const before = await incidents()

  const { code } = await refused(keep('suzhou', draft, 0, { keyFigures: [{ name: '机密★10年' }] }))

  expect(code).toBe('secrecy.mark-found')
  expect(await opened('suzhou', { draft })).toEqual([])
  expect(await incidents()).toHaveLength(before.length + 1)
})

test('who may make no entry of a register keeps no draft of one, and what people do not fill in is left out', async () => {
  expect((await refused(keep('auditor', fresh(), 0, { title: '不该有的' }))).code).toBe('register.unknown')
  expect(
    (await refused(world.give('planner', 'collaboration.keep-draft', { draft: fresh(), register: 'nothing', version: 0, values: {} })))
      .code,
  ).toBe('register.unknown')
  const draft = fresh()
  await must(keep('sip', draft, 0, { title: '园区的', gone: 1, publishedOn: '2026-01-01' }))
  expect((await opened('sip', { draft }))[0]?.values).toEqual({ title: '园区的' })
})

test('a draft has a size, and a person a number of them', async () => {
  expect((await refused(keep('jiangning', fresh(), 0, { title: '长'.repeat(DRAFT_BYTES / 3) }))).code).toBe('draft.too-large')
  await world.sql(
    `insert into {{schema}}.draft (id, person, register, version, title, content, files, made_at, changed_at)
      select gen_random_uuid(), $1, 'gone', 1, '', '', '{}', now(), now() from generate_series(1, ${MOST_DRAFTS})`,
    [world.as('jiangning').person],
  )
  expect((await refused(keep('jiangning', fresh(), 0, { title: '再一份' }))).code).toBe('draft.too-many')
})

test('a draft is thrown away ninety days after the last change; until then the files it names are kept', async () => {
  const draft = fresh()
  const file = await world.upload('applicant', '只在草稿里的附件.txt', '草稿附件')
  await must(keep('applicant', draft, 0, { title: '带附件的草稿', evidence: [{ type: 'test_report', files: [file] }] }))
  const tidied = async (days: number) => {
    world.clock.at(`${later('2026-06-01', days)}T10:00:00+08:00`)
    await forgetOldDrafts(world.store, world.clock.now())
    await removeForgottenFiles({ ...world.installation, stores: new Map([['one', world.store]]) })
    return { drafts: (await listed('applicant')).length, file: await world.installation.files.has(file.sha256) }
  }

  expect(await tidied(60)).toEqual({ drafts: 1, file: true })
  expect(await tidied(91)).toEqual({ drafts: 0, file: false })
})
