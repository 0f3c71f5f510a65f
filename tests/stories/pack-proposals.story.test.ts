import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPack } from '#apps/api/pack-folder.ts'
import { packCommand } from '#apps/cli/pack.ts'
import type { PackInstalled, PackProposals } from '#contract/packs.ts'
import type { Proposal } from '#contract/programmes.ts'
import type { Version } from '#contract/versions.ts'
import { answer } from '#engine/store/query.ts'
import { type Pack, programmes } from '#modules/programmes/index.ts'
import type { MadeDocument } from '#platform/documents/made-document.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

const [registerDefinition] = programmes.documents
let world: World
let folder: string

beforeAll(async () => {
  world = await openWorld()
  folder = mkdtempSync(join(tmpdir(), 'lantu-pack-'))
})
afterAll(async () => {
  await world?.close()
  rmSync(folder, { recursive: true, force: true })
})

const install = (pack: Pack) => world.give<PackInstalled>('planner', 'programmes.install-pack', { pack })

async function packAt(path: string): Promise<Pack> {
  const read = await readPack(path)
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read.pack
}

describe('what a pack can only propose', () => {
  const TEXT = `银杏省新材料行动方案（2026—2028年）

一、主要目标
到2028年，建成中试基地20个。

二、重点任务
（一）建立新材料首批次产品目录。（省工业和信息化厅牵头）
（二）对认定的首批次产品研制单位，给予最高300万元奖励。（省财政厅牵头）
`
  let document: string
  const proposals = async (who = 'planner') =>
    ((await world.ask<PackProposals>(who, 'programmes.pack-proposals', { document })) as PackProposals).proposals

  test('stands as proposals to decide on one by one; installing builds no register and pays nobody', async () => {
    const pack = await draftedFrom(TEXT, 'proposing')

    document = (await must(install(pack))).document

    const [list, award, ...more] = await proposals()
    expect(more).toEqual([])
    expect(list).toMatchObject({
      register: 'register_draft',
      state: 'proposed',
      title: expect.stringContaining('目录') as string,
      mayDecide: true,
    })
    expect(list?.words).toContain('佐证材料')
    expect(award).toMatchObject({
      register: 'policy_instrument',
      state: 'proposed',
      words: expect.stringContaining('最高300万元') as string,
    })
    expect((await proposals('kunshan')).map(({ mayDecide }) => mayDecide)).toEqual([false, false])
  })

  test('is taken on by a planner alone, and its definition can be taken away as a file', async () => {
    const [list, award] = await proposals()

    expect((await refused(world.move('kunshan', list!.register, list!, 'accept'))).code).toBe('entry.no-right')
    await must(world.move('planner', list!.register, list!, 'accept'))
    await must(world.move('planner', award!.register, award!, 'decline'))

    expect((await proposals()).map(({ state }) => state)).toEqual(['accepted', 'declined'])
    const made = (await answer(
      registerDefinition!,
      { store: world.store, actor: world.as('planner') },
      { draft: list!.id },
    )) as MadeDocument
    expect(made.name).toMatch(/^[a-z_0-9]+\.register\.ts$/)
    expect(Buffer.from(made.bytes).toString()).toContain("import { register } from '#engine/define/register.ts'")
  })

  test('stays as decided when a later version of the pack comes, which adds only what is new', async () => {
    const next = { ...(await draftedFrom(`${TEXT}（三）建立新材料应用需求清单。（省科技厅牵头）\n`, 'proposing')), version: '1.1.0' }
    const [{ sha256 } = { sha256: '' }] = (await world.sql('select sha256 from {{schema}}.installed_pack where code = $1', [
      next.code,
    ])) as {
      sha256: string
    }[]

    await must(install({ ...next, source: { ...next.source, sha256 } }))

    expect((await proposals()).map(({ register, state }) => [register, state])).toEqual([
      ['register_draft', 'accepted'],
      ['register_draft', 'proposed'],
      ['policy_instrument', 'declined'],
    ])
  })
})

