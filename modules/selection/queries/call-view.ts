import { z } from 'zod'
import type { CallView } from '#contract/calls.ts'
import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import { areaRange, cityOf } from '#engine/define/area-code.ts'
import { refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { columnName, quoted } from '#engine/derive/columns.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { mayRead } from '#engine/store/entries.ts'
import { list } from '#engine/store/list.ts'
import { query } from '#engine/store/query.ts'
import { ask, poolReader, readEntry, titlesOf } from '#engine/store/read.ts'
import { areaTitles } from '#modules/directory/index.ts'
import { today } from '#platform/clock/clock.ts'
import { call } from '../registers/call.register.ts'
import { type Recommendation, recommendation } from '../registers/recommendation.register.ts'
import { termsOf } from '../rules/call-terms.ts'
import { decideSubmission, isOpen, quotaOf, statesBeyond } from '../rules/decide-call.ts'
import { printedIn } from './letter-changes.ts'

const MOST = 2000

/** A call with its quotas, the entries under it and the letters that recommend them. */
export const callView = query({
  name: 'selection.call',
  label: { zh: '申报通知', en: 'Call' },
  input: z.object({ call: z.uuid() }),
  right: { always: true },
  async run({ store, actor }, { call: id }) {
    const own = await readEntry(poolReader(store), store, call, id)
    if (!own || !mayRead(call, own, actor))
      return refuse('not_found', 'entry.not-found', '没有这份申报通知，或您的岗位无权查看', 'no such call, or your post may not read it')
    const register = store.catalogue.need(String(own['register']))
    const terms = termsOf(own)
    const day = today(store.clock, store.timeZone)
    const areas = await areaTitles(store)
    const [counts, entries, letters] = await Promise.all([
      countsUnder(store, register, id),
      rowsOf(store, register, actor, id),
      rowsOf(store, recommendation, actor, id),
    ])
    const standing = letters as unknown as readonly Recommendation[] // rows of that register
    return {
      call: shown(own),
      open: isOpen(terms, day),
      against: [...decideSubmission(terms, null, day)],
      quotas: quotaLines({ register, terms, counts, areas, actor }),
      entries: await listed(store, entries, standing, areas),
      recommendedStates: [...statesBeyond(register, 'recommend')],
      letters: standing.map((letter) => ({
        id: letter.id,
        title: letter.title,
        state: letter.state,
        area: letter.area,
        entries: letter.entries.length,
        checkCode: letter.checkCode,
        issuedOn: letter.issuedOn,
      })),
    } satisfies CallView
  },
})

const SHOWN = ['id', 'version', 'state', 'title', 'register', 'issuer', 'noticeNo', 'noticeDate', 'opensOn', 'closesOn', 'note'] as const

function shown(row: Row): CallView['call'] {
  return Object.fromEntries(SHOWN.map((field) => [field, row[field] ?? null])) as CallView['call']
}

interface Count {
  readonly area: string
  readonly state: string
  readonly count: number
}

async function countsUnder(store: Store, register: Register, id: string): Promise<readonly Count[]> {
  const area = quoted(columnName(register.area ?? 'area'))
  const text = `select ${area} as area, state, count(*)::int as count from ${tableOf(store, register)} where call = $1 group by 1, 2`
  return (await ask(poolReader(store), text, [id])) as unknown as readonly Count[] // the columns named above
}

interface QuotaFacts {
  readonly register: Register
  readonly terms: ReturnType<typeof termsOf>
  readonly counts: readonly Count[]
  readonly areas: ReadonlyMap<string, string>
  readonly actor: Actor
}

/** Cities with a quota or with entries, as far as the post covers them. */
function quotaLines({ register, terms, counts, areas, actor }: QuotaFacts): CallView['quotas'] {
  const [from, below] = areaRange(actor.area)
  const cities = [...new Set([...terms.quotas.map(({ area }) => area), ...counts.map(({ area }) => cityOf(area))])].toSorted()
  const beyond = new Set(statesBeyond(register, 'recommend'))
  const waiting = new Set(Object.keys(register.states).filter((state) => register.states[state]?.tone === 'waiting' && !beyond.has(state)))
  return cities
    .filter((city) => (city >= from && city < below) || city === cityOf(actor.area))
    .map((city) => {
      const sum = (states: ReadonlySet<string>) =>
        counts.filter(({ area, state }) => cityOf(area) === city && states.has(state)).reduce((all, { count }) => all + count, 0)
      return {
        area: city,
        areaTitle: city.endsWith('0000') ? '省直' : (areas.get(city) ?? city),
        most: quotaOf(terms, city) ?? null,
        recommended: sum(beyond),
        underway: sum(waiting),
      }
    })
}

async function rowsOf(store: Store, register: Register, actor: Actor, id: string): Promise<readonly Row[]> {
  const page = await list(poolReader(store), store, register, actor, { filter: { field: 'call', is: id }, sort: 'no', limit: MOST })
  return page.ok ? page.rows : []
}

async function listed(
  store: Store,
  rows: readonly Row[],
  letters: readonly Recommendation[],
  areas: ReadonlyMap<string, string>,
): Promise<CallView['entries']> {
  const ids = rows.flatMap((row) => (row['leadUnit'] ? [String(row['leadUnit'])] : []))
  const units = await titlesOf(poolReader(store), store, 'org_unit', ids)
  const letterOf = new Map(
    letters
      .filter(({ state }) => state !== 'superseded')
      .flatMap((letter) => printedIn(letter).map(({ entry }) => [entry, letter.id as string] as const)),
  )
  return rows.map((row) => ({
    id: String(row['id']),
    no: Number(row['no']),
    title: String(row['title']),
    state: String(row['state']),
    area: String(row['area']),
    areaTitle: areas.get(String(row['area'])) ?? String(row['area']),
    unitTitle: units[String(row['leadUnit'])] ?? '',
    letter: letterOf.get(String(row['id'])) ?? null,
  }))
}
