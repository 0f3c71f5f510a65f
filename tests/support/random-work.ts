import fc from 'fast-check'
import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import { a, later } from './builders.ts'
import type { World } from './world.ts'

/** One thing somebody does, by numbers that are folded onto what there is. */
interface Act {
  readonly what:
    | 'create'
    | 'edit'
    | 'move'
    | 'return'
    | 'startBatch'
    | 'addToBatch'
    | 'removeFromBatch'
    | 'openNotice'
    | 'closeNotice'
    | 'publish'
    | 'cancel'
    | 'revoke'
    | 'wait'
  readonly which: number
  readonly how: number
}

const AREAS = ['320583', '3205Z1', '320505', '320115', '321003', '320000', '321100']
const COMPLETED = ['2023-12-31', '2024-01-01', '2026-03-31', '2026-12-31', '2027-01-01']

/** How often each is tried; most tries on batches meet one in the wrong state and are refused. */
const WEIGHTS = {
  create: 3,
  edit: 6,
  move: 34,
  return: 2,
  startBatch: 2,
  addToBatch: 6,
  removeFromBatch: 2,
  openNotice: 4,
  closeNotice: 4,
  publish: 4,
  cancel: 1,
  revoke: 1,
  wait: 4,
} as const satisfies Record<Act['what'], number>

/** Acts in a likely order: many entries are made and pushed along, some returned, moved to another area or taken out again. */
export function acts(count: number): fc.Arbitrary<readonly Act[]> {
  const what = fc.constantFrom(
    ...Object.entries(WEIGHTS).flatMap(([name, weight]) => Array.from({ length: weight }, () => name as Act['what'])),
  )
  return fc.array(fc.record({ what, which: fc.noBias(fc.nat(10_000)), how: fc.noBias(fc.nat(10_000)) }), {
    minLength: count,
    maxLength: count,
  })
}

interface State {
  readonly world: World
  readonly everybody: Actor
  readonly evidence: Row
  day: string
}

/** Does the acts one after the other, a clock's minutes or days apart; refused ones leave nothing behind. Answers how many were accepted. */
export async function work(world: World, all: readonly Act[], from = '2026-04-01'): Promise<number> {
  const everybody: Actor = {
    ...world.as('planner'),
    roles: new Set(['planner', 'county_clerk', 'county_leader', 'city_clerk', 'city_leader']),
  }
  const state: State = { world, everybody, evidence: await a.technologyValues(world, everybody), day: from }
  let accepted = 0
  for (const [at, act] of all.entries()) {
    if (act.what === 'wait') state.day = later(state.day, act.how % 4)
    world.clock.at(new Date(Date.parse(`${state.day}T01:00:00Z`) + at * 7_000).toISOString())
    if (act.what !== 'wait') accepted += Number(await done(state, act))
  }
  return accepted
}

