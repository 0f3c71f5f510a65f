import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { BatchView } from '#contract/batches.ts'
import type { CalendarView, importCalendarAnswer, importCalendarInput, NoticeDays } from '#contract/calendar.ts'
import type { CallView, callAnswer } from '#contract/calls.ts'
import type { UploadedFile } from '#contract/files.ts'
import type { ObjectionsView, objectionAnswer } from '#contract/objections.ts'
import type { issueRecommendationAnswer, RecommendationView, returnScanAnswer } from '#contract/recommendations.ts'
import { API, queryString, request } from './request.ts'
import type { BatchAnswer, Values } from './types.ts'

/** Routes of batches, calls, recommendation letters, objections and the calendar. */
const ask = <Answer>(name: string, parameters: Readonly<Record<string, string>> = {}) =>
  request<Answer>(`/queries/selection.${name}${queryString(parameters)}`)
const give = <Answer>(name: string, body: unknown) => request<Answer>(`/commands/selection.${name}`, { method: 'POST', body })

/** The commands on batches, without their module. */
export type BatchCommand =
  | 'start-batch'
  | 'add-to-batch'
  | 'remove-from-batch'
  | 'open-notice'
  | 'close-notice'
  | 'publish-batch'
  | 'cancel-batch'
/** Gives a command to a batch. */
export const giveBatchCommand = (name: BatchCommand, body: Values) => give<BatchAnswer>(name, body)
/** A batch with what it holds and what waits. */
export const batchQuery = (batch: string) => queryOptions({ queryKey: ['batch', batch], queryFn: () => ask<BatchView>('batch', { batch }) })
/** 撤销 of published entries by a document. */
export const publishWithdrawal = (body: Values) => give<Values>('publish-withdrawal', body)

/** The commands on calls, without their module. */
export type CallCommand = 'start-call' | 'open-call' | 'extend-call' | 'close-call' | 'apply'
/** Gives a command to a call. */
export const giveCallCommand = (name: CallCommand, body: Values) => give<z.infer<typeof callAnswer>>(name, body)
/** A call with its quotas, entries and letters. */
export const callQuery = (call: string) => queryOptions({ queryKey: ['call', call], queryFn: () => ask<CallView>('call', { call }) })

/** A letter for entries that were recommended. */
export const issueRecommendation = (body: Values) => give<z.infer<typeof issueRecommendationAnswer>>('issue-recommendation', body)
/** The sealed paper, by the code on its foot. */
export const returnScan = (recommendation: string, checkCode: string, file: UploadedFile) =>
  give<z.infer<typeof returnScanAnswer>>('return-scan', { recommendation, checkCode, file })
/** A letter as it was printed, and what has changed since. */
export const recommendationQuery = (recommendation: string) =>
  queryOptions({
    queryKey: ['recommendation', recommendation],
    queryFn: () => ask<RecommendationView>('recommendation', { recommendation }),
  })
/** Where the letter is as Word. */
export const letterAddress = (recommendation: string) =>
  `${API}/documents/selection.recommendation-letter${queryString({ recommendation })}`

/** Objections to a batch. */
export const objectionsQuery = (batch: string) =>
  queryOptions({ queryKey: ['objections', batch], queryFn: () => ask<ObjectionsView>('objections', { batch }) })
/** Records an objection, or settles one. */
export const giveObjectionCommand = (name: 'raise-objection' | 'settle-objection', body: Values) =>
  give<z.infer<typeof objectionAnswer>>(name, body)

/** The years that have a table. */
export const calendarQuery = queryOptions({ queryKey: ['calendar'], queryFn: () => ask<CalendarView>('calendar') })
/** A year's table. */
export const importCalendar = (body: z.input<typeof importCalendarInput>) =>
  give<z.infer<typeof importCalendarAnswer>>('import-calendar', body)
/** How many working days a notice over these days has. */
export const noticeDaysQuery = (from: string, to: string) =>
  queryOptions({ queryKey: ['notice-days', from, to], queryFn: () => ask<NoticeDays>('notice-days', { from, to }) })
