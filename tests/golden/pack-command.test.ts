import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPack } from '#apps/api/pack-folder.ts'
import { packCommand } from '#apps/cli/pack.ts'
import { parseRegister } from '#engine/define/definition-schema.ts'
import { type Pack, packDoubts } from '#modules/programmes/index.ts'
import { onePagePdf, zipped } from '#tests/support/files.ts'
import { OWN_PLAN } from '#tests/support/own-plan.ts'

const folder = mkdtempSync(join(tmpdir(), 'lantu-pack-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' }
  const code = await packCommand(args, { out: (text) => (written.out += text), err: (text) => (written.err += text) })
  return { code, ...written }
}

async function packOf(name: string, bytes: string | Uint8Array, to: string): Promise<Pack> {
  writeFileSync(join(folder, name), bytes)
  const { code, err } = await run(join(folder, name), '-o', join(folder, to))
  if (code !== 0) throw new Error(err)
  const read = await readPack(join(folder, to))
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read.pack
}

describe('a pack drafted from a text', () => {
  let pack: Pack
  beforeAll(async () => {
    pack = await packOf('own.txt', OWN_PLAN, 'own')
  })
  const target = (title: string) => pack.targets.find((each) => each.title.includes(title))!

  test('has every target with what the reader knows of it', () => {
    expect(target('研发经费投入强度')).toMatchObject({ low: '2.6', unit: '%', deadline: '2029', kind: 'rate', indicator: 'rd_intensity' })
    expect(target('成交额')).toMatchObject({ low: '320', unit: '亿元', indicator: 'technology_contract_value' })
    expect(target('高新技术企业')).toMatchObject({ low: '5200', comparator: 'more_than', indicator: 'high_tech_enterprises' })
    expect(target('劳动生产率')).toMatchObject({ low: null, kind: 'relative', benchmark: '全国平均水平', comparator: 'more_than' })
    expect(target('入库')).toMatchObject({ low: '260', unit: '家' })
  })

  test('proposes how to count what is counted one by one, and where', () => {
    const library = pack.registers.find(({ kind }) => kind === 'library')!
    const indicator = pack.indicators.find(({ targets }) => targets.includes(target('入库').key))!

    expect(indicator).toMatchObject({ follows: 'statistic', register: library.key, rule: { counted: 'published', unit: { zh: '家' } } })
    const definition = parseRegister(library.definition)
    expect(Object.keys(definition.counting ?? {})).toEqual([indicator.code])
    expect(Object.keys(definition.fields)).toContain('enteredOn')
  })

  test('every proposed definition is one that the product takes, and a platform has none', () => {
    const definitions = pack.registers.flatMap(({ definition }) => definition ?? [])

    expect(definitions).toHaveLength(2)
    for (const definition of definitions) expect(() => parseRegister(definition)).not.toThrow()
    expect(pack.registers.find(({ kind }) => kind === 'platform')?.definition).toBeNull()
  })

  test('tasks have their units and actions, with a deliverable that is marked as proposed', () => {
    const [first, second, third] = pack.tasks

    expect(first).toMatchObject({ lead: [{ name: '省科技厅', origin: 'mark' }], support: [{ origin: 'mark' }, { origin: 'mark' }] })
    expect(second).toMatchObject({ joint: true })
    expect(third).toMatchObject({ lead: [{ origin: 'standard' }] })
    const actions = pack.tasks.flatMap(({ actions: own }) => own)
    expect(actions.length).toBeGreaterThan(3)
    expect(actions.every(({ standing, deliverable }) => standing === 'proposed' && deliverable.length > 0)).toBe(true)
  })

  test('fields are a classification with crosswalks to published ones, benefits a draft of rules', () => {
    const [own, ...published] = pack.classifications

    expect(own!.terms.filter(({ parent }) => parent === undefined).map(({ title }) => title.zh)).toEqual(['量子科技', '低空经济'])
    expect(published.map(({ code }) => code)).toContain('future_industries')
    expect(pack.crosswalks).toContainEqual(
      expect.objectContaining({ fromCode: 'f1', toScheme: 'future_industries', toCode: 'information' }),
    )
    expect(pack.instruments).toMatchObject([
      { kind: 'award', benefits: [{ role: 'amount', low: '20', unit: '万元' }], standing: 'proposed' },
    ])
  })

  test('says what is left to decide, on the terminal and in the README', async () => {
    const { out } = await run(join(folder, 'own.txt'), '-o', join(folder, 'again'))
    const readme = readFileSync(join(folder, 'again', 'README.md'), 'utf8')

    const doubts = packDoubts(pack)
    expect(doubts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['tasks', 'registers', 'indicators', 'instruments']))
    expect(out).toContain(`待定 ${doubts.length} 处`)
    for (const { words } of doubts) expect(readme).toContain(words.zh)
    const listed = readdirSync(join(folder, 'again')).filter((file) => file !== 'README.md')
    for (const file of listed) expect(readme).toContain(`| ${file} |`)
  })

  test('the same file gives the same pack, byte for byte, and nothing of the text but short quotes', async () => {
    await packOf('own.txt', OWN_PLAN, 'twice/own')

    for (const file of readdirSync(join(folder, 'own')))
      expect(readFileSync(join(folder, 'twice/own', file), 'utf8')).toBe(readFileSync(join(folder, 'own', file), 'utf8'))
    for (const { quote, start, end } of pack.items) expect(OWN_PLAN.slice(start, end)).toBe(quote)
    expect(pack.items.filter(({ quote }) => quote.includes('。'))).toEqual([])
  })

  test('its JSON schema names each file', () => {
    const schema = JSON.parse(readFileSync(join(folder, 'own', 'pack.schema.json'), 'utf8')) as { properties: object }

    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(['pack', 'plan', 'targets', 'indicators', 'instruments']))
  })
})

