import { z } from 'zod'
import type { RoundView } from '#contract/reports.ts'
import type { Row } from '#engine/access/holds.ts'
import { isFilled } from '#engine/access/holds.ts'
import { refuse } from '#engine/define/refusal.ts'
import { mayRead } from '#engine/store/entries.ts'
import { list } from '#engine/store/list.ts'
import { query } from '#engine/store/query.ts'
import { poolReader, readEntry } from '#engine/store/read.ts'
import { allAreas } from '#modules/directory/index.ts'
import { today } from '#platform/clock/clock.ts'
import { dispatchReturn } from '../registers/dispatch-return.register.ts'
import { dispatchRound } from '../registers/dispatch-round.register.ts'

const MOST = 500
const TEXTS = ['progress', 'problems', 'suggestions', 'nextSteps'] as const

/** Who has handed in what, city by city, as far as the person may see. */
export const roundView = query({
  name: 'reports.round',
  label: { zh: '调度完成情况', en: 'Round' },
  input: z.object({ round: z.uuid() }),
  right: { always: true },
  async run({ store, actor }, { round: id }) {
    const own = await readEntry(poolReader(store), store, dispatchRound, id)
    if (!own || !mayRead(dispatchRound, own, actor))
      return refuse('not_found', 'entry.not-found', '没有这次调度，或您的岗位无权查看', 'no such round, or your post may not read it')
    const [page, areas] = await Promise.all([
      list(poolReader(store), store, dispatchReturn, actor, { filter: { field: 'round', is: id }, sort: 'no', limit: MOST }),
      allAreas(store),
    ])
    const places = new Map(areas.map((row) => [String(row['code']), row]))
    const late = String(own['dueOn']) < today(store.clock, store.timeZone)
    const rows = page.ok ? page.rows.toSorted((a, b) => (String(a['area']) < String(b['area']) ? -1 : 1)) : []
    return {
      round: {
        id: String(own['id']),
        version: Number(own['version']),
        title: String(own['title']),
        period: String(own['period']),
        asOf: String(own['asOf']),
        dueOn: String(own['dueOn']),
        state: String(own['state']),
      },
      returns: rows.map((row) => returnRow(row, places.get(String(row['area'])), late)),
    } satisfies RoundView
  },
})

function returnRow(row: Row, place: Row | undefined, late: boolean): RoundView['returns'][number] {
  const state = String(row['state']) as keyof typeof dispatchReturn.states
  return {
    id: String(row['id']),
    area: String(row['area']),
    title: String(place?.['title'] ?? row['area']),
    zone: place?.['level'] === 'zone',
    state,
    stateLabel: dispatchReturn.states[state].label,
    written: Object.fromEntries(TEXTS.map((field) => [field, isFilled(row[field])])) as RoundView['returns'][number]['written'], // made from the four names
    late: late && state !== 'confirmed',
    changedAt: String(row['changedAt']),
  }
}
