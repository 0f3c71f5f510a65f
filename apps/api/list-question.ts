import { z } from 'zod'
import { type Expression, expressionSchema, fieldsOf } from '#engine/define/expression.ts'
import { endOfDay } from '#engine/define/period.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { runsOf } from '#engine/derive/bigrams.ts'
import { columnOf } from '#engine/derive/columns.ts'
import { kindOf } from '#engine/kinds/index.ts'
import type { Store } from '#engine/store/context.ts'
import type { ListQuestion } from '#engine/store/list.ts'

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
  count: z.string().optional(),
})

export const optionsQuery = z.object({
  q: z.string().trim().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})

type Parsed = ReturnType<typeof pageQuery.safeParse>

/** The question that an address asks of a register; every fault is told in words. */
export function listQuestion(
  { register, store }: { register: Register; store: Store },
  parsed: Parsed,
  raw: unknown,
): (ListQuestion & { readonly count: boolean }) | Refusal {
  if (!parsed.success) return bad(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  const { q, sort, cursor, limit, asOf, count, ...filters } = parsed.data
  const words = q || undefined
  if (words && runsOf(words).every((run) => [...run].length < 2))
    return refuse('invalid', 'list.words-too-short', '搜索至少要两个字', 'search needs at least two characters')
  const filter = filterOf(register, filters, raw as Readonly<Record<string, string | readonly string[]>>)
  if (filter && 'ok' in filter) return filter
  return { words, sort, cursor, limit, filter, count: count === '1', asOf: asOf && endOfDay(asOf, store.timeZone) }
}

type Filters = Pick<z.infer<typeof pageQuery>, 'state' | 'filter' | 'area'>

function filterOf(
  register: Register,
  { state, filter, area }: Filters,
  raw: Readonly<Record<string, string | readonly string[]>>,
): Expression | Refusal | undefined {
  const given = filter === undefined ? undefined : expressionFrom(filter)
  if (given === null) return bad('filter')
  const parts: readonly Expression[] = [
    ...(state ? [{ field: 'state', oneOf: state.split(',') }] : []),
    ...(area && register.area ? [{ field: register.area, within: area }] : []),
    ...Object.entries(raw).flatMap(([name, value]) => (name.startsWith('f.') ? [{ field: name.slice(2), oneOf: [value].flat() }] : [])),
    ...(given ? [given] : []),
  ]
  const unknown = parts.flatMap(fieldsOf).find((field) => !isOpen(register, field))
  if (unknown) return refuse('invalid', 'list.unknown-field', `不能按“${unknown}”筛选`, `the list cannot be filtered by ${unknown}`)
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
