import { z } from 'zod'
import type { ReportView } from '#contract/reports.ts'
import { holds, type Row } from '#engine/access/holds.ts'
import { refuse } from '#engine/define/refusal.ts'
import { editions, readFrozen } from '#engine/store/editions.ts'
import { mayRead } from '#engine/store/entries.ts'
import { type Asked, query } from '#engine/store/query.ts'
import { poolReader, readEntry } from '#engine/store/read.ts'
import { type Report, report } from '../registers/report.register.ts'
import { composed } from '../rules/compose.ts'
import type { DraftContent } from './content.ts'

/** A report as it will be printed, with what stands in it now. */
export const reportView = query({
  name: 'reports.report',
  label: { zh: '报告', en: 'Report' },
  input: z.object({ report: z.uuid() }),
  right: { always: true },
  async run(asked, { report: id }) {
    const found = await draftOf(asked, id)
    if (!found) return noReport()
    const { row: own, content } = found
    const { paperToHtml } = await import('#platform/documents/to-html.ts')
    const paper = paperOf(own, content)
    const { previous } = content.facts
    const state = report.states[own.state]
    const edition = own.state === 'published' ? (await editions(asked.store)).find((each) => each.report === own.id) : undefined
    const may = (right: 'publish' | 'edit') => holds(report.access[right], report, found.plain, asked.actor)
    return {
      report: { ...pick(own), kind: content.template.kind, stateLabel: state.label, frozenAt: content.facts.frozenAt },
      paper,
      html: paperToHtml(paper),
      previous: previous && { edition: previous.edition, title: previous.title, asOf: previous.asOf },
      edition: edition?.id ?? null,
      mayPublish: own.state === 'signed' && may('publish'),
      mayRedraft: own.state === 'drafting' && may('edit'),
    } satisfies ReportView
  },
})

/** A report the person may read, with what it froze. */
export async function draftOf(
  { store, actor }: Asked,
  id: string,
): Promise<{ row: Report; plain: Row; content: DraftContent } | undefined> {
  const row = await readEntry(poolReader(store), store, report, id)
  if (!row || !mayRead(report, row, actor)) return undefined
  const kept = await readFrozen(poolReader(store), store, String(row['sha256']))
  return { row: row as unknown as Report, plain: row, content: JSON.parse(kept!) as DraftContent } // written when it was drafted
}

export function paperOf({ opening, problems, nextSteps, documentNo, documentDate }: Report, { template, facts }: DraftContent) {
  const issued = documentNo !== null && documentDate !== null ? { documentNo, documentDate } : undefined
  return composed(template, facts, { opening, problems, nextSteps }, issued)
}

export function noReport() {
  return refuse('not_found', 'entry.not-found', '没有这份报告，或您的岗位无权查看', 'no such report, or your post may not read it')
}

function pick({ id, version, state, title, period, asOf, sha256, opening, problems, nextSteps, documentNo, documentDate }: Report) {
  return { id, version, state, title, period, asOf, sha256, opening, problems, nextSteps, documentNo, documentDate }
}