async function done(state: State, { what, which, how }: Act): Promise<boolean> {
  const { world, everybody, evidence, day } = state
  const pick = async (where: string) => {
    const rows = await world.sql(where)
    return rows.length === 0 ? undefined : rows[which % rows.length]
  }
  const open = () =>
    pick(
      `select id, version, state from {{schema}}.technology where state not in ('published', 'withdrawn', 'declined', 'notRecommended', 'notAccepted', 'revoked') order by id`,
    )
  const batch = (...states: string[]) =>
    pick(
      `select id, state, notice_until_on as "noticeUntilOn" from {{schema}}.batch where state in (${states.map((each) => `'${each}'`).join()}) order by id`,
    )
  const give = async (name: string, input: object) => (await world.give(everybody, `selection.${name}`, input)).ok

  if (what === 'create')
    return (
      await world.create(everybody, 'technology', {
        ...evidence,
        title: `随机${which}`,
        area: AREAS[how % AREAS.length],
        completedOn: COMPLETED[which % COMPLETED.length],
      })
    ).ok
  if (what === 'startBatch') return give('start-batch', { title: `批次${which}`, register: 'technology' })
  if (what === 'edit' || what === 'move' || what === 'return') {
    const row = await open()
    if (!row) return false
    const seen = { id: String(row['id']), version: Number(row['version']) }
    if (what === 'edit') return (await world.edit(everybody, 'technology', seen, changes(which, how))).ok
    if (what === 'return')
      return (
        await world.move(
          everybody,
          'technology',
          seen,
          how % 5 === 0 ? (String(row['state']) === 'recommended' ? 'notAccept' : 'decline') : 'return',
          '有问题',
        )
      ).ok
    return (await world.move(everybody, 'technology', seen, moveFrom(String(row['state']), how), '随机')).ok
  }
  if (what === 'revoke') {
    const row = await pick(`select id from {{schema}}.technology where state = 'published' order by id`)
    if (!row) return false
    // Not on the day of publication itself: acts of one day go by a clock that starts anew.
    state.day = later(day, 1)
    world.clock.at(`${state.day}T10:00:00Z`)
    const document = { ...a.document(), documentDate: later(state.day, -(how % 2)) }
    return give('publish-withdrawal', { register: 'technology', entries: [row['id']], ...document, reason: '材料不实' })
  }
  if (what === 'wait') return false
  const own = await batch(...BATCH_STATES[what])
  if (!own) return false
  const input = { batch: String(own['id']) }
  if (what === 'addToBatch')
    return give('add-to-batch', {
      ...input,
      entries: (await world.sql(`select id from {{schema}}.technology where state = 'reviewed' order by id limit ${1 + (how % 3)}`)).map(
        ({ id }) => id,
      ),
    })
  if (what === 'removeFromBatch')
    return give('remove-from-batch', {
      ...input,
      entries: (await world.sql('select id from {{schema}}.technology where batch = $1 order by id limit 1', [input.batch])).map(
        ({ id }) => id,
      ),
      reason: '异议成立',
    })
  if (what === 'cancel') return how % 3 === 0 && give('cancel-batch', { ...input, reason: '暂缓' })
  if (what === 'openNotice') return give('open-notice', { ...input, from: day, to: later(day, 7) })
  state.day =
    later(String(own['noticeUntilOn'] ?? day), 1 + (how % 5)) > state.day
      ? later(String(own['noticeUntilOn'] ?? day), 1 + (how % 5))
      : state.day
  world.clock.at(`${state.day}T10:00:00Z`)
  if (what === 'closeNotice') return give('close-notice', input)
  return give('publish-batch', { ...input, ...a.document(), documentDate: later(state.day, -(how % 3)) })
}

const BATCH_STATES = {
  addToBatch: ['collecting'],
  removeFromBatch: ['collecting', 'onNotice', 'noticeOver'],
  openNotice: ['collecting'],
  closeNotice: ['onNotice'],
  publish: ['noticeOver'],
  cancel: ['collecting', 'onNotice', 'noticeOver'],
} as const satisfies Partial<Record<Act['what'], readonly string[]>>

function changes(which: number, how: number): Row {
  const all: readonly Row[] = [
    { area: AREAS[how % AREAS.length] },
    { completedOn: COMPLETED[how % COMPLETED.length] },
    { title: `改名${how}` },
    { area: AREAS[how % AREAS.length], completedOn: COMPLETED[which % COMPLETED.length] },
    {},
  ]
  return all[which % all.length]!
}

/** Mostly the next step, sometimes aside. */
function moveFrom(state: string, how: number): string {
  const aside: Readonly<Record<string, string>> = {
    draft: 'reserve',
    returned: 'withdraw',
    submitted: 'withdraw',
    accepted: 'askSupplement',
  }
  const next: Readonly<Record<string, string>> = {
    reserve: 'start',
    draft: 'submit',
    returned: 'submit',
    submitted: 'checkCounty',
    countyChecked: 'approveCounty',
    countyApproved: 'checkCity',
    cityChecked: 'recommend',
    recommended: 'accept',
    accepted: 'passForm',
    supplement: 'resupply',
    inReview: 'passReview',
  }
  return (how % 7 === 0 ? aside[state] : undefined) ?? next[state] ?? 'accept'
}
