import { Document, Packer, Paragraph } from 'docx'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ItemsAnswer, PlanDocument, PlanItem } from '#contract/plans.ts'
import type { Refusal } from '#engine/define/refusal.ts'
import type { Outcome } from '#engine/store/command.ts'
import { a } from '#tests/support/builders.ts'
import { onePagePdf, pdfOf } from '#tests/support/files.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

const TEXT = `未来产业行动方案（2025-2027年）

一、主要目标

到2027年，突破30项前沿技术，建设5个平台。鼓励各地先行先试，培育一批𠮷祥企业。

二、重点任务

（一）加强组织。建立技术成果清单。（省科技厅牵头，省财政厅配合）
`

let world: World
let document: string

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())
beforeEach(async () => {
  document = await a.plan(world, TEXT, { confirmed: false })
})

describe('what the reader missed is added over the selected words', () => {
  test('and the words, the value, the year and the place come from the text', async () => {
    const [id] = (await must(add('target', '培育一批𠮷祥企业', { label: '企业培育', low: '20', unit: '家' }))).items

    const added = await itemById(id!)
    expect(added).toMatchObject({ quote: '培育一批𠮷祥企业', label: '企业培育', low: '20', unit: '家', deadline: '2027', state: 'found' })
    expect(added).toMatchObject({ deadlineInherited: true, parentQuote: '一、主要目标', origin: 'added', confidence: 1 })
    expect(await historyOf(id!)).toEqual([{ command: 'plans.add-item', act: 'create', person: world.as('planner').person }])
  })

  test('blanks around a selection do not matter, and none ends inside a character', async () => {
    const at = TEXT.indexOf('𠮷')
    const selected = { start: at + 1, end: TEXT.indexOf('企业。') + 2 }
    const around = { start: TEXT.indexOf('一、主要目标') - 2, end: TEXT.indexOf('一、主要目标') + 7 }

    const [half] = (await must(addAt('list', selected))).items
    const heading = await refused(addAt('heading', around))

    expect((await itemById(half!)).quote).toBe('𠮷祥企业')
    expect(heading.code).toBe('plan.item-double')
  })

  test('not twice; another metric in the same sentence only when the first has been seen', async () => {
    const { items } = await read()
    const first = items.find(({ quote, itemKind }) => itemKind === 'target' && quote.includes('前沿技术'))!

    const double = await refused(add('target', first.quote, { label: first.label }))
    const overlap = await refused(add('target', first.quote, { label: '专利数量' }))
    await must(add('target', first.quote, { label: '专利数量' }, [first.id]))

    expect(double).toMatchObject({ code: 'plan.item-double', kind: 'conflict', words: { zh: expect.stringContaining(first.label) } })
    expect(overlap).toMatchObject({ code: 'plan.item-overlaps', current: [first.id], words: { zh: expect.stringContaining(first.label) } })
  })

  test.each([
    ['outside the text', { start: 0, end: 100_000 }, 'plan.outside-text'],
    ['of nothing', { start: 5, end: 5 }, 'plan.outside-text'],
    ['of blanks', { start: TEXT.indexOf('\n\n'), end: TEXT.indexOf('\n\n') + 2 }, 'plan.no-words'],
  ])('not over a selection %s', async (_name, span, code) => {
    expect((await refused(addAt('target', span))).code).toBe(code)
  })

  test('not over more than a paragraph can hold, not with faults, and not by others', async () => {
    const long = await a.plan(world, `行动方案\n一、目标\n${'加强组织领导。'.repeat(1000)}\n`, { confirmed: false })

    const tooLong = await refused(world.give('planner', 'plans.add-item', { document: long, itemKind: 'list', start: 20, end: 6000 }))
    const faulty = await refused(add('target', '先行先试', { label: '试点', low: '很多', deadline: '27' }))
    const foreign = await refused(addAt('target', { start: 5, end: 9 }, 'suzhou'))

    expect(tooLong.code).toBe('plan.words-too-long')
    expect(faulty.faults?.map(({ path }) => path).toSorted()).toEqual(['deadline', 'low'])
    expect(foreign.code).toBe('command.no-right')
  })
})

