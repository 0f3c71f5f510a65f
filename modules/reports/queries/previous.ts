import type { ReportFacts } from '#contract/reports.ts'
import { parsePeriod } from '#engine/define/period.ts'
import type { Store } from '#engine/store/context.ts'
import { editions, readFrozen } from '#engine/store/editions.ts'
import { poolReader } from '#engine/store/read.ts'
import type { EditionContent } from './content.ts'

/** The last edition of a template over an earlier period, or over the same one published before: what a new one is compared with. */
export async function previousEdition(store: Store, template: string, until: string): Promise<ReportFacts['previous']> {
  const found = (await editions(store)).find((each) => each.template === template && (parsePeriod(each.period)?.to ?? '') <= until)
  if (!found) return null
  const content = await readFrozen(poolReader(store), store, found.sha256)
  if (content === undefined) return null
  const { facts } = JSON.parse(content) as EditionContent // written by keepFrozen
  const totals = Object.values(facts.figures).flatMap((figure) =>
    facts.figures[`${figure.code} total`] === figure ? [[figure.code, figure.value] as const] : [],
  )
  return { edition: found.id, title: found.title, asOf: facts.asOf, figures: Object.fromEntries(totals) }
}
