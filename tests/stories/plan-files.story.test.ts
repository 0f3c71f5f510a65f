import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Words } from '#engine/define/words.ts'
import { samplePlan } from '#tests/support/populated.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

interface Read {
  readonly document: string
  readonly items: number
  readonly encoding: string
  readonly warnings: readonly Words[]
}

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

describe('a file that is no plan is refused with its name and the reason, and nothing is kept of it', () => {
  test.each([
    ['only blanks', ' \n\t  \r\n', 'plan.empty'],
    ['a broken PDF', '%PDF-1.7\n%âãÏÓ', 'plan.broken-file'],
    ['a broken Word file', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), 'plan.broken-file'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'plan.not-text'],
    ['random bytes', Uint8Array.from({ length: 5000 }, (_value, at) => (at * 7919) % 256), 'plan.not-text'],
  ])('%s', async (name, content, code) => {
    const refusal = await refused(read(content, `${name}.txt`))

    expect(refusal.code).toBe(code)
    expect(refusal.words.zh).toContain(name)
    expect(await documents()).toBe(0)
  })

  test('longer than a million characters', async () => {
    const refusal = await refused(read('到2027年，突破30项前沿技术。\n'.repeat(60_000)))

    expect(refusal).toMatchObject({ code: 'plan.too-long', kind: 'too_large', words: { zh: expect.stringContaining('1000000') } })
  })

  test('that never arrived, or whose hash is none', async () => {
    for (const sha256 of ['f'.repeat(64), 'abc', '../../etc/passwd', '']) {
      expect((await refused(world.give('planner', 'plans.read', { file: { sha256, name: 'x', size: 1, type: 'text/plain' } }))).code).toBe(
        'file.unknown',
      )
    }
  })

  test('that somebody else uploaded', async () => {
    const file = await world.upload('suzhou', 'plan.txt', await samplePlan())

    expect((await refused(world.give('planner', 'plans.read', { file }))).code).toBe('file.unknown')
    expect(await documents()).toBe(0)
  })
})

describe('a plan in an old encoding is read all the same', () => {
  test.each([
    ['gb18030', 'GB18030'],
    ['gbk', 'GBK'],
    ['utf-8 with a mark', 'UTF-8'],
    ['utf-16', 'UTF-16'],
  ])('%s', async (name, code) => {
    const plan = await samplePlan()
    const bytes =
      name === 'utf-8 with a mark'
        ? Buffer.from(`\ufeff${plan}`)
        : name === 'utf-16'
          ? Buffer.from(`\ufeff${plan}`, 'utf16le')
          : iconv(plan, code)

    const { document, items } = await must(read(bytes))

    expect(items).toBeGreaterThan(10)
    expect(await targetsOf(document)).toContain('80')
  })

  test('big5', async () => {
    const { document, encoding } = await must(
      read(iconv('未來產業行動方案\n\n一、總體目標\n\n到2027年，突破30項前沿技術，建設5個平台。\n', 'BIG5')),
    )

    const [row] = await world.sql('select text from {{schema}}.policy_document where id = $1', [document])
    expect(encoding).toBe('big5')
    expect(row!['text']).toContain('突破30項前沿技術')
  })
})

describe('a text that is hardly a plan', () => {
  test('without any number is read with a warning and no target', async () => {
    const { document, warnings } = await must(read('关于加强管理的意见\n\n一、总体要求\n\n坚持创新引领，加强组织领导。\n'))

    expect(await targetsOf(document)).toEqual([])
    expect(warnings.length).toBeGreaterThan(0)
    for (const { zh, en } of warnings) expect(zh && en).not.toBe('')
    await must(world.give('planner', 'programmes.confirm-plan', { document }))
  })

  test('of one endless line, or of nothing but digits and signs, is read without a fault', async () => {
    for (const text of [
      '项'.repeat(50_000),
      '1234567890'.repeat(2000),
      '一、'.repeat(5000),
      '((((('.repeat(5000),
      '到2027年突破30项。'.repeat(300),
    ])
      await must(read(text))
  })

  test('with a stray NUL is kept with a sign in its place, every offset as it was', async () => {
    const { document } = await must(read(`行动方案\n一、目标\n到2027年，\0突破30项前沿技术。\n${'加强组织领导。\n'.repeat(20)}`))

    const rows = await world.sql(
      `select item.start, item."end", item.quote, document.text from {{schema}}.plan_item item join {{schema}}.policy_document document on document.id = item.document where document.id = $1 and item_kind = 'target'`,
      [document],
    )
    for (const { start, end, quote, text } of rows) expect(String(text).slice(Number(start), Number(end))).toBe(quote)
    expect(rows.length).toBeGreaterThan(0)
  })

  test('with a title of a thousand characters, some of two UTF-16 units, is kept with the title cut', async () => {
    const { document } = await must(read(`${'𠮷野'.repeat(300)}行动方案\n\n一、${'𠮷'.repeat(400)}目标\n\n到2027年，突破30项前沿技术。\n`))

    const [row] = await world.sql('select char_length(title) as length from {{schema}}.policy_document where id = $1', [document])
    expect(Number(row!['length'])).toBeLessThanOrEqual(300)
  })
})

async function read(content: string | Uint8Array, name = 'plan.txt') {
  const file = await world.upload('planner', name, content)
  return await world.give<Read>('planner', 'plans.read', { file })
}

async function documents(): Promise<number> {
  return Number((await world.sql('select count(*)::int as count from {{schema}}.policy_document'))[0]!['count'])
}

async function targetsOf(document: string): Promise<readonly unknown[]> {
  return (
    await world.sql(`select low from {{schema}}.plan_item where document = $1 and item_kind = 'target' order by start`, [document])
  ).map(({ low }) => low)
}

/** Node reads the old encodings and does not write them. */
function iconv(text: string, to: string): Buffer {
  return execFileSync('iconv', ['-f', 'UTF-8', '-t', `${to}//TRANSLIT`], { input: text })
}
