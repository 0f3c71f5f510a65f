import { z } from 'zod'
import type { ReportTemplate } from '#contract/report-template.ts'
import type { Catalogue } from '#engine/define/catalogue.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import { command } from '#engine/store/command.ts'
import { countedIndicators } from '#modules/plans/index.ts'
import { type ReportTemplateEntry, reportTemplateRegister } from '../registers/report-template.register.ts'
import { reportTemplate } from '../rules/report-template.ts'
import { PLANNER } from '../rules/rights.ts'
import { templateFaults } from '../rules/template-faults.ts'

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

/** The refusal of templates that ask for figures which are not there: each with its place; undefined when all are. */
export function brokenTemplates(catalogue: Catalogue, templates: readonly ReportTemplate[]): Refusal | undefined {
  const known = countedIndicators(catalogue).map(({ code, rule }) => ({ code, measures: Object.keys(rule.measures) }))
  const faults = templates.flatMap((template) =>
    templateFaults(template, known).map(({ where, words }) => ({
      path: `${template.code}.${where}`,
      message: { zh: `“${template.title.zh}” ${words.zh}`, en: `“${template.title.en}” ${words.en}` },
    })),
  )
  if (faults.length === 0) return undefined
  const said = (language: 'zh' | 'en') => faults.map(({ message }) => message[language]).join(language === 'zh' ? '；' : '; ')
  return refuse(
    'invalid',
    'template.unknown-figure',
    `报告模板引用了不存在的指标，请修改模板后再用：${said('zh')}`,
    `a report template asks for figures that do not exist; change the template first: ${said('en')}`,
    { faults },
  )
}

type Body = ReportTemplateEntry['body']

function plain(template: ReportTemplate): Body {
  return JSON.parse(JSON.stringify(template)) as Body // JSON by its schema
}
