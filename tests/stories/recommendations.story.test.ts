import { inflateRawSync } from 'node:zlib'
import { extractRawText } from 'mammoth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shipped } from '#apps/api/installation.ts'
import { type RecommendationView, recommendationView } from '#contract/recommendations.ts'
import { openApi } from '#tests/support/api.ts'
import { aCall, aPractice, practice } from '#tests/support/recommended-register.ts'
import { must, openWorld, refused, type Seen, type World } from '#tests/support/world.ts'

interface Issued {
  readonly recommendation: string
  readonly checkCode: string
  readonly superseded: number
}

let world: World
let call: string
let entries: Seen[]
let letter: Issued

beforeAll(async () => {
  world = await openWorld({ shipped: shipped([practice]) })
  call = await aCall(world)
  entries = []
  for (const title of ['量子测控', '低空感知', '智能制造']) entries.push(await aPractice(world, { call, steps: 2, values: { title } }))
  letter = await issue(entries)
}, 60_000)
afterAll(() => world?.close())

describe('a recommendation letter', () => {
  test('is issued by the leader of the city alone, of what was recommended alone', async () => {
    const early = await aPractice(world, { call, steps: 1 })
    const given = { register: 'practice', call, entries: [early.id] }

    expect((await refused(world.give('suzhou', 'selection.issue-recommendation', given))).code).toBe('command.no-right')
    expect((await refused(world.give('nanjing-leader', 'selection.issue-recommendation', given))).code).toBe('entry.not-found')
    const refusal = await refused(world.give('suzhou-leader', 'selection.issue-recommendation', given))
    expect(refusal.code).toBe('recommendation.entries')
    expect(refusal.words.zh).toContain('尚未推荐')
  })

  test('comes as Word with the entries, the notice and the code on every foot', async () => {
    const api = await openApi(world)
    const path = `/documents/selection.recommendation-letter?recommendation=${letter.recommendation}`
    const answer = await (await api.as('suzhou-leader')).get(path)
    const nanjing = await api.as('nanjing')
    const [foreign, none] = [await nanjing.get(path), await nanjing.get('/documents/selection.none')]
    await api.close()

    const { value: text } = await extractRawText({ buffer: answer.rawPayload })
    expect(answer.headers['content-disposition']).toContain(letter.checkCode)
    for (const words of ['苏州市科技局关于推荐可推广做法的函', '苏科测发〔2026〕7号', '量子测控', '低空感知', '昆山市', '2026年6月1日'])
      expect(text).toContain(words)
    expect(feetOf(answer.rawPayload)).toHaveLength(2)
    for (const foot of feetOf(answer.rawPayload)) expect(foot).toContain(letter.checkCode)
    expect(foreign.json()).toMatchObject({ status: 404, code: 'entry.not-found' })
    expect(none.json()).toMatchObject({ status: 404, code: 'document.unknown' })
  })

  test('is not taken back with a mistyped code or that of another paper', async () => {
    const other = await issue([await aPractice(world, { call, steps: 2 })])
    const last = letter.checkCode.at(-1) === '2' ? '3' : '2'

    expect((await scanned(letter, `${letter.checkCode.slice(0, -1)}${last}`)).code).toBe('recommendation.code-misread')
    expect((await scanned(letter, other.checkCode)).code).toBe('recommendation.other-paper')
  })

  test('is refused sealed when an entry has changed since, naming entry and field; a state it has reached does not matter', async () => {
    await must(world.move('planner', 'practice', entries[2]!, 'accept'))
    await must(world.move('planner', 'practice', entries[1]!, 'askSupplement', '名称不规范'))
    await must(world.edit('suzhou', 'practice', { id: entries[1]!.id, version: entries[1]!.version + 1 }, { title: '低空智能感知' }))

    const refusal = await scanned(letter, letter.checkCode)

    expect(refusal.code).toBe('recommendation.changed')
    expect(refusal.faults!.map(({ message }) => message.zh)).toEqual([
      expect.stringMatching(/^第 2 项“低空感知”的“名称”已变更（第 4 版→第 6 版），需重新用印$/),
    ])
    expect((await view()).entries.map(({ changed }) => changed !== null)).toEqual([false, true, false])
  })

  test('is issued anew, which supersedes the first, and comes back sealed by its own code however it is typed', async () => {
    await must(world.move('suzhou', 'practice', { id: entries[1]!.id, version: entries[1]!.version + 2 }, 'resupply'))
    const again = await issue(entries)
    const file = await world.upload('suzhou', '盖章.pdf', '扫描件')

    expect(again).toMatchObject({ superseded: 1 })
    expect(again.checkCode).not.toBe(letter.checkCode)
    expect((await view()).recommendation.state).toBe('superseded')
    await must(
      world.give('suzhou', 'selection.return-scan', {
        recommendation: again.recommendation,
        checkCode: again.checkCode.toLowerCase().replaceAll('-', ' '),
        file,
      }),
    )
    expect((await view(again)).recommendation).toMatchObject({ state: 'sealed', scan: [{ sha256: file.sha256 }] })
    expect((await view(again)).entries.map(({ changed }) => changed)).toEqual([null, null, null])
  })
})

async function issue(those: readonly Seen[]): Promise<Issued> {
  return await must(
    world.give<Issued>('suzhou-leader', 'selection.issue-recommendation', {
      register: 'practice',
      call,
      entries: those.map(({ id }) => id),
    }),
  )
}

async function scanned({ recommendation }: Issued, checkCode: string) {
  const file = await world.upload('suzhou', '盖章.pdf', checkCode)
  return await refused(world.give('suzhou', 'selection.return-scan', { recommendation, checkCode, file }))
}

async function view({ recommendation } = letter): Promise<RecommendationView> {
  return recommendationView.parse(await world.ask('suzhou', 'selection.recommendation', { recommendation }))
}

/** The texts of the feet in a .docx, read out of the zip by its local headers. */
function feetOf(docx: Buffer): readonly string[] {
  const feet: string[] = []
  for (let at = docx.indexOf('PK\x03\x04'); at >= 0; at = docx.indexOf('PK\x03\x04', at + 4)) {
    const [size, nameLength, extra] = [docx.readUInt32LE(at + 18), docx.readUInt16LE(at + 26), docx.readUInt16LE(at + 28)]
    const name = docx.toString('utf8', at + 30, at + 30 + nameLength)
    const start = at + 30 + nameLength + extra
    if (/^word\/footer\d+\.xml$/.test(name)) feet.push(inflateRawSync(docx.subarray(start, start + size)).toString('utf8'))
  }
  return feet
}
