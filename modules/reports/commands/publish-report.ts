import { publishReportInput } from '#contract/reports.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import { command } from '#engine/store/command.ts'
import { keepEdition, keepFrozen } from '#engine/store/editions.ts'
import { newId } from '#platform/clock/id.ts'
import { type Printed, printedEdition } from '../queries/printed-edition.ts'
import { report } from '../registers/report.register.ts'
import { againstIssue } from '../rules/decide-report.ts'
import { CLERK } from '../rules/rights.ts'

/**
 * Number and date come from the office; with them the signed report becomes an edition, with its files, and never changes. The files are
 * set before the transaction opens; it keeps them only while the report is still the version they were made of.
 */
export const publishReport = command({
  name: 'reports.publish',
  label: { zh: '编号印发', en: 'Number and publish' },
  input: publishReportInput,
  right: CLERK,
  prepare: printedEdition,
  async run(call, { report: id, documentNo, documentDate }, printed: Printed | undefined) {
    const own = await call.read(report, id)
    const against = againstIssue(documentDate, own.asOf, call.today)
    if (own.state === 'signed' && against) return against
    call.move(report, [own], 'publish', { documentNo, documentDate })
    if (printed?.version !== own.version) return changedMeanwhile(own.title)
    const sha256 = await keepFrozen(call, printed.content)
    const edition = newId(call.facts.store.clock)
    const { title, template, period, asOf } = own
    const facts = { id: edition, report: own.id, template, title, period, asOf, sha256, documentNo, documentDate }
    await keepEdition(call, facts, printed.files)
    return { report: own.id, edition, sha256 }
  },
})

function changedMeanwhile(title: string): Refusal {
  return refuse(
    'conflict',
    'report.changed-meanwhile',
    `“${title}”在排版期间有变动，请刷新后重新印发`,
    `“${title}” changed while it was being set; reload and publish again`,
  )
}
