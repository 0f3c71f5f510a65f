import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Expression } from '#engine/define/expression.ts'
import type { Register } from '#engine/define/register.ts'
import { columnOf } from '#engine/derive/columns.ts'
import { type FacetValue, type Group, rolledUp } from '#engine/derive/facet-counts.ts'
import { type Facet, facetsOf } from '#engine/derive/facets.ts'
import type { Store } from './context.ts'
import { binder } from './expression-sql.ts'
import { branchesOf, type ListQuestion, unfitQuestion } from './list.ts'
import { poolReader, titlesFor } from './read.ts'
import { countedRows } from './remembered.ts'

/** What was chosen, by facet. */
type Chosen = ReadonlyMap<string, Expression>

/** A list without what was chosen by facets, and the choices. */
export interface FacetQuestion {
  readonly list: Pick<ListQuestion, 'filter' | 'words' | 'asOf'>
  readonly chosen: Chosen
}

/** Units are many: those with most entries, and those that were chosen. */
const MOST_REFERRED = 12
/** Five columns make 4,000 groups of 100,000 entries, two and three of them 140 together, in half the time. */
const MOST_TOGETHER = 3

/**
 * How many entries each value of each facet has, exactly, under the filter and the reader's right. A facet is counted under every choice but its
 * own, so that it tells what another choice would give: those without a choice a few at a time, grouped and rolled up outside, and each
 * that has one by itself. Choices narrow what is gone through: inside a city a tenth of the entries.
 */
export async function facetCounts(store: Store, register: Register, actor: Actor, { list, chosen }: FacetQuestion) {
  const unfit = unfitQuestion(register, { ...list, filter: allOf([...(list.filter ? [list.filter] : []), ...chosen.values()]) })
  if (unfit) return unfit
  const facets = facetsOf(register)
  const grouped = facets.filter(({ refersTo }) => refersTo === undefined)
  const referred = facets.filter(({ refersTo }) => refersTo !== undefined)
  const parts = [
    ...together(grouped.filter(({ field }) => !chosen.has(field))),
    ...grouped.filter(({ field }) => chosen.has(field)).map((facet) => [facet]),
  ]
  const others = (own: readonly Facet[]) => [...chosen].filter(([field]) => own.every((facet) => facet.field !== field))
  const [groups, named] = await Promise.all([
    Promise.all(parts.map((part) => groupsOf(store, register, actor, part, narrowed(list, others(part))))),
    Promise.all(referred.map((facet) => mostReferred(store, register, actor, facet, { list, chosen }))),
  ])
  const groupsWith = (facet: Facet) => groups[parts.findIndex((part) => part.includes(facet))]!
  const told = [
    ...grouped.map((facet) => ({ ...facet, values: rolledUp(facet, groupsWith(facet)), cut: false })),
    ...referred.map((facet, at) => ({ ...facet, ...named[at]! })),
  ]
  const total = groups[0]!.reduce((sum, { count }) => sum + count, 0)
  return { total, facets: told, titles: await titlesOfValues(store, register, told) }
}

/** The first part is counted under every choice, also when no facet is left for it: it tells the total. */
function together(facets: readonly Facet[]): readonly (readonly Facet[])[] {
  const parts = Math.max(1, Math.ceil(facets.length / MOST_TOGETHER))
  const size = Math.floor(facets.length / parts)
  return Array.from({ length: parts }, (_part, at) => facets.slice(at * size, at === parts - 1 ? undefined : (at + 1) * size))
}

/** A list narrowed by choices. */
function narrowed(list: FacetQuestion['list'], choices: readonly (readonly [string, Expression])[]): FacetQuestion['list'] {
  return { ...list, filter: allOf([...(list.filter ? [list.filter] : []), ...choices.map(([, choice]) => choice)]) }
}

function allOf(parts: readonly Expression[]): Expression | undefined {
  return parts.length === 0 ? undefined : { all: parts }
}

async function groupsOf(
  store: Store,
  register: Register,
  actor: Actor,
  facets: readonly Facet[],
  list: FacetQuestion['list'],
): Promise<readonly Group[]> {
  const values: unknown[] = []
  const columns = facets.map((facet, at) => `${valueSql(register, facet)} as "${at}"`)
  const branches = branchesOf(store, register, actor, { ...list, limit: 0 }, binder(values)).map(
    ({ from, where }) => `select ${columns.join(', ') || 'true'} from ${from} where ${where}`,
  )
  const names = facets.map((_facet, at) => `"${at}"`)
  const text = `select ${[...names, 'count(*)::integer as count'].join(', ')} from (${branches.join(' union all ')}) as entries${names.length > 0 ? ` group by ${names.join(', ')}` : ''}`
  const rows = await countedRows(poolReader(store), store, [register], { text, values })
  return rows.map((row) => ({
    values: Object.fromEntries(facets.map(({ field }, at) => [field, row[String(at)]])),
    count: Number(row['count']),
  }))
}

/** Units with their counts; the other choices stand in the statement, because units would make a group of nearly every entry. */
async function mostReferred(
  store: Store,
  register: Register,
  actor: Actor,
  facet: Facet,
  { list, chosen }: FacetQuestion,
): Promise<{ readonly values: readonly FacetValue[]; readonly cut: boolean }> {
  const values: unknown[] = []
  const bind = binder(values)
  const own = chosen.get(facet.field)
  const others = [...chosen].filter(([field]) => field !== facet.field)
  const branches = branchesOf(store, register, actor, { ...narrowed(list, others), limit: 0 }, bind).map(
    ({ from, where }) => `select ${valueSql(register, facet)} as code from ${from} where ${where}`,
  )
  const first = own && 'oneOf' in own ? `code = any(${bind([...own.oneOf])}::uuid[]) desc nulls last, ` : ''
  const text = `select code, count(*)::integer as count from (${branches.join(' union all ')}) as entries group by code order by ${first}count desc, code limit ${bind(MOST_REFERRED + 1)}`
  const rows = await countedRows(poolReader(store), store, [register], { text, values })
  const told = rows.slice(0, MOST_REFERRED).map(({ code, count }) => ({ code: String(code ?? ''), count: Number(count) }))
  return { values: told, cut: rows.length > MOST_REFERRED }
}

/** `date_part` and not `extract`, which makes a numeric of every year: a fifth of the whole statement. */
function valueSql(register: Register, { field, by }: Facet): string {
  const { sql } = columnOf(register, field)!
  return by === 'year' ? `date_part('year', ${sql})::integer` : sql
}

/** The names of places, classes and units. */
function titlesOfValues(
  store: Store,
  register: Register,
  facets: readonly (Facet & { readonly values: readonly FacetValue[] })[],
): Promise<Record<string, string>> {
  const rows: readonly Row[] = facets.flatMap(({ field, values }) =>
    values.filter(({ code }) => code !== '').map(({ code }) => ({ [field]: code })),
  )
  return titlesFor(poolReader(store), store, register, rows)
}
