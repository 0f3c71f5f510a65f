import { queryOptions } from '@tanstack/react-query'
import type { EditionView, ReportsOverview, ReportView, RoundView, Verification } from '#contract/reports.ts'
import { API, queryString, request } from './request.ts'

/** Routes of reports, editions and rounds. */
const ask = <Answer>(name: string, parameters: Readonly<Record<string, string>> = {}) =>
  request<Answer>(`/queries/reports.${name}${queryString(parameters)}`)
const give = <Answer>(name: string, body: unknown) => request<Answer>(`/commands/reports.${name}`, { method: 'POST', body })

/** Reports, templates and rounds. */
export const reportsQuery = queryOptions({ queryKey: ['reports'], queryFn: () => ask<ReportsOverview>('overview') })
/** A report as it will be printed. */
export const reportQuery = (report: string) =>
  queryOptions({ queryKey: ['report', report], queryFn: () => ask<ReportView>('report', { report }) })
/** A published edition. */
export const editionQuery = (edition: string) =>
  queryOptions({ queryKey: ['edition', edition], queryFn: () => ask<EditionView>('edition', { edition }) })
/** Makes the fingerprints anew and counts again. */
export const verifyEdition = (edition: string) => ask<Verification>('verify', { edition })
/** Who has handed in. */
export const roundQuery = (round: string) => queryOptions({ queryKey: ['round', round], queryFn: () => ask<RoundView>('round', { round }) })

export const draftReport = (body: { readonly template: string; readonly period: string; readonly asOf: string }) =>
  give<{ report: string }>('draft', body)
export const redraftReport = (report: string, asOf: string) => give<{ report: string }>('redraft', { report, asOf })
export const publishReport = (body: { readonly report: string; readonly documentNo: string; readonly documentDate: string }) =>
  give<{ edition: string }>('publish', body)
export const openRound = (period: string) => give<{ round: string }>('open-round', { period })
export const closeRound = (round: string) => give<{ missed: number }>('close-round', { round })

/** Where a draft or an edition is as a file. */
export const draftFile = (report: string, format: 'docx' | 'pdf') => `${API}/documents/reports.draft-file${queryString({ report, format })}`
export const editionFile = (edition: string, format: 'docx' | 'pdf') =>
  `${API}/documents/reports.edition-file${queryString({ edition, format })}`