describe('what confirming a plan on screen can only propose', () => {
  const TEXT = `青杨省未来产业行动方案（2026—2028年）

一、重点领域
（一）量子科技。聚焦量子计算、量子通信等方向。
（二）低空经济。
（三）绿色船舶。

二、重点任务
（一）建立新材料首批次产品目录。（省工业和信息化厅牵头）
（二）搭建低空飞行服务平台。（省交通运输厅牵头）
（三）对首次认定的高新技术企业，给予最高30万元奖励。（省财政厅牵头）
`
  const SCHEME = "select count(*)::int as schemes from {{schema}}.classification where title like '青杨省%'"
  let document: string
  const proposal = async () => (await world.ask('planner', 'programmes.proposal', { document })) as Proposal
  const proposals = async () =>
    ((await world.ask('planner', 'programmes.pack-proposals', { document })) as PackProposals).proposals.map(
      ({ register, state, title }) => [register, state, title],
    )

  test('is shown before: benefits with their figures, fields with where they may belong; nothing is made by looking', async () => {
    document = await read('青杨.txt')
    const { fields, benefits, registers } = await proposal()

    expect(benefits).toEqual([
      {
        title: '首次认定的高新技术企业：奖励',
        words: expect.stringContaining('最高30万元') as string,
        quote: expect.stringContaining('30万元') as string,
      },
    ])
    expect(fields.filter(({ parent }) => parent === null).map(({ code, title }) => [code, title])).toEqual([
      ['f1', '量子科技'],
      ['f2', '低空经济'],
      ['f3', '绿色船舶'],
    ])
    expect(fields.find(({ code }) => code === 'f2')?.places.map(({ zh }) => zh)).toContain('未来空间')
    expect(registers.length).toBeGreaterThan(1)
    expect(await world.sql(SCHEME, [])).toEqual([{ schemes: 0 }])
  })

  test('a document read in by an earlier version, which kept no benefits and fields, is proposed alike', async () => {
    const before = await proposal()
    await world.sql('update {{schema}}.policy_document set findings = null where id = $1', [document])

    expect(await proposal()).toEqual(before)
  })

  test('stands as proposals to decide on; the fields that were ticked are the classification of the plan', async () => {
    await must(world.give('planner', 'programmes.confirm-plan', { document, fields: ['f1', 'f1.1', 'f3'] }))

    expect(await proposals()).toEqual([
      ['register_draft', 'proposed', expect.stringContaining('目录')],
      ['policy_instrument', 'proposed', '首次认定的高新技术企业：奖励'],
    ])
    const terms = await world.sql(
      `select term.code, term.title, term.parent from {{schema}}.classification_term term
       join {{schema}}.classification own on own.code = term.scheme where own.title like '青杨省%' order by term.code`,
      [],
    )
    expect(terms).toEqual([
      { code: 'f1', title: '量子科技', parent: null },
      { code: 'f1.1', title: '量子计算', parent: 'f1' },
      { code: 'f3', title: '绿色船舶', parent: null },
    ])
  })

  test('a plan confirmed without fields makes no classification, and one of the same schemes takes the published ones as they are', async () => {
    document = await read('再读.txt')
    await must(world.give('planner', 'programmes.confirm-plan', { document }))
    expect(await world.sql(SCHEME, [])).toEqual([{ schemes: 1 }])

    document = await read('三读.txt')
    await must(world.give('planner', 'programmes.confirm-plan', { document, fields: ['f2'] }))
    expect(await world.sql(SCHEME, [])).toEqual([{ schemes: 2 }])
    expect(await world.sql("select count(*)::int as schemes from {{schema}}.classification where code = 'future_industries'", [])).toEqual([
      { schemes: 1 },
    ])
  })

  test('a new version of the plan keeps what was decided and adds what is new in its words', async () => {
    const [list] = ((await world.ask('planner', 'programmes.pack-proposals', { document })) as PackProposals).proposals
    await must(world.move('planner', 'register_draft', list!, 'decline'))
    const next = TEXT.replace('最高30万元', '最高50万元').replace('（二）搭建', '（二）建立低空应用推荐目录。（省科技厅牵头）\n（三）搭建')
    const file = await world.upload('planner', '新版.txt', `${next}\n附注：新版\n`)
    const newer = (await must(world.give<{ document: string }>('planner', 'plans.read', { file, supersedes: document }))).document
    const { changes } = (await world.ask('planner', 'programmes.version', { document: newer })) as Version
    const decisions = Object.fromEntries(changes.map(({ key }) => [key, 'apply']))

    await must(world.give('planner', 'programmes.adopt-version', { document: newer, decisions }))

    const before = document
    document = newer
    const shown = await proposals()
    expect(shown.filter(([register]) => register === 'register_draft')).toEqual([
      ['register_draft', 'declined', expect.stringContaining('首批次产品目录')],
      ['register_draft', 'proposed', expect.stringContaining('推荐目录')],
    ])
    expect(shown.filter(([register]) => register === 'policy_instrument').length).toBe(2)
    document = before
    expect(await proposals()).toEqual(shown)
  })

  async function read(name: string): Promise<string> {
    const file = await world.upload('planner', name, `${TEXT}\n附注：${name}\n`)
    return (await must(world.give<{ document: string }>('planner', 'plans.read', { file }))).document
  }
})

async function draftedFrom(text: string, code: string): Promise<Pack> {
  const file = join(folder, `${code}.txt`)
  writeFileSync(file, text)
  const said: string[] = []
  const given = { out: (words: string | Uint8Array) => void said.push(String(words)), err: (words: string) => void said.push(words) }
  const at = mkdtempSync(join(folder, `${code}-`))
  if ((await packCommand([file, '-o', join(at, code)], given)) !== 0) throw new Error(said.join(''))
  return packAt(join(at, code))
}
