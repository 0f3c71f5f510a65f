import type { ReportTemplate } from '#contract/report-template.ts'
import type { Catalogue } from '#engine/define/catalogue.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import { countedIndicators } from '#modules/plans/index.ts'
import { templateFaults } from '../rules/template-faults.ts'

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