describe('an item over two things is split, two halves of one are joined, and either can be taken back', () => {
  test('split, each part is read anew', async () => {
    const [whole] = (await must(add('target', '突破30项前沿技术，建设5个平台', { label: '两项目标' }, await overlapped()))).items
    const { start } = await itemById(whole!)

    const made = await must(split(whole!, start + '突破30项前沿技术，'.length))

    const parts = await Promise.all(made.items.map(itemById))
    expect(parts).toMatchObject([
      { low: '30', unit: '项', quote: '突破30项前沿技术，', origin: 'split' },
      { low: '5', unit: '个', quote: '建设5个平台', origin: 'split' },
    ])
    expect((await read()).items.some(({ id }) => id === whole)).toBe(false)
    expect((await historyOf(whole!)).map(({ command }) => command)).toEqual(['plans.add-item', 'plans.split-item'])

    await must(bringBack(made.items))
    expect(await itemById(whole!)).toMatchObject({ label: '两项目标', state: 'found' })
    expect((await refused(bringBackSeen(await seen([whole!])))).code).toBe('plan.cannot-bring-back')
  })

  test('not at its edges, not when somebody was faster, not when it was removed', async () => {
    const target = await firstTarget()

    for (const at of [target.start, target.end, target.start - 1, target.end + 5])
      expect((await refused(split(target.id, at))).code).toBe('plan.cannot-split')
    expect(
      (await refused(world.give('planner', 'plans.split-item', { item: { id: target.id, version: 9 }, at: target.start + 2 }))).code,
    ).toBe('entry.stale')
    await must(world.move('planner', 'plan_item', target, 'remove'))
    expect((await refused(split(target.id, target.start + 2, target.version + 1))).code).toBe('plan.cannot-split')
  })

  test('joined over all words between them; neighbours of one kind only', async () => {
    const { items } = await read()
    const targets = items.filter(({ itemKind }) => itemKind === 'target')
    const [first, second] = targets as [PlanItem, PlanItem]
    const heading = items.find(({ itemKind }) => itemKind === 'heading')!

    expect((await refused(join([first, heading]))).code).toBe('plan.cannot-join')
    expect((await refused(join([first, first]))).code).toBe('plan.cannot-join')
    const [joined] = (await must(join([second, first]))).items

    const one = await itemById(joined!)
    expect(TEXT.slice(one.start, one.end)).toBe(one.quote)
    expect(one).toMatchObject({ start: first.start, end: second.end, origin: 'joined' })
    await must(bringBack([joined!]))
    expect((await read()).items.filter(({ itemKind }) => itemKind === 'target').map(({ id }) => id)).toEqual(targets.map(({ id }) => id))
  })

  test('two at once: one splits, the other is told', async () => {
    const target = await firstTarget()

    const both = await Promise.all([2, 3].map((by) => split(target.id, target.start + by, target.version)))

    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((both.find(({ ok }) => !ok) as Refusal).code).toBe('entry.stale')
  })
})

describe('what a person has looked at is marked', () => {
  test('as checked, which can be taken back, and stays open to correction', async () => {
    const target = await firstTarget()

    await must(world.move('planner', 'plan_item', target, 'check'))
    await must(world.edit('planner', 'plan_item', { ...target, version: 2 }, { low: '31' }))
    expect(await itemById(target.id)).toMatchObject({ state: 'checked', low: '31' })
    await must(world.move('planner', 'plan_item', { ...target, version: 3 }, 'uncheck'))

    expect(await itemById(target.id)).toMatchObject({ state: 'found' })
    expect((await refused(world.move('suzhou', 'plan_item', { ...target, version: 4 }, 'check'))).code).toBe('entry.no-right')
  })

  test('the words of an item are written by the system alone', async () => {
    const target = await firstTarget()

    expect((await refused(world.edit('planner', 'plan_item', target, { quote: '别的话', start: 0 }))).code).toBe('input.invalid')
    expect((await refused(world.create('planner', 'plan_item', { label: '手工' }))).code).not.toBe('')
  })

  test('confirmed, checked and unchecked alike; then nothing is added, split or joined any more', async () => {
    const target = await firstTarget()
    await must(world.move('planner', 'plan_item', target, 'check'))
    const alive = (await read()).items.filter(({ itemKind }) => itemKind === 'target').length

    const { targets } = await must(world.give<{ targets: number }>('planner', 'programmes.confirm-plan', { document }))

    expect(targets).toBe(alive)
    expect((await refused(add('list', '先行先试'))).code).toBe('plan.not-open')
    expect((await refused(split(target.id, target.start + 2, target.version + 2))).code).toBe('plan.not-open')
    expect((await read()).items.every(({ state }) => state === 'confirmed')).toBe(true)
  })
})

