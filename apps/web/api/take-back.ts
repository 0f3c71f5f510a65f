import { queryOptions } from '@tanstack/react-query'
import type { TakeBackWindowGiven, TakeBackWindowView } from '#contract/take-back.ts'
import { request } from './request.ts'

/** Undoes what the person moved in an event, all of it or these entries; a refusal names those that stand against it by id. */
export const takeBack = (register: string, event: string, entries: readonly string[]) =>
  request<unknown>(`/registers/${register}/take-back`, { method: 'POST', body: { event, entries } })

/** For how long what was done can be taken back, and every change of it. */
export const takeBackWindowQuery = queryOptions({
  queryKey: ['take-back-window'],
  queryFn: () => request<TakeBackWindowView>('/queries/collaboration.take-back-window'),
})

/** Another window for what is done from now on. */
export const setTakeBackWindow = (body: TakeBackWindowGiven) =>
  request<unknown>('/commands/collaboration.set-take-back-window', { method: 'POST', body })
