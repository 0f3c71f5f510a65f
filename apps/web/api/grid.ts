import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { cellsAnswer, EntryPage, editSetAnswer } from '#contract/entries.ts'
import type { ListQuery } from './endpoints.ts'
import { listEntries } from './endpoints.ts'
import { request } from './request.ts'
import type { Values } from './types.ts'

/** One row of what is saved, with the version it was read at. */
export interface RowChange {
  readonly id: string
  readonly version: number
  readonly values: Values
}

/** Changes fields of many entries: all of them or none, or without those that stand against it. */
export const editEntries = (register: string, rows: readonly RowChange[], mode: 'all' | 'good') =>
  request<z.infer<typeof editSetAnswer>>(`/registers/${register}/entries`, { method: 'PATCH', body: { rows, mode } })

/** What texts out of a sheet say under these fields. */
export const readCells = (register: string, fields: readonly string[], rows: readonly (readonly string[])[]) =>
  request<z.infer<typeof cellsAnswer>>(`/registers/${register}/cells`, { method: 'POST', body: { fields, rows } })

/** A page of a register with what the person may do with each entry. */
export const editablePageQuery = (register: string, list: ListQuery) =>
  queryOptions({
    queryKey: ['entries', register, list, 'rights'],
    queryFn: ({ signal }): Promise<EntryPage> => listEntries(register, { ...list, rights: 1 }, signal),
  })
