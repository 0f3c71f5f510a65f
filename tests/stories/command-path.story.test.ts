import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { shipped } from '#apps/api/installation.ts'
import type { Register, RowOf } from '#engine/define/register.ts'
import { type Command, command, execute } from '#engine/store/command.ts'
import { technology } from '#registers/technologies/technology.register.ts'
import { a } from '#tests/support/builders.ts'
import { everyKind } from '#tests/support/every-kind.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld({ shipped: shipped([everyKind]) })
})
afterAll(() => world?.close())

describe('a request that is sent twice', () => {
  test('with the same key makes one entry and gets the same answer', async () => {
    const values = await a.technologyValues(world)
    const before = await total('technology')

    const first = await must(world.create('kunshan', 'technology', values, 'key-1'))
    const second = await must(world.create('kunshan', 'technology', values, 'key-1'))

    expect(second).toEqual(JSON.parse(JSON.stringify(first)))
    expect(await total('technology')).toBe(before + 1)
    expect(await eventsOf(first.id)).toBe(1)
  })

  test('eight times at once makes one entry and all get its answer', async () => {
    const values = await a.technologyValues(world)
    const before = await total('technology')

    const answers = await Promise.all(Array.from({ length: 8 }, () => must(world.create('kunshan', 'technology', values, 'key-2'))))

    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(await total('technology')).toBe(before + 1)
  })

  test('is answered as the first time although the entry has moved on since, one after the other or both at once; nothing is refused or kept', async () => {
    const { id } = await a.technology(world, { steps: 0 })
    const submit = (key: string) =>
      execute(
        world.store,
        world.installation.shipped.entryCommands.get('technology')!.move,
        { actor: world.as('kunshan'), request: 'test', idempotencyKey: key },
        {
          id,
          version: 1,
          move: 'submit',
        },
      )
    const refusals = async () => (await world.sql(`select count(*)::int as count from {{schema}}.refusal`))[0]!['count']
    const before = await refusals()

    const [first, second] = await Promise.all([must(submit('key-7')), must(submit('key-7'))])
    const third = await must(submit('key-7'))

    expect([second.row['version'], third.row['version']]).toEqual([2, 2])
    expect(JSON.parse(JSON.stringify([second, third]))).toEqual(JSON.parse(JSON.stringify([first, first])))
    expect(await world.sql(`select version from {{schema}}.technology where id = $1`, [id])).toEqual([{ version: 2 }])
    expect(await world.sql(`select count(*)::int as count from {{schema}}.event_entry where entry = $1`, [id])).toEqual([{ count: 2 }])
    expect(await refusals()).toBe(before)
  })

  test('with the same key and another body, or for another register, is refused', async () => {
    const values = await a.technologyValues(world)
    await must(world.create('kunshan', 'technology', values, 'key-3'))
    await must(world.create('kunshan', 'every_kind', {}, 'key-4'))

    expect(await refused(world.create('kunshan', 'technology', { ...values, title: '另一项' }, 'key-3'))).toMatchObject({
      code: 'idempotency.other-body',
      kind: 'conflict',
    })
    expect(await refused(world.create('kunshan', 'technology', {}, 'key-4'))).toMatchObject({ code: 'idempotency.other-body' })
  })

  test('with another person’s key is that person’s own request', async () => {
    const values = await a.technologyValues(world, 'suzhou')
    const [one, other] = await Promise.all([
      world.create('kunshan', 'technology', await a.technologyValues(world), 'key-5'),
      world.create('suzhou', 'technology', values, 'key-5'),
    ])

    expect(one.ok && other.ok && one.answer.id !== other.answer.id).toBe(true)
  })

  test('after a refusal is tried anew', async () => {
    const values = await a.technologyValues(world)
    await refused(world.create('kunshan', 'technology', { ...values, area: '320115' }, 'key-6'))

    await must(world.create('kunshan', 'technology', values, 'key-6'))
  })
})

