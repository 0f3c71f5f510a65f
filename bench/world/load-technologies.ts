import { seeded } from '#apps/cli/seed/random.ts'
import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Register } from '#engine/define/register.ts'
import { contributionsOf } from '#engine/derive/contributions.ts'
import { keysOf } from '#engine/derive/keys.ts'
import type { Store } from '#engine/store/context.ts'
import { foldContributions } from '#engine/store/contributions.ts'
import { encoded, sealed, TOKEN_END } from '#engine/store/rows.ts'
import { fixedClock } from '#platform/clock/clock.ts'
import { newId } from '#platform/clock/id.ts'
import { technology } from '#registers/technologies/technology.register.ts'
import { copyInto, withoutIndexes } from './copy.ts'
import { type Place, technologyValues } from './technology-row.ts'

const register: Register = technology
const SEED = 20_261_101
const AT_ONCE = 5_000
/** Six of ten are published, the rest stands somewhere on the line. */
const STATES = [
  'published',
  'published',
  'published',
  'published',
  'published',
  'published',
  'draft',
  'submitted',
  'recommended',
  'accepted',
] as const

export interface Filling {
  readonly places: readonly Place[]
  readonly author: Actor
  readonly count: number
}

/** Fills the register and its contributions by COPY, as rows that commands would have written; answers the ids, oldest first. */
export async function loadTechnologies(store: Store, { places, author, count }: Filling): Promise<readonly string[]> {
  const random = seeded(SEED)
  const event = newId(store.clock)
  const rowOf = (number: number): Row => {
    const changedAt = new Date(Date.UTC(2024, 0, 2) + number * 900_000).toISOString()
    const state = random.pick(STATES)
    const published = state === 'published' ? { countsOn: countsOn(changedAt, number), documentNo: `苏科演发〔2025〕${number % 40}号` } : {}
    const values = technologyValues(random, random.pick(places), number)
    return {
      id: newId(fixedClock(changedAt)),
      no: number,
      state,
      version: 1,
      createdAt: changedAt,
      createdOn: changedAt.slice(0, 10),
      createdBy: author.person,
      changedAt,
      changedBy: author.person,
      definitionVersion: 1,
      event,
      ...sealed(register, { ...values, ...keysOf(register, values) }, store.secrets),
      ...published,
    }
  }
  await store.database.query(
    `insert into ${store.schema}.event (id, at, person, post, command, request) values ($1, now(), $2, $3, 'bench', 'bench')`,
    [event, author.person, author.post],
  )
  const ids: string[] = []
  await withoutIndexes(store, [register.name, 'contribution', 'event_entry'], async () => {
    for (let from = 1; from <= count; from += AT_ONCE) {
      const rows = Array.from({ length: AT_ONCE }, (_each, at) => rowOf(from + at))
      ids.push(...rows.map((row) => String(row['id'])))
      await copyInto(
        store,
        register.name,
        rows.map((row) => tableRow(row)),
      )
      await copyInto(
        store,
        'event_entry',
        rows.map((row) => actRow(row, event)),
      )
      await copyInto(
        store,
        'contribution',
        rows.flatMap((row) => ledgerRows(row, event)),
      )
    }
  })
  await store.database.query(`select setval(pg_get_serial_sequence('${store.schema}.${register.name}', 'no'), $1)`, [count])
  await keepTotals(store)
  await store.database.query(`update ${store.schema}.follower set xid = pg_snapshot_xmin(pg_current_snapshot())`) // nobody is told of what was loaded
  for (const table of [register.name, 'event_entry', 'contribution', 'contribution_total', 'contribution_recent'])
    await store.database.query(`vacuum analyze ${store.schema}.${table}`)
  await store.database.query('checkpoint') // what was loaded must not be written to disk while steps are measured
  return ids
}

/** As the worker leaves them. */
async function keepTotals(store: Store): Promise<void> {
  await store.database.query(`insert into ${store.schema}.contribution_recent (indicator, rule_version, measure, area, month, amount)
    select indicator, rule_version, measure, area, date_trunc('month', counts_on::timestamp)::date, sum(amount) from ${store.schema}.contribution group by 1, 2, 3, 4, 5`)
  await foldContributions(store)
}

const LATE_EVERY = 500
const LATE_DAYS = 35
const EAST_OF_GREENWICH_MS = 8 * 3_600_000

/** Published on the day of its document, as the calendar of the province has it; one in five hundred comes in when its month is over. */
function countsOn(changedAt: string, number: number): string {
  const late = number % LATE_EVERY === 0 ? LATE_DAYS : 0
  return new Date(Date.parse(changedAt) + EAST_OF_GREENWICH_MS - late * 86_400_000).toISOString().slice(0, 10)
}

function actRow(row: Row, event: string): Row {
  return { event, register: register.name, entry: row['id'], version: 1, act: 'publish', from_state: 'noticeOver', to_state: row['state'] }
}

function tableRow(row: Row): Row {
  const { tokens, ...columns } = JSON.parse(encoded(register, row)) as Record<string, unknown>
  return {
    ...columns,
    no: row['no'],
    tokens: String(tokens)
      .split(TOKEN_END)
      .map((token) => `'${token}'`)
      .join(' '),
  }
}

function ledgerRows(row: Row, event: string): readonly Row[] {
  return contributionsOf(register, row).map(({ indicator, ruleVersion, measure, area, countsOn, amount }) => ({
    indicator,
    rule_version: ruleVersion,
    measure,
    area,
    counts_on: countsOn,
    amount,
    register: register.name,
    entry: row['id'],
    recorded_at: row['changedAt'],
    event,
  }))
}
