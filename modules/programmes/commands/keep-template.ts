import { z } from 'zod'
import type { ReportTemplate } from '#contract/report-template.ts'
import { command } from '#engine/store/command.ts'
import { brokenTemplates } from '../queries/broken-templates.ts'
import { type ReportTemplateEntry, reportTemplateRegister } from '../registers/report-template.register.ts'
import { reportTemplate } from '../rules/report-template.ts'
import { PLANNER } from '../rules/rights.ts'

/** Puts a report template into use, or a changed one in the place of the one of the same code; drafts made before keep theirs. */
export const keepTemplate = command({
  name: 'programmes.keep-template',
  label: { zh: '启用报告模板', en: 'Keep a report template' },
  input: z.object({ template: reportTemplate }),
  right: PLANNER,
  async run(call, { template }) {
    const broken = brokenTemplates(call.facts.store.catalogue, [template])
    if (broken) return broken
    const values = { title: template.title.zh, body: plain(template) }
    const [there] = await call.find(reportTemplateRegister, { field: 'code', is: template.code })
    if (there) call.change(reportTemplateRegister, there, values)
    const id = there?.id ?? call.create(reportTemplateRegister, [{ code: template.code, ...values }])[0]!
    return { template: id }
  },
})

type Body = ReportTemplateEntry['body']

function plain(template: ReportTemplate): Body {
  return JSON.parse(JSON.stringify(template)) as Body // JSON by its schema
}
