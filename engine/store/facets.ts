import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Expression } from '#engine/define/expression.ts'
import type { Register } from '#engine/define/register.ts'
import { columnOf } from '#engine/derive/columns.ts'
import { type Chosen, type FacetValue, type Group, rolledUp } from '#engine/derive/facet-counts.ts'
import { type Facet, facetsOf } from '#engine/derive/facets.ts'
import type { Store } from './context.ts'
import { binder } from './expression-sql.ts'
import { branchesOf, type ListQuestion, unfitQuestion } from './list.ts'
import { poolReader, titlesFor } from './read.ts'
import { countedRows } from './remembered.ts'

/** A list without what was chosen by facets, and the choices. */
export interface FacetQuestion {
  readonly list: Pick<ListQuestion, 'filter' | 'words' | 'asOf'>
  readonly chosen: Chosen
}

/** Units are many: those with most entries, and those that were chosen. */
const MOST_REFERRED = 12

/**
 * How many entries each value of each facet has, exactly, under the filter and the reader's right. One GROUP BY over all
 * columns, rolled up outside; what was chosen is applied to the groups, so the next choice needs no statement at all.
 */
export async function facetCounts(store: Store, register: Register, actor: Actor, { list, chosen }: FacetQuestion) {
  const unfit = unfitQuestion(register, { ...list, filter: allOf([...(list.filter ? [list.filter] : []), ...chosen.values()]) })
  if (unfit) return unfit
  const facets = facetsOf(register)
  const grouped = facets.filter(({ refersTo }) => refersTo === undefined)
  const referred = facets.filter(({ refersTo }) => refersTo !== undefined)
  const isReferred = (field: string) => referred.some((facet) => facet.field === field)
  const [groups, ...others] = await Promise.all([
    groupsOf(
      store,
      register,
      actor,
      grouped,
      narrowed(
        list,
        [...chosen].filter(([field]) => isReferred(field)),
      ),
    ),
    ...referred.map((facet) => mostReferred(store, register, actor, facet, { list, chosen })),
  ])
  const { total, counts } = rolledUp(register, actor, grouped, groups, new Map([...chosen].filter(([field]) => !isReferred(field))))
  const told = [
    ...grouped.map((facet) => ({ ...facet, values: counts.get(facet.field)!, cut: false })),
    ...referred.map((facet, at) => ({ ...facet, ...others[at]! })),
  ]
  return { total, facets: told, titles: await titlesOfValues(store, register, told) }
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
    values: Object.fromEntries(facets.map((facet, at) => [facet.field, valueOf(facet, row[String(at)])])),
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

/** A year stands for its days: every choice of a facet is of whole years. */
function valueOf({ by }: Facet, value: unknown): unknown {
  return by === 'year' && value !== null ? `${String(value).padStart(4, '0')}-01-01` : value
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
