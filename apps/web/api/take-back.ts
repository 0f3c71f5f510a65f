import { request } from './request.ts'

/** Undoes what the person moved in an event, all of it or these entries; a refusal names those that stand against it by id. */
export const takeBack = (register: string, event: string, entries: readonly string[]) =>
  request<unknown>(`/registers/${register}/take-back`, { method: 'POST', body: { event, entries } })
