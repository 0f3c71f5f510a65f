import { z } from 'zod'
import type { TemplatePreview } from '#contract/reports.ts'
import { parsePeriod } from '#engine/define/period.ts'
import { query } from '#engine/store/query.ts'
import { inSnapshot } from '#engine/store/snapshot.ts'
import { brokenTemplates, reportTemplate } from '#modules/programmes/index.ts'
import { composed } from '../rules/compose.ts'
import { daysAfter, lastQuarter } from '../rules/quarter.ts'
import { CLERK } from '../rules/rights.ts'
import { frozenFacts } from './facts.ts'
import { settledToday } from './settled-today.ts'

/** A template as the paper it would make of the last quarter that is over, as of yesterday; refused with its places where it asks for what is not there. */
export const templatePreview = query({
  name: 'reports.template-preview',
  label: { zh: '报告模板预览', en: 'What a report template makes' },
  input: z.object({ template: reportTemplate }),
  right: CLERK,
  async run({ store, actor }, { template }) {
    const broken = brokenTemplates(store.catalogue, [template])
    if (broken) return broken
    const day = settledToday(store)
    const period = parsePeriod(lastQuarter(day))
    if (!period || period.from === null || period.to === null) throw new Error('a quarter has two ends') // by its code
    const asked = { template, period: { ...period, from: period.from, to: period.to }, asOf: daysAfter(day, -1) }
    const facts = await inSnapshot(store, (frozen) => frozenFacts(frozen, actor, asked))
    const { paperToHtml } = await import('#platform/documents/to-html.ts')
    const html = paperToHtml(composed(template, facts, { opening: null, problems: null, nextSteps: null }, undefined))
    return { period: period.title, asOf: asked.asOf, html } satisfies TemplatePreview
  },
})