describe('other files', () => {
  const paragraphs = OWN_PLAN.trim().split('\n')

  test('a web page and a Word document give the same targets', async () => {
    const page = await packOf('own.html', `<html><body>${paragraphs.map((line) => `<p>${line}</p>`).join('')}</body></html>`, 'page')
    const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`
    const word = await packOf('own.docx', zipped({ 'word/document.xml': xml }), 'word')

    const figures = (pack: Pack) => pack.targets.map(({ title, low, unit }) => [title, low, unit])
    expect(figures(word)).toEqual(figures(page))
    expect(figures(word)).toHaveLength(6)
  })

  test('a scan, a broken file and one that is not there say what to do in both languages', async () => {
    writeFileSync(join(folder, 'scan.pdf'), onePagePdf(''))
    writeFileSync(join(folder, 'broken.docx'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))
    const answers = await Promise.all(
      ['scan.pdf', 'broken.docx', 'none.txt'].map((file) => run(join(folder, file), '-o', join(folder, 'no'))),
    )

    expect(answers.map(({ code }) => code)).toEqual([1, 1, 1])
    for (const { err } of answers) expect(err).toMatch(/[\u4e00-\u9fff].* \| .*[a-z]/)
    expect(readdirSync(folder)).not.toContain('no')
  })

  test('a pack that is there is not written over unless that is said', async () => {
    writeFileSync(join(folder, 'kept.txt'), OWN_PLAN)
    await run(join(folder, 'kept.txt'), '-o', join(folder, 'kept'))
    writeFileSync(join(folder, 'kept', 'tasks.json'), '[]')

    expect(await run(join(folder, 'kept.txt'), '-o', join(folder, 'kept'))).toMatchObject({ code: 1 })
    expect(readFileSync(join(folder, 'kept', 'tasks.json'), 'utf8')).toBe('[]')
    expect(await run(join(folder, 'kept.txt'), '-o', join(folder, 'kept'), '--replace')).toMatchObject({ code: 0 })
    expect(readFileSync(join(folder, 'kept', 'tasks.json'), 'utf8')).not.toBe('[]')
  })

  test('a wrong code or version is told before anything is read', async () => {
    expect(await run(join(folder, 'none.txt'), '-o', join(folder, 'x'), '--code', '山东')).toMatchObject({ code: 2 })
    expect(await run(join(folder, 'none.txt'), '-o', join(folder, 'x'), '--version', '1')).toMatchObject({ code: 2 })
  })
})