describe('a plan comes as text, web page or Word document, told apart by what is in it', () => {
  test('a web page is read without its markup, offsets counted in the words', async () => {
    const page = `<!DOCTYPE html><html><head><title>x</title></head><body>${TEXT.split('\n')
      .map((line) => `<p>${line}</p>`)
      .join('')}<script>var 目标 = '突破99项'</script></body></html>`

    const plan = await readFile(page, '方案.txt')

    expect(plan.document.sourceType).toBe('html')
    expect(plan.text).not.toContain('<')
    expect(plan.items.map(({ quote }) => quote)).toEqual((await read()).items.map(({ quote }) => quote))
    for (const { quote, start, end } of plan.items) expect(plan.text.slice(start, end)).toBe(quote)
  })

  test('a PDF with a text layer gives the same targets as its text', async () => {
    const lines = ['行动方案', '一、主要目标', '到2030年，建成创新平台20个。'].map((text, at) => ({ text, x: 72, y: 760 - at * 24 }))
    const plan = await readFile(pdfOf([lines]), '方案.pdf')

    expect(plan.document.sourceType).toBe('pdf')
    expect(plan.items.filter(({ itemKind }) => itemKind === 'target')).toMatchObject([{ low: '20', unit: '个', deadline: '2030' }])
  })

  test('a Word document gives the same items as its text', async () => {
    const word = await Packer.toBuffer(new Document({ sections: [{ children: TEXT.split('\n').map((line) => new Paragraph(line)) }] }))

    const plan = await readFile(word, '方案.docx')

    expect(plan.document.sourceType).toBe('docx')
    expect(plan.items.map(({ quote }) => quote)).toEqual((await read()).items.map(({ quote }) => quote))
  })

  test.each([
    ['an old Word file', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], 'plan.not-text', '另存为 .docx'],
    ['a broken PDF', [...Buffer.from('%PDF-1.7')], 'plan.broken-file', '损坏'],
    ['a scanned PDF', [...onePagePdf('')], 'plan.empty', '扫描件'],
    ['RTF', [...Buffer.from('{\\rtf1 x}')], 'plan.not-text', '另存为 .docx'],
    ['a web page in one file', [...Buffer.from('MIME-Version: 1.0')], 'plan.not-text', '.html'],
    ['a broken Word file', [0x50, 0x4b, 0x03, 0x04, 1, 2, 3], 'plan.broken-file', '损坏'],
    ['a page that only a script fills', [...Buffer.from('<html><body><script>x</script></body></html>')], 'plan.empty', '复制正文'],
  ])('%s is refused with what to do', async (name, bytes, code, remedy) => {
    const file = await world.upload('planner', `${name}.txt`, Uint8Array.from(bytes))

    const refusal = await refused(world.give('planner', 'plans.read', { file }))

    expect(refusal.code).toBe(code)
    expect(refusal.words.zh).toContain(remedy)
  })
})

async function read(id = document): Promise<PlanDocument> {
  return (await world.ask<PlanDocument>('planner', 'plans.document', { document: id })) as PlanDocument // planners may read every document
}

async function readFile(content: string | Uint8Array, name: string): Promise<PlanDocument> {
  const file = await world.upload('planner', name, content)
  return await read((await must(world.give<{ document: string }>('planner', 'plans.read', { file }))).document)
}

async function itemById(id: string): Promise<PlanItem> {
  return (await read()).items.find((item) => item.id === id)!
}

async function firstTarget(): Promise<PlanItem> {
  return (await read()).items.find(({ itemKind }) => itemKind === 'target')!
}

/** Targets over the sentence of the two figures. */
async function overlapped(): Promise<readonly string[]> {
  return (await read()).items.filter(({ itemKind }) => itemKind === 'target').map(({ id }) => id)
}

function add(itemKind: string, words: string, values?: object, beside: readonly string[] = []): Promise<Outcome<ItemsAnswer>> {
  const start = TEXT.indexOf(words)
  return world.give('planner', 'plans.add-item', { document, itemKind, start, end: start + words.length, values, beside })
}

function addAt(itemKind: string, span: { readonly start: number; readonly end: number }, who = 'planner'): Promise<Outcome<ItemsAnswer>> {
  return world.give(who, 'plans.add-item', { document, itemKind, ...span })
}

function split(id: string, at: number, version = 1): Promise<Outcome<ItemsAnswer>> {
  return world.give('planner', 'plans.split-item', { item: { id, version }, at })
}

function join(items: readonly PlanItem[]): Promise<Outcome<ItemsAnswer>> {
  return world.give('planner', 'plans.join-items', { items: items.map(({ id, version }) => ({ id, version })) })
}

async function bringBack(ids: readonly string[]): Promise<Outcome<ItemsAnswer>> {
  return await bringBackSeen(await seen(ids))
}

function bringBackSeen(items: readonly object[]): Promise<Outcome<ItemsAnswer>> {
  return world.give('planner', 'plans.bring-back', { items })
}

async function seen(ids: readonly string[]) {
  const rows = await Promise.all(ids.map(itemById))
  return rows.map(({ id, version }) => ({ id, version }))
}

async function historyOf(entry: string) {
  return await world.sql(
    `select event.command, act.act, event.person from {{schema}}.event_entry act join {{schema}}.event on event.id = act.event where act.entry = $1 order by event.at, event.id`,
    [entry],
  )
}
