import { queryOptions } from '@tanstack/react-query'
import type { SaveViewInput, ViewsAnswer } from '#contract/views.ts'
import { moveEntry } from './endpoints.ts'
import { queryString, request } from './request.ts'

/** A saved view, as it is told. */
export type View = ViewsAnswer['views'][number]

/** My own views of a register and those shared with me. */
export const viewsQuery = (register: string) =>
  queryOptions({
    queryKey: ['views', register],
    queryFn: ({ signal }) => request<ViewsAnswer>(`/queries/collaboration.views${queryString({ register })}`, { signal }),
    staleTime: 60_000,
  })

/** Keeps a view: a new one, or the new content of one's own. */
export const saveView = (body: SaveViewInput) =>
  request<{ readonly view: string }>('/commands/collaboration.save-view', { method: 'POST', body })

/** With which view the register opens from now on. */
export const chooseView = (register: string, view: string | null) =>
  request<unknown>('/commands/collaboration.choose-view', { method: 'POST', body: { register, view } })

/** Drops one's own view. */
export const dropView = (id: string, version: number) => moveEntry({ register: 'saved_view', id, version }, 'drop')
