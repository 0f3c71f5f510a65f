import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ListLook } from '#contract/views.ts'
import type { ListQuery } from '../../api/endpoints.ts'
import type { ListSearch } from '../../frame/search-params.ts'
import { useAsOf } from '../../frame/use-as-of.ts'

const route = getRouteApi('/frame/registers/$register')
const PAGE_SIZE = 50
const SHORTEST_SEARCH = 2

type Narrowing = {
  readonly [Name in 'q' | 'state' | 'area' | 'sort' | 'filter' | 'late' | 'f' | 'columns' | 'density' | 'as' | 'by']?:
    | ListSearch[Name]
    | undefined
}

/** Everything that makes the list what it is stands in the address; this reads and changes it. */
export function useListState() {
  const search: ListSearch = route.useSearch()
  const asOf = useAsOf()
  const navigate = useNavigate({ from: '/registers/$register' })
  return {
    search,
    query: queryOf(search, asOf),
    isFiltered:
      search.q !== undefined ||
      search.state !== undefined ||
      search.area !== undefined ||
      search.f !== undefined ||
      search.late !== undefined ||
      search.filter !== undefined,
    /** A new filter or order starts at the first page. */
    narrow: (changes: Narrowing) =>
      void navigate({ search: (before) => withoutEmpty({ ...before, cursor: undefined, page: undefined, ...changes }), replace: true }),
    narrowField: (name: string, codes: readonly string[]) =>
      void navigate({
        search: (before) => {
          const rest = Object.entries(before.f ?? {}).filter(([other]) => other !== name)
          const f = codes.length > 0 ? [...rest, [name, codes] as const] : rest
          return withoutEmpty({ ...before, cursor: undefined, page: undefined, f: f.length > 0 ? Object.fromEntries(f) : undefined })
        },
        replace: true,
      }),
    /** Looks stay when filters go. */
    clear: () =>
      void navigate({
        search: ({ asOf: day, view, columns, density, as, by, sort }) => withoutEmpty({ asOf: day, view, columns, density, as, by, sort }),
      }),
    columns: search.columns?.split(','),
    /** How the list looks now, as a view keeps it. */
    look: lookOf(search),
    /** Shows the list as a saved view has it; without one, as the register is. */
    openView: (view: string, look: ListLook) =>
      void navigate({ search: ({ asOf: day }) => withoutEmpty({ asOf: day, view, ...searchOf(look) }), replace: true }),
    turn: (cursor: string | undefined, page: number) =>
      void navigate({ search: (before) => withoutEmpty({ ...before, cursor, page: page > 1 ? page : undefined }) }),
    peek: (id: string | undefined) =>
      void navigate({ search: (before) => withoutEmpty({ ...before, peek: id }), replace: id === undefined }),
  }
}

function queryOf({ q, state, area, sort, cursor, filter, late, f }: ListSearch, asOf: string | undefined): ListQuery {
  const long = q !== undefined && q.length >= SHORTEST_SEARCH
  return {
    q: long ? q : undefined,
    state,
    area,
    sort,
    cursor,
    filter,
    late,
    asOf,
    limit: PAGE_SIZE,
    count: 1,
    ...(f === undefined ? {} : { fields: f }),
  }
}

function lookOf({ q, state, area, sort, filter, late, f, columns, density, as, by }: ListSearch): ListLook {
  const kind = as === 'grid' ? undefined : as
  const fields = f && Object.fromEntries(Object.entries(f).map(([name, codes]) => [name, [...codes]]))
  return withoutEmpty({ q, state, area, sort, filter, late, f: fields, columns: columns?.split(','), density, as: kind, by })
}

function searchOf({ columns, ...look }: ListLook): ListSearch {
  return withoutEmpty({ ...look, columns: columns?.join() })
}

function withoutEmpty<Parameters extends object>(
  parameters: Parameters,
): { [Name in keyof Parameters]: Exclude<Parameters[Name], undefined> } {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '')) as never // keys that are left have values
}
