import { publishReport } from './commands/publish-report.ts'
import { draftReport, redraftReport } from './commands/reports.ts'
import { closeRound, openRound } from './commands/rounds.ts'
import { somebodySigns } from './guards/signer-guard.ts'
import { editionDocument, reportDocument } from './queries/documents.ts'
import { editionView } from './queries/edition-view.ts'
import { reportsOverview } from './queries/overview.ts'
import { reportView } from './queries/report-view.ts'
import { roundView } from './queries/round-view.ts'
import { verifyEdition } from './queries/verify.ts'
import { dispatchReturn } from './registers/dispatch-return.register.ts'
import { dispatchRound } from './registers/dispatch-round.register.ts'
import { report } from './registers/report.register.ts'
import { roundTerms } from './registers/round-terms.register.ts'

export { openDueRound } from './commands/open-due-round.ts'
export { templatePreview } from './queries/template-preview.ts'

export const reports = {
  registers: [report, dispatchRound, dispatchReturn, roundTerms],
  commands: [draftReport, redraftReport, publishReport, openRound, closeRound],
  queries: [reportsOverview, reportView, editionView, verifyEdition, roundView],
  documents: [reportDocument, editionDocument],
  guards: [somebodySigns],
}
