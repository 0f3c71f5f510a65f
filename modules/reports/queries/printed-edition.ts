import type { PublishReportInput } from '#contract/reports.ts'
import { canonical, sha256Of } from '#engine/store/editions.ts'
import { historyOf } from '#engine/store/history.ts'
import type { Asked } from '#engine/store/query.ts'
import { today } from '#platform/clock/clock.ts'
import { type Report, report } from '../registers/report.register.ts'
import { composed } from '../rules/compose.ts'
import { againstIssue } from '../rules/decide-report.ts'
import { type DraftContent, type EditionContent, signedFingerprint } from './content.ts'
import { draftOf } from './report-view.ts'

/** An edition as it will be kept, and the version of the report it was made of. */
export interface Printed {
  readonly version: number
  readonly content: EditionContent
  readonly files: { readonly docx: Uint8Array; readonly pdf: Uint8Array }
}

/** Sets a signed report with its number and date; undefined where there is nothing to publish, which the command then refuses. */
export async function printedEdition(
  asked: Asked,
  { report: id, documentNo, documentDate }: PublishReportInput,
): Promise<Printed | undefined> {
  const found = await draftOf(asked, id)
  const day = today(asked.store.clock, asked.store.timeZone)
  if (found?.row.state !== 'signed' || againstIssue(documentDate, found.row.asOf, day)) return undefined
  const content = await editionContent(asked, found.row, found.content, { documentNo, documentDate })
  return { version: found.row.version, content, files: await filesOf(content) }
}

async function editionContent(
  { store }: Asked,
  own: Report,
  { template, facts, act }: DraftContent,
  issued: EditionContent['issued'],
): Promise<EditionContent> {
  const texts = { opening: own.opening, problems: own.problems, nextSteps: own.nextSteps }
  const signing = (await historyOf(store, report, own.id)).find(({ version }) => version === own.version)! // the step that made it signed
  const signed = { by: signing.person, post: signing.post, at: signing.at, sha256: signedFingerprint({ template, facts, act }, texts) }
  return { template, facts, act, own: texts, signed, issued, paper: composed(template, facts, texts, issued) }
}

/** The fingerprint stands on the foot of every page. The libraries are opened by the first report, not by the start of the server. */
async function filesOf(content: EditionContent): Promise<Printed['files']> {
  const [{ paperToDocx }, { paperToPdf }] = await Promise.all([
    import('#platform/documents/to-docx.ts'),
    import('#platform/documents/to-pdf.ts'),
  ])
  const printed = { ...content.paper, foot: `校验码 ${sha256Of(canonical(content)).slice(0, 16)}` }
  return { docx: await paperToDocx(printed), pdf: await paperToPdf(printed) }
}
