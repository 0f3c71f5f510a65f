import { draftReportInput, redraftReportInput } from '#contract/reports.ts'
import { parsePeriod } from '#engine/define/period.ts'
import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Call } from '#engine/store/call.ts'
import { command } from '#engine/store/command.ts'
import { keepFrozen } from '#engine/store/editions.ts'
import { storeOn } from '#engine/store/snapshot.ts'
import { brokenTemplates } from '#modules/programmes/index.ts'
import type { DraftContent } from '../queries/content.ts'
import { type FactsQuestion, frozenFacts } from '../queries/facts.ts'
import { templateOf } from '../queries/template.ts'
import { report } from '../registers/report.register.ts'
import { composed } from '../rules/compose.ts'
import { againstFreezing } from '../rules/decide-report.ts'
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
