import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ListQuery } from '../../api/endpoints.ts'
import type { ListSearch } from '../../frame/search-params.ts'
import { useAsOf } from '../../frame/use-as-of.ts'

const route = getRouteApi('/frame/registers/$register')
const PAGE_SIZE = 50
const SHORTEST_SEARCH = 2

type Narrowing = { readonly [Name in 'q' | 'state' | 'area' | 'sort' | 'filter' | 'f']?: ListSearch[Name] | undefined }

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
    clear: () => void navigate({ search: ({ asOf: day }) => withoutEmpty({ asOf: day }) }),
    turn: (cursor: string | undefined, page: number) =>
      void navigate({ search: (before) => withoutEmpty({ ...before, cursor, page: page > 1 ? page : undefined }) }),
    peek: (id: string | undefined) =>
      void navigate({ search: (before) => withoutEmpty({ ...before, peek: id }), replace: id === undefined }),
  }
}

function queryOf({ q, state, area, sort, cursor, filter, f }: ListSearch, asOf: string | undefined): ListQuery {
  const long = q !== undefined && q.length >= SHORTEST_SEARCH
  return {
    q: long ? q : undefined,
    state,
    area,
    sort,
    cursor,
    filter,
    asOf,
    limit: PAGE_SIZE,
    count: 1,
    ...(f === undefined ? {} : { fields: f }),
  }
}

function withoutEmpty<Parameters extends object>(
  parameters: Parameters,
): { [Name in keyof Parameters]: Exclude<Parameters[Name], undefined> } {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '')) as never // keys that are left have values
}
