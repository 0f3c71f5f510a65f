import { z } from 'zod'
import { type Expression, expressionSchema, fieldsOf } from '#engine/define/expression.ts'
import { endOfDay } from '#engine/define/period.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { runsOf } from '#engine/derive/bigrams.ts'
import { columnOf } from '#engine/derive/columns.ts'
import { chosenValues, facetsOf, isOfFacet } from '#engine/derive/facets.ts'
import { kindOf } from '#engine/kinds/index.ts'
import type { Store } from '#engine/store/context.ts'
import type { FacetQuestion } from '#engine/store/facets.ts'
import { kept } from '#engine/store/kept.ts'
import type { ListQuestion } from '#engine/store/list.ts'
import { lateFilter } from '#modules/collaboration/index.ts'

const LARGEST_PAGE = 200

export const pageQuery = z.object({
  state: z.string().optional(),
  q: z.string().trim().max(100).optional(),
  filter: z.string().max(10_000).optional(),
  area: z.string().length(6).optional(),
  sort: z.string().max(60).optional(),
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(50),
  asOf: z.iso.date().optional(),
  late: z.literal('1').optional(),
  count: z.string().optional(),
  rights: z.string().optional(),
})

export const optionsQuery = z.object({
  q: z.string().trim().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})

const pastQuery = pageQuery.pick({ asOf: true })

/** As of which instant one entry is asked for: the end of the day in the address, or now. */
export function pastQuestion(store: Store, raw: unknown): { readonly asOf: string | undefined } | Refusal {
  const { success, data, error } = pastQuery.safeParse(raw)
  return success ? { asOf: data.asOf && endOfDay(data.asOf, store.timeZone) } : bad(faultsIn(error))
}

function faultsIn({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
}

type Parsed = ReturnType<typeof pageQuery.safeParse>

type Asking = { readonly register: Register; readonly store: Store }

/** The question that an address asks of a register; every fault is told in words. */
export async function listQuestion(
  asking: Asking,
  parsed: Parsed,
  raw: unknown,
): Promise<(ListQuestion & { readonly count: boolean; readonly rights: boolean }) | Refusal> {
  if (!parsed.success) return bad(faultsIn(parsed.error))
  const { q, sort, cursor, limit, asOf, count, rights, ...filters } = parsed.data
  const words = q || undefined
  if (words && runsOf(words).every((run) => [...run].length < 2))
    return refuse('invalid', 'list.words-too-short', '搜索至少要两个字', 'search needs at least two characters')
  const narrowings = await narrowingsOf(asking, { ...filters, asOf }, raw as RawQuery)
  if ('ok' in narrowings) return narrowings
  const filter = allOf(narrowings.map(({ that }) => that))
  return {
    words,
    sort,
    cursor,
    limit,
    filter,
    count: count === '1',
    rights: rights === '1',
    asOf: asOf && endOfDay(asOf, asking.store.timeZone),
  }
}

const facetsByField = kept((register: Register) => new Map(facetsOf(register).map((facet) => [facet.field, facet])))

type Filters = Pick<z.infer<typeof pageQuery>, 'state' | 'filter' | 'area' | 'late' | 'asOf'>

type RawQuery = Readonly<Record<string, string | readonly string[]>>

/** A part of a filter, and the facet that it is a choice of, if it is. */
interface Narrowing {
  readonly that: Expression
  readonly facet?: string | undefined
}

async function narrowingsOf(
  { register, store }: Asking,
  { state, filter, area, late, asOf }: Filters,
  raw: RawQuery,
): Promise<readonly Narrowing[] | Refusal> {
  const given = filter === undefined ? undefined : expressionFrom(filter)
  if (given === null) return bad('filter')
  const facets = facetsByField(register)
  const fields = Object.entries(raw).flatMap(([name, value]) =>
    name.startsWith('f.') ? [{ field: name.slice(2), values: [value].flat() }] : [],
  )
  const parts: readonly Narrowing[] = [
    ...(state ? [{ that: { field: 'state', oneOf: state.split(',') }, facet: 'state' }] : []),
    ...(area && register.area ? [{ that: { field: register.area, within: area }, facet: register.area }] : []),
    ...fields.map(({ field, values }) => {
      const facet = facets.get(field)
      return { that: chosenValues(register, field, values), facet: facet && isOfFacet(facet, values) ? field : undefined }
    }),
    ...(given ? [{ that: given }] : []),
  ]
  const unknown = parts.flatMap(({ that }) => fieldsOf(that)).find((field) => !isOpen(register, field))
  if (unknown) return refuse('invalid', 'list.unknown-field', `不能按“${unknown}”筛选`, `the list cannot be filtered by ${unknown}`)
  return late ? [...parts, { that: await lateFilter(store, register, asOf) }] : parts
}

/** The same address as of the list, with the choices of facets apart from the rest: each facet is counted without its own. */
export async function facetQuestion(asking: Asking, parsed: Parsed, raw: unknown): Promise<FacetQuestion | Refusal> {
  const question = await listQuestion(asking, parsed, raw)
  if ('ok' in question) return question
  const narrowings = await narrowingsOf(asking, parsed.data ?? {}, raw as RawQuery)
  if ('ok' in narrowings) return narrowings
  const named = new Set(facetsOf(asking.register).map(({ field }) => field))
  const isChoice = ({ facet }: Narrowing) => facet !== undefined && named.has(facet)
  const byFacet = Map.groupBy(narrowings.filter(isChoice), ({ facet = '' }) => facet)
  const chosen = new Map([...byFacet].map(([field, parts]) => [field, allOf(parts.map(({ that }) => that))!]))
  const rest = narrowings.filter((narrowing) => !isChoice(narrowing)).map(({ that }) => that)
  return { list: { words: question.words, asOf: question.asOf, filter: allOf(rest) }, chosen }
}

function allOf(parts: readonly Expression[]): Expression | undefined {
  return parts.length === 0 ? undefined : { all: parts }
}

/** Personal data is neither shown nor probed by filters. */
function isOpen(register: Register, field: string): boolean {
  const column = columnOf(register, field)
  return column !== undefined && !(column.definition && kindOf(column.definition).mask)
}

function expressionFrom(json: string): Expression | null {
  try {
    return expressionSchema.parse(JSON.parse(json))
  } catch {
    return null
  }
}

function bad(what: string): Refusal {
  return refuse('invalid', 'list.invalid', `查询条件有误：${what}`, `the question has faults: ${what}`)
}
