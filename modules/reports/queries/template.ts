import type { ReportTemplate } from '#contract/report-template.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { reportTemplate, reportTemplateRegister } from '#modules/programmes/index.ts'

/** The template of a code as it is in use now; undefined when there is none, or none that can be read. */
export async function templateOf(store: Store, code: string): Promise<ReportTemplate | undefined> {
  const [row] = await ask(poolReader(store), `select body from ${tableOf(store, reportTemplateRegister)} where code = $1`, [code])
  return reportTemplate.safeParse(row?.['body']).data
}
