import { draftReportInput, publishReportInput, redraftReportInput } from '#contract/reports.ts'
import { parsePeriod } from '#engine/define/period.ts'
import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Call } from '#engine/store/call.ts'
import { command } from '#engine/store/command.ts'
import { keepEdition, keepFrozen, readFrozen } from '#engine/store/editions.ts'
import { clientReader } from '#engine/store/read.ts'
import { storeOn } from '#engine/store/snapshot.ts'
import { brokenTemplates } from '#modules/programmes/index.ts'
import { newId } from '#platform/clock/id.ts'
import type { DraftContent, EditionContent } from '../queries/content.ts'
import { type FactsQuestion, frozenFacts } from '../queries/facts.ts'
import { templateOf } from '../queries/template.ts'
import { type Report, report } from '../registers/report.register.ts'
import { composed } from '../rules/compose.ts'
import { againstFreezing, againstIssue } from '../rules/decide-report.ts'
import { CLERK } from '../rules/rights.ts'

/** Drafts a report: every figure and list frozen as known at the end of a day that is over. */
export const draftReport = command({
  name: 'reports.draft',
  label: { zh: '生成报告', en: 'Draft a report' },
  input: draftReportInput,
  right: CLERK,
  snapshot: true,
  async run(call, { template: code, period, asOf }) {
    const asked = await questionFor(call, code, period, asOf)
    if (isRefusal(asked)) return asked
    const content = await contentOf(call, asked)
    const title = composed(content.template, content.facts, NO_TEXTS, undefined).title
    const [made] = call.create(report, [{ title, template: code, period, asOf, sha256: await keepFrozen(call, content) }])
    return { report: made! }
  },
})

/** Freezes a draft again, as of another day; what the clerk wrote stays. */
export const redraftReport = command({
  name: 'reports.redraft',
  label: { zh: '重新取数', en: 'Freeze again' },
  input: redraftReportInput,
  right: CLERK,
  snapshot: true,
  async run(call, { report: id, asOf }) {
    const own = await call.read(report, id)
    const asked = await questionFor(call, own.template, own.period, asOf)
    if (isRefusal(asked)) return asked
    call.change(report, own, { asOf, sha256: await keepFrozen(call, await contentOf(call, asked)) })
    return { report: own.id }
  },
})

/** Number and date come from the office; with them the signed report becomes an edition, with its files, and never changes. */
export const publishReport = command({
  name: 'reports.publish',
  label: { zh: '编号印发', en: 'Number and publish' },
  input: publishReportInput,
  right: CLERK,
  async run(call, { report: id, documentNo, documentDate }) {
    const own = await call.read(report, id)
    const against = againstIssue(documentDate, own.asOf, call.today)
    if (own.state === 'signed' && against) return against
    call.move(report, [own], 'publish', { documentNo, documentDate })
    const content = await editionContent(call, own, { documentNo, documentDate })
    const edition = newId(call.facts.store.clock)
    const sha256 = await keepFrozen(call, content)
    const { title, template, period, asOf } = own
    const facts = { id: edition, report: own.id, template, title, period, asOf, sha256, documentNo, documentDate }
    await keepEdition(call, facts, await filesOf(content, sha256))
    return { report: own.id, edition, sha256 }
  },
})

const NO_TEXTS = { opening: null, problems: null, nextSteps: null }

async function questionFor(call: Call, code: string, periodCode: string, asOf: string): Promise<FactsQuestion | Refusal> {
  const template = await templateOf(storeOn(call.facts.store, call.facts.client), code)
  if (!template)
    return refuse(
      'not_found',
      'report.no-template',
      `没有报告模板“${code}”，请先安装方案包`,
      `there is no report template “${code}”; install a pack first`,
    )
  const broken = brokenTemplates(call.facts.store.catalogue, [template])
  if (broken) return broken
  const period = parsePeriod(periodCode)!
  if (period.from === null || period.to === null) throw new Error(`${periodCode} has no ends`) // the input asks for a year or a part of it
  const against = againstFreezing({ asOf, to: period.to, title: period.title, now: call.facts.now, timeZone: call.facts.store.timeZone })
  return against ?? { template, period: { ...period, from: period.from, to: period.to }, asOf }
}

async function contentOf(call: Call, asked: FactsQuestion): Promise<DraftContent> {
  const frozen = storeOn(call.facts.store, call.facts.client)
  return { template: asked.template, facts: await frozenFacts(frozen, call.actor, asked), act: call.facts.event }
}

async function editionContent(call: Call, own: Report, issued: EditionContent['issued']): Promise<EditionContent> {
  const kept = await readFrozen(clientReader(call.facts.client), call.facts.store, own.sha256)
  const { template, facts, act } = JSON.parse(kept!) as DraftContent // written when the report was drafted, in the same database
  const texts = { opening: own.opening, problems: own.problems, nextSteps: own.nextSteps }
  return { template, facts, act, own: texts, issued, paper: composed(template, facts, texts, issued) }
}

/** The fingerprint stands on the foot of every page. The libraries are opened by the first report, not by the start of the server. */
async function filesOf({ paper }: EditionContent, sha256: string) {
  const [{ paperToDocx }, { paperToPdf }] = await Promise.all([
    import('#platform/documents/to-docx.ts'),
    import('#platform/documents/to-pdf.ts'),
  ])
  const printed = { ...paper, foot: `校验码 ${sha256.slice(0, 16)}` }
  return { docx: await paperToDocx(printed), pdf: await paperToPdf(printed) }
}
