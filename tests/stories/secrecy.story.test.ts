import { readdirSync } from 'node:fs'
import { Document, Header, Packer, Paragraph } from 'docx'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { uploadAnswer } from '#contract/files.ts'
import { type WorkList, workList } from '#contract/work-list.ts'
import { entryHistory } from '#engine/store/entries.ts'
import { type Api, openApi } from '#tests/support/api.ts'
import { a } from '#tests/support/builders.ts'
import { onePagePdf } from '#tests/support/files.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

const STAMP = '天枢七号'
let world: World
let api: Api

beforeAll(async () => {
  world = await openWorld()
  api = await openApi(world)
})
afterAll(async () => {
  await api?.close()
  await world?.close()
})
beforeEach(async () => {
  await world.sql('delete from {{schema}}.secrecy_incident')
})

const incidents = async () =>
  await world.sql(
    'select place, part, mark_kind as "markKind", person, post, state, id, version from {{schema}}.secrecy_incident order by no',
  )

async function upload(who: string, name: string, content: Uint8Array) {
  const boundary = 'lantu-boundary'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const client = await api.as(who)
  return await client.send({
    method: 'POST',
    url: '/api/v1/files',
    payload,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
}

async function word(header: string, body: string): Promise<Uint8Array> {
  const headers = { default: new Header({ children: [new Paragraph(header)] }) }
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ headers, children: [new Paragraph(body)] }] })))
}

describe('a text with a secrecy mark', () => {
  test.each([
    ['title', { title: `机密★10年 ${STAMP}` }, '前沿技术突破：技术名称', 'secret'],
    ['keyFigures', { keyFigures: [{ name: `指标${STAMP}`, before: '秘密★' }] }, '前沿技术突破：关键指标', 'confidential'],
  ])(
    'in %s is refused by the name of the field, and the officer is told without what stood there',
    async (path, values, place, markKind) => {
      const before = (await world.sql('select count(*)::int as n from {{schema}}.technology'))[0]!['n']
      const given = await a.technologyValues(world, 'kunshan', values)

      const { code, words, faults } = await refused(world.create('kunshan', 'technology', given))

      expect([code, faults![0]!.path]).toEqual(['secrecy.mark-found', path])
      expect(words.zh).not.toContain(STAMP)
      expect(await incidents()).toMatchObject([
        { place, part: '填写内容', markKind, person: world.as('kunshan').person, post: world.as('kunshan').post },
      ])
      expect((await world.sql('select count(*)::int as n from {{schema}}.technology'))[0]!['n']).toBe(before)
      expect(await tablesThatHold(STAMP)).toEqual([])
    },
  )

  test('is refused in an edit and in a reason, too; a text that only speaks of secrets is not', async () => {
    const { id } = await must(
      world.create('kunshan', 'technology', await a.technologyValues(world, 'kunshan', { title: '商业秘密保护与机密计算技术' })),
    )

    expect((await refused(world.edit('kunshan', 'technology', { id, version: 1 }, { title: '内部资料 注意保管' }))).code).toBe(
      'secrecy.mark-found',
    )
    expect((await refused(world.move('kunshan', 'technology', { id, version: 1 }, 'withdraw', '绝密★启用前'))).code).toBe(
      'secrecy.mark-found',
    )
    expect((await incidents()).map(({ place }) => place)).toEqual(['前沿技术突破：技术名称', '办理：理由'])
  })
})

