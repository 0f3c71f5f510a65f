import { queryOptions } from '@tanstack/react-query'
import type { DraftAnswer, DraftList, KeepDraftAnswer, KeepDraftInput } from '#contract/drafts.ts'
import { queryString, request } from './request.ts'

/** Writes a draft on the server; tried again by the form, not here. */
export const keepDraft = (body: KeepDraftInput) =>
  request<KeepDraftAnswer>('/commands/collaboration.keep-draft', { method: 'POST', body, repeats: 0 })

/** Throws drafts of one's own away. */
export const discardDrafts = (drafts: readonly string[]) =>
  request<unknown>('/commands/collaboration.discard-drafts', { method: 'POST', body: { drafts } })

/** One draft of mine, or those of an entry, with what was typed. */
export const getDrafts = (wanted: { readonly draft: string } | { readonly entry: string }) =>
  request<DraftAnswer>(`/queries/collaboration.draft${queryString({ ...wanted })}`)

/** My drafts, in every register or one. */
export const draftsQuery = (register?: string) =>
  queryOptions({
    queryKey: ['draft-list', register],
    queryFn: ({ signal }) => request<DraftList>(`/queries/collaboration.drafts${queryString({ register })}`, { signal }),
  })
