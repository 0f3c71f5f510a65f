import { z } from 'zod'
import type { WorkList } from '#contract/work-list.ts'
import type { Row } from '#engine/access/holds.ts'
import type { Expression } from '#engine/define/expression.ts'
import type { Register } from '#engine/define/register.ts'
import { engineTable } from '#engine/store/context.ts'
import { list } from '#engine/store/list.ts'
import { type Asked, query } from '#engine/store/query.ts'
import { ask, poolReader, titlesOf } from '#engine/store/read.ts'
import { areaTitles } from '#modules/directory/index.ts'

const MOST = 200

/** What waits for the holder of a post: entries in a state whose next move is this post's to make. */
export const workList = query({
  name: 'collaboration.work-list',
  label: { zh: '工作台', en: 'Work list' },
  input: z.object({}),
  right: { always: true },
  async run(asked) {
    const registers = asked.store.catalogue.all.filter((register) => nextMoves(register).length > 0)
    const [waiting, areas, done] = await Promise.all([
      Promise.all(registers.map((register) => waitingIn(asked, register))),
      areaTitles(asked.store),
      doneBy(asked),
    ])
    const items = waiting.flat().map((item) => ({ ...item, areaTitle: areas.get(item.areaTitle) ?? item.areaTitle }))
    return { items: items.sort((a, b) => (a.since < b.since ? -1 : 1)).slice(0, MOST), done }
  },
})

interface NextMove {
  readonly state: string
  readonly move: string
}

function nextMoves(register: Register): readonly NextMove[] {
  return Object.entries(register.states).flatMap(([state, { moves }]) =>
    Object.keys(moves)
      .filter((move) => register.moves[move]?.next)
      .map((move) => ({ state, move })),
  )
}

async function waitingIn({ store, actor }: Asked, register: Register): Promise<WorkList['items']> {
  const moves = nextMoves(register)
  const mine: Expression = {
    any: moves.map(({ state, move }) => ({ all: [{ field: 'state', is: state }, register.access[move] ?? { always: false }] })),
  }
  const page = await list(poolReader(store), store, register, actor, { filter: mine, sort: 'changedAt', limit: MOST })
  return page.ok ? page.rows.map((row) => item(register, row, moves)) : []
}

function item(register: Register, row: Row, moves: readonly NextMove[]): WorkList['items'][number] {
  const state = String(row['state'])
  const { move } = moves.find((each) => each.state === state)!
  return {
    register: register.name,
    registerTitle: register.title,
    id: String(row['id']),
    no: Number(row['no']),
    title: String(row[register.titleField ?? 'title'] ?? ''),
    state,
    stateLabel: register.states[state]!.label,
    tone: register.states[state]!.tone ?? 'plain',
    areaTitle: String(row[register.area ?? ''] ?? ''),
    move,
    moveLabel: register.moves[move]!.label,
    since: String(row['changedAt']),
  }
}

const LATELY = 20

async function doneBy({ store, actor }: Asked): Promise<WorkList['done']> {
  const text = `select act.register, act.entry, act.act, event.at from ${engineTable(store, 'event')} event join ${engineTable(store, 'event_entry')} act on act.event = event.id
    where event.person = $1 and event.post = $2 order by event.at desc, event.id desc limit ${LATELY}`
  const acts = (await ask(poolReader(store), text, [actor.person, actor.post])).filter(
    ({ register }) => nextMoves(store.catalogue.need(String(register))).length > 0,
  )
  const names = [...new Set(acts.map(({ register }) => String(register)))]
  const titles = Object.assign(
    {},
    ...(await Promise.all(
      names.map((name) =>
        titlesOf(
          poolReader(store),
          store,
          name,
          acts.map(({ entry }) => String(entry)),
        ),
      ),
    )),
  )
  return acts.map(({ register, entry, act, at }) => {
    const label =
      store.catalogue.need(String(register)).moves[String(act)]?.label ??
      (act === 'create' ? { zh: '新增', en: 'Created' } : { zh: '修改', en: 'Edited' })
    return { register: String(register), id: String(entry), title: String(titles[String(entry)] ?? ''), actLabel: label, at: String(at) }
  })
}