describe('a file with a secrecy mark', () => {
  test('in the header of a Word document is refused; nothing of it is kept, and the officer is told', async () => {
    const before = filesKept()

    const answer = await upload('kunshan', `${STAMP}.docx`, await word('秘密★', `正文 ${STAMP}`))

    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ code: 'secrecy.mark-found' })
    expect(answer.json<{ words: { zh: string } }>().words.zh).toContain('页眉页脚')
    expect(filesKept()).toEqual(before)
    expect(await world.sql('select 1 from {{schema}}.file where name like $1', [`%${STAMP}%`])).toEqual([])
    expect(await incidents()).toMatchObject([{ part: '页眉页脚', markKind: 'confidential', person: world.as('kunshan').person }])
    expect(await tablesThatHold(STAMP)).toEqual([])
  })

  test('in the text of a PDF is refused; a scan is taken, and its sender is asked to answer for it', async () => {
    const marked = await upload('kunshan', '通知.pdf', onePagePdf('机密★10年'))
    const scan = await upload('kunshan', '扫描.pdf', onePagePdf(''))
    const plain = await upload('kunshan', '通知.pdf', onePagePdf('关于某项工作的通知'))

    expect([marked.statusCode, marked.json<{ code: string }>().code]).toEqual([422, 'secrecy.mark-found'])
    expect(await incidents()).toMatchObject([{ part: '正文', markKind: 'secret' }])
    expect([scan.statusCode, plain.statusCode]).toEqual([200, 200])
    expect(uploadAnswer.parse(scan.json()).notLookedInto?.zh).toContain('“扫描.pdf”未能检查密级标志')
    expect(uploadAnswer.parse(plain.json()).notLookedInto).toBeUndefined()
  })

  test('of a scan the history tells who was told and answers for it, at the act that hung it on the entry, and of no other file', async () => {
    const file = async (name: string, content: string | Uint8Array) => {
      const { notLookedInto: _told, ...uploaded } = uploadAnswer.parse((await upload('kunshan', name, Buffer.from(content))).json())
      return { type: 'other', files: [uploaded] }
    }
    const plain = await file('报告.txt', '检测结论合格')
    const given = await a.technologyValues(world, 'kunshan', { title: '附扫描件的技术', evidence: [plain] })
    const entry = await must(world.create('kunshan', 'technology', given))
    const scan = await file('扫描.pdf', onePagePdf(''))
    await must(world.edit('kunshan', 'technology', { id: entry.id, version: 1 }, { evidence: [plain, scan] }))
    await must(world.edit('kunshan', 'technology', { id: entry.id, version: 2 }, { contact: '李四' }))

    const answer = await entryHistory(world.store, world.store.catalogue.need('technology'), world.as('auditor'), entry.id)
    expect('lines' in answer && answer.lines.map(({ answersFor }) => answersFor.map(({ zh }) => zh))).toEqual([
      [],
      ['“扫描.pdf”未能检查密级标志（有的页没有文字，可能是扫描件），上传时已提示，由上传人负责'],
      [],
    ])
  })

  test('is told from one that has none', async () => {
    expect((await upload('kunshan', '佐证.docx', await word('省科技厅', '本单位依法保守商业秘密。'))).statusCode).toBe(200)
    expect((await upload('kunshan', '佐证.txt', Buffer.from('题目\n机密\n'))).statusCode).toBe(422)
    expect(await incidents()).toHaveLength(1)
  })
})

test('the officer alone sees incidents, finds them on the work list, and records what was done with a reason', async () => {
  await upload('kunshan', '佐证.txt', Buffer.from('绝密★启用前\n'))
  const [incident] = await incidents()
  const seen = { id: String(incident!['id']), version: 1 }

  const waiting = async (who: string) =>
    workList.parse(await world.ask<WorkList>(who, 'collaboration.work-list', {})).items.map(({ id }) => id)
  expect(await waiting('secrecy')).toContain(seen.id)
  for (const who of ['kunshan', 'planner', 'admin', 'auditor'])
    expect((await (await api.as(who)).get('/registers/secrecy_incident/entries')).json<{ entries: unknown[] }>().entries).toEqual([])

  expect((await refused(world.move('secrecy', 'secrecy_incident', seen, 'handle'))).code).toBe('move.reason-missing')
  await must(world.move('secrecy', 'secrecy_incident', seen, 'handle', '已约谈并核实为误标'))
  expect(await waiting('secrecy')).toEqual([])
})

test('nobody notes an incident by hand', async () => {
  const values = { place: 'x', markKind: 'secret', person: world.as('kunshan').person, post: world.as('kunshan').post }

  expect((await refused(world.create('kunshan', 'secrecy_incident', values))).code).toBe('entry.made-by-command')
  expect(
    (await (await api.as('kunshan')).post('/commands/directory.note-incident', { markKind: 'secret', place: 'x', part: 'x' })).statusCode,
  ).toBe(403)
})

/** Everything in the file store, drafts of uploads among it. */
function filesKept(): readonly string[] {
  return readdirSync(world.filesFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted((one, other) => (one < other ? -1 : 1))
}

async function tablesThatHold(text: string): Promise<readonly string[]> {
  const tables = await world.sql('select table_name as name from information_schema.tables where table_schema = $1', [world.store.schema])
  const found = await Promise.all(
    tables.map(async ({ name }) =>
      (await world.sql(`select 1 from {{schema}}."${String(name)}" own where own::text like $1 limit 1`, [`%${text}%`])).length > 0
        ? [String(name)]
        : [],
    ),
  )
  return found.flat()
}
