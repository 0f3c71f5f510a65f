import { queryOptions } from '@tanstack/react-query'
import type { ReportTemplate } from '#contract/report-template.ts'
import type { TemplatePreview } from '#contract/reports.ts'
import { listEntries } from './endpoints.ts'
import { request } from './request.ts'

const MOST = 100

/** A template as it stands; each change is another version. */
export interface KeptTemplate {
  readonly version: number
  readonly template: ReportTemplate
}

/** The templates of periodic reports in use, as data. */
export const templatesQuery = queryOptions({
  queryKey: ['report-templates'],
  queryFn: async (): Promise<readonly KeptTemplate[]> => {
    const { entries } = await listEntries('report_template', { limit: MOST })
    return entries.map(({ values, version }) => ({ version, template: values['body'] as ReportTemplate })) // judged when it was kept
  },
})

/** The paper a template makes, of the last quarter as of yesterday; a read, though a template is too long for an address. */
export const previewTemplate = (template: ReportTemplate) =>
  request<TemplatePreview>('/report-templates:preview', { method: 'POST', body: { template } })

/** Puts a changed template in the place of the one of its code. */
export const keepTemplate = (template: ReportTemplate) =>
  request<unknown>('/commands/programmes.keep-template', { method: 'POST', body: { template } })