describe('two people on one entry', () => {
  test('the one who saw an older version is refused and shown how it stands now', async () => {
    const entry = await a.technology(world)
    await must(world.edit('kunshan', 'technology', entry, { title: '先改' }))

    const stale = await refused(world.edit('suzhou', 'technology', entry, { title: '后改' }))
    const staleMove = await refused(world.move('kunshan', 'technology', entry, 'submit'))

    expect(stale).toMatchObject({ kind: 'stale', code: 'entry.stale', current: { title: '先改', version: 2 } })
    expect(staleMove.kind).toBe('stale')
  })

  test('of two who save at once exactly one wins, and nothing of the other is kept', async () => {
    const entry = await a.technology(world)

    const outcomes = await Promise.all(['甲', '乙', '丙', '丁'].map((title) => world.edit('kunshan', 'technology', entry, { title })))

    const won = outcomes.find(({ ok }) => ok)!
    const [row] = await world.sql('select title, version from {{schema}}.technology where id = $1', [entry.id])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(row).toEqual({ title: won.ok && won.answer.row['title'], version: 2 })
    expect(await eventsOf(entry.id)).toBe(2)
  })

  test('of two who publish one batch at once exactly one does, and it counts once', async () => {
    const entries = [await a.technology(world, { steps: 8 }), await a.technology(world, { steps: 8 })]
    const batch = await a.batchPastNotice(world, entries)
    world.clock.at('2026-06-20T09:00:00+08:00')

    const outcomes = await Promise.all(
      Array.from({ length: 3 }, () =>
        world.give('planner', 'selection.publish-batch', { batch, ...a.document(), documentDate: '2026-06-15' }),
      ),
    )

    const counted = await world.sql(
      `select sum(amount)::int as sum from {{schema}}.contribution where measure = 'published' and entry = any($1)`,
      [entries.map(({ id }) => id)],
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === 'entry.wrong-state')).toHaveLength(2)
    expect(counted).toEqual([{ sum: 2 }])
  })

  test('two batches that want the same entry at once do not both get it', async () => {
    const entry = await a.technology(world, { steps: 8 })
    const batches = await Promise.all([a.batch(world, []), a.batch(world, [])])

    const outcomes = await Promise.all(
      batches.map((batch) => world.give('planner', 'selection.add-to-batch', { batch, entries: [entry.id] })),
    )

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('a refusal', () => {
  test('in the middle of a set takes back all of it and is recorded with who, what and why', async () => {
    const [good, bad] = [await a.technology(world, { steps: 8 }), await a.technology(world, { steps: 5 })]
    const batch = await a.batch(world, [])
    const before = await everything()

    const refusal = await refused(world.give('planner', 'selection.add-to-batch', { batch, entries: [good.id, bad.id] }))

    const [recorded] = await world.sql('select person, post, command, code, words from {{schema}}.refusal order by id desc limit 1')
    expect(refusal).toMatchObject({ code: 'entry.wrong-state', words: { zh: expect.stringContaining('已推荐') } })
    expect(await everything()).toEqual(before)
    expect(recorded).toEqual({
      person: world.as('planner').person,
      post: world.as('planner').post,
      command: 'selection.add-to-batch',
      code: refusal.code,
      words: refusal.words,
    })
  })

  test('for a state, a missing right or a missing reason says so in words', async () => {
    const entry = await a.technology(world, { steps: 1 })

    expect((await refused(world.move('kunshan', 'technology', entry, 'accept'))).words.zh).toMatch(/已提交.*受理/)
    expect((await refused(world.move('kunshan-leader', 'technology', entry, 'checkCounty'))).words.zh).toMatch(/岗位无权.*县级审核通过/)
    expect((await refused(world.move('kunshan', 'technology', entry, 'return'))).words.zh).toMatch(/退回.*理由/)
    expect((await refused(world.move('kunshan', 'technology', entry, 'return', '   '))).code).toBe('move.reason-missing')
    for (const name of ['no-such-move', 'constructor', '__proto__', ''])
      expect((await refused(world.move('kunshan', 'technology', entry, name))).kind).toMatch(/state|invalid/)
  })

  test('for an entry out of one’s sight is the same as for one that does not exist', async () => {
    const entry = await a.technology(world)
    const hidden = await refused(world.edit('nanjing', 'technology', entry, { title: '看不见' }))
    const absent = await refused(
      world.edit('nanjing', 'technology', { id: '00000000-0000-7000-8000-000000000001', version: 1 }, { title: '没有' }),
    )

    expect(hidden.code).toBe('entry.not-found')
    expect(hidden.words.zh.replace(entry.id, '')).toBe(absent.words.zh.replace('00000000-0000-7000-8000-000000000001', ''))
  })

  test('of a form tells all faults at once, each with its label, an emptied field as not filled in', async () => {
    const values = {
      ...(await a.technologyValues(world)),
      title: '',
      area: '32',
      phone: '123',
      trlAfter: 10,
      completedOn: '2026-02-30',
      secrecyPledge: 'yes',
      batch: 'x',
      nothing: 1,
      evidence: [{ type: 'gossip' }],
    }

    const { faults, words } = await refused(world.create('kunshan', 'technology', values))

    expect([...new Set(faults!.map(({ path }) => path.split('.')[0]!))].sort()).toEqual([
      'area',
      'batch',
      'completedOn',
      'evidence',
      'nothing',
      'phone',
      'secrecyPledge',
      'title',
      'trlAfter',
    ])
    expect(faults!.find(({ path }) => path === 'title')).toMatchObject({ message: { zh: '必须填写' }, label: { zh: '技术名称' } })
    expect(faults!.find(({ path }) => path === 'batch')!.message.zh).toContain('系统写入')
    expect(faults!.filter(({ path }) => path !== 'nothing').every(({ label }) => label)).toBe(true)
    expect(words.zh).toMatch(/技术名称.*手机/s)
  })
})

describe('handing in', () => {
  test('needs every field that is needed and tells all that are empty; a draft is kept without them', async () => {
    const { id } = await must(world.create('kunshan', 'technology', { title: '只有名称', area: '320583' }))

    const { code, faults } = await refused(world.move('kunshan', 'technology', { id, version: 1 }, 'submit'))

    const needed = Object.entries(technology.fields)
      .filter(([, field]) => 'needed' in field)
      .map(([name]) => name)
    expect(code).toBe('move.needs')
    expect(new Set(faults!.map(({ path }) => path))).toEqual(new Set(needed))
    await must(world.move('kunshan', 'technology', { id, version: 1 }, 'withdraw', '不报了'))
  })

  test.each([
    ['without a test report, conclusion or evaluation', { types: ['user_statement'] }, '综合绩效评价结论'],
    ['without a novelty report, statement or contract', { types: ['test_report'] }, '查新报告'],
    ['of self-funded work without the experts’ opinion', { types: ['test_report', 'user_statement'], projectSource: 'own' }, '专家意见'],
    ['without the pledge', { types: ['test_report', 'user_statement'], secrecyPledge: false }, '涉密'],
  ])('%s is refused with the rule', async (_what, { types, ...more }, rule) => {
    const evidence = await Promise.all(types.map(async (type) => ({ type, files: [await world.upload('kunshan', `${type}.txt`, type)] })))
    const { id } = await must(world.create('kunshan', 'technology', { ...(await a.technologyValues(world)), ...more, evidence }))

    const refusal = await refused(world.move('kunshan', 'technology', { id, version: 1 }, 'submit'))

    expect(refusal.code).toBe('move.needs')
    expect(refusal.words.zh).toContain(rule)
    expect(refusal.faults).toHaveLength(1)
  })

  test('self-funded work with the experts’ opinion is taken', async () => {
    const types = ['evaluation_report', 'first_use_contract', 'expert_opinion']
    const evidence = await Promise.all(
      types.map(async (type) => ({ type, files: [await world.upload('kunshan', `${type}.txt`, `own ${type}`)] })),
    )
    const { id } = await must(
      world.create('kunshan', 'technology', { ...(await a.technologyValues(world)), projectSource: 'own', evidence }),
    )

    await must(world.move('kunshan', 'technology', { id, version: 1 }, 'submit'))
  })
})

describe('a file', () => {
  test('of somebody else cannot be hung on an entry by knowing its hash; one that hangs there may stay', async () => {
    const foreign = await world.upload('nanjing', '别人的.txt', '别人的材料')
    const unknown = { ...foreign, sha256: 'f'.repeat(64) }
    const entry = await a.technology(world)
    const [own] = (await world.sql('select evidence from {{schema}}.technology where id = $1', [entry.id])) as [{ evidence: object[] }]
    const edit = (by: string, files: readonly object[]) =>
      world.edit(by, 'technology', entry, { evidence: [...own.evidence, { type: 'other', files }] })

    expect((await refused(edit('kunshan', [foreign]))).code).toBe('file.unknown')
    expect((await refused(edit('kunshan', [unknown]))).code).toBe('file.unknown')
    await must(world.edit('suzhou', 'technology', entry, { evidence: own.evidence, title: '他人修改，附件未动' }))
    expect(await world.sql('select count(*)::int as count from {{schema}}.file_use where sha256 = $1', [foreign.sha256])).toEqual([
      { count: 0 },
    ])
  })
})

test('what a command prepares is prepared before its transaction opens', async () => {
  const open = async () => {
    const text = `select count(*)::int as count from pg_stat_activity where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`
    return Number((await world.sql(text))[0]!['count'])
  }
  const during = command({
    name: 'test.prepared',
    label: { zh: '准备', en: 'Prepared' },
    input: z.object({ word: z.string() }),
    right: { always: true },
    prepare: async ({ actor }, { word }) => ({ word, actor, open: await open() }),
    async run(call, _input, prepared: { word: string; open: number }) {
      await call.facts.client.query('select 1') // begin goes out with the first statement
      return { before: prepared, inside: await open() }
    },
  })
  const planner = world.as('planner')

  expect(await must(execute(world.store, during, { actor: planner, request: 'test' }, { word: '甲' }))).toEqual({
    before: { word: '甲', actor: planner, open: 0 },
    inside: 1,
  })
  expect((await refused(execute(world.store, during, { actor: planner, request: 'test' }, {}))).code).toBe('input.invalid')
})

describe('several acts of one command on one entry', () => {
  const run = <R extends Register>(register: R, body: (call: Parameters<Command<object, unknown>['run']>[0]) => Promise<unknown>) =>
    must(
      execute(
        world.store,
        command({
          name: `test.${register.name}`,
          label: register.title,
          input: z.object({}),
          right: { always: true },
          run: (call) => body(call) as Promise<object>,
        }),
        { actor: world.as('kunshan'), request: 'test' },
        {},
      ),
    )

  test('are one version: made, moved and changed it is the entry it was given out as, in its first version', async () => {
    const before = await total('every_kind')

    const { id } = (await run(everyKind, async (call) => {
      const [made] = call.create(everyKind, [{ text: '新' }])
      const row = call.touched[0]!.after as unknown as RowOf<typeof everyKind>
      call.move(everyKind, [row], 'close')
      return { id: made }
    })) as { id: string }

    expect(await world.sql('select text, state, version from {{schema}}.every_kind where id = $1', [id])).toEqual([
      { text: '新', state: 'closed', version: 1 },
    ])
    expect(await total('every_kind')).toBe(before + 1)
    expect(await eventsOf(id)).toBe(1)
  })

  test('changed twice it has one new version, and its past is what stood before the command', async () => {
    const { id } = await must(world.create('kunshan', 'every_kind', { text: '一' }))

    await run(everyKind, async (call) => {
      call.change(everyKind, await call.read(everyKind, id), { text: '二' })
      call.change(everyKind, await call.read(everyKind, id), { integer: 3 })
      return {}
    })

    expect(await world.sql('select text, integer, version from {{schema}}.every_kind where id = $1', [id])).toEqual([
      { text: '二', integer: 3, version: 2 },
    ])
    expect(await world.sql('select text, version from {{schema}}.every_kind_version where id = $1', [id])).toEqual([
      { text: '一', version: 1 },
    ])
  })
})

async function total(register: string): Promise<number> {
  return Number((await world.sql(`select count(*)::int as count from {{schema}}.${register}`))[0]!['count'])
}

async function eventsOf(entry: string): Promise<number> {
  return Number((await world.sql('select count(*)::int as count from {{schema}}.event_entry where entry = $1', [entry]))[0]!['count'])
}

/** Counts and versions of everything a command writes. */
async function everything(): Promise<unknown> {
  return world.sql(`select (select count(*) from {{schema}}.event)::int as events, (select count(*) from {{schema}}.contribution)::int as contributions,
    (select sum(version) from {{schema}}.technology)::int as versions, (select count(*) from {{schema}}.technology_version)::int as past`)
}
