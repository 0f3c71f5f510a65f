import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { FaultFields, ImportRights, ImportRows, ImportState } from '#contract/imports.ts'
import { API, queryString, request } from './request.ts'
import { type OnProgress, sendFile } from './upload.ts'

/** What became of a row of a sheet. */
export type Outcome = ImportRows['rows'][number]['outcome']
/** Which rows are looked at: of one outcome, or all about which something is doubtful. */
export type Looked = Outcome | 'warned'
/** A row of the preview. */
export type PreviewRow = ImportRows['rows'][number]
/** Whose value is taken in a clash: of one field, of a row, or of all rows. */
export type Choice = Readonly<{ row?: number; field?: string; choice: 'sheet' | 'system' }>

/** A sheet for a register; with `history` of entries that were decided before it was kept here. */
export interface SheetFor {
  readonly register: string
  readonly history: boolean
}

/** Sends a sheet; the answer is the import that reads it. */
export const startImport = ({ register, history }: SheetFor, file: File, onProgress: OnProgress) =>
  sendFile<ImportState>(`/registers/${register}/imports${queryString({ history: history ? 'true' : undefined })}`, file, onProgress)
/** Puts the rows of the preview in. */
export const applyImport = (id: string, mode: 'good' | 'all') =>
  request<ImportState>(`/imports/${id}/apply`, { method: 'POST', body: { mode } })
/** Stops an import; what is in stays in. */
export const cancelImport = (id: string) => request<ImportState>(`/imports/${id}/cancel`, { method: 'POST' })
/** Decides clashes. */
export const chooseInImport = (id: string, choice: Choice) =>
  request<ImportState>(`/imports/${id}/choices`, { method: 'POST', body: choice })
/** The sheet as it was sent, its wrong cells marked. */
export const errorsAddress = (id: string) => `${API}/imports/${id}/errors.xlsx`

const LOOK_AGAIN = 700
const FOR_LONG = 10 * 60_000

/** What the post may hand in for a register. */
export const importRightsQuery = (register: string) =>
  queryOptions({
    queryKey: ['import-rights', register],
    queryFn: () => request<ImportRights>(`/registers/${register}/imports`),
    staleTime: FOR_LONG,
  })

/** The imports of the post, newest first. */
export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: () => request<{ readonly imports: readonly ImportState[] }>('/imports'),
})

/** One import; asked again while the server works on it. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: () => request<ImportState>(`/imports/${id}`),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? LOOK_AGAIN : false),
  })

/** In which columns rows are wrong. */
export const faultFieldsQuery = (id: string, state: string) =>
  queryOptions({ queryKey: ['import-faults', id, state], queryFn: () => request<FaultFields>(`/imports/${id}/faults`) })

interface RowsAsked {
  readonly looked: Looked
  /** Only rows in which something is wrong with this column. */
  readonly field: string | undefined
  readonly after: number
}

/** A hundred rows of the preview, from the one after `after`. */
export const importRowsQuery = (id: string, { looked, field, after }: RowsAsked, state: string) =>
  queryOptions({
    queryKey: ['import-rows', id, looked, field ?? null, after, state],
    queryFn: () =>
      request<ImportRows>(
        `/imports/${id}/rows${queryString({ ...(looked === 'warned' ? { warned: 'true' } : { outcome: looked }), field, after })}`,
      ),
    placeholderData: keepPreviousData,
  })

/** Whether the server is reading the sheet or putting its rows in. */
export const isAtWork = ({ state }: ImportState) => state === 'reading' || state === 'applying'
