import { queryOptions } from '@tanstack/react-query'
import type { KeepLayout, LayoutsView, LayoutView } from '#contract/sheets.ts'
import { queryString, request } from './request.ts'

/** The registers that are filled in by sheets. */
export const layoutsQuery = queryOptions({
  queryKey: ['sheet-layouts'],
  queryFn: () => request<LayoutsView>('/queries/sheets.layouts'),
})

/** The sheet of one register as it stands now. */
export const layoutQuery = (register: string) =>
  queryOptions({
    queryKey: ['sheet-layout', register],
    queryFn: () => request<LayoutView>(`/queries/sheets.layout${queryString({ register })}`),
  })

/** Keeps a layout. */
export const keepLayout = (body: KeepLayout) => request<unknown>('/commands/sheets.keep-layout', { method: 'POST', body })
/** The definition's own layout again. */
export const restoreLayout = (register: string) =>
  request<unknown>('/commands/sheets.restore-layout', { method: 'POST', body: { register } })
