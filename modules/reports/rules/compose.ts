import type { Attachment, Block, Paper } from '#contract/paper.ts'
import type { ReportTemplate, TemplateBlock } from '#contract/report-template.ts'
import type { ReportFacts } from '#contract/reports.ts'
import { dayInChinese } from '#engine/define/period.ts'
import { chartOf } from './compose-charts.ts'
import { differencesOf, returnsOf } from './compose-notes.ts'
import { runsOf } from './compose-runs.ts'
import { citiesTable, listTable, targetsTable } from './compose-tables.ts'

/** What the clerk wrote for this issue. */
export interface OwnTexts {
  readonly opening: string | null
  readonly problems: string | null
  readonly nextSteps: string | null
}

/** What the office gives when it is issued. */
export interface Issued {
  readonly documentNo: string
  readonly documentDate: string
}

/** The report as a document: the template's words with the frozen figures in them. */
export function composed(template: ReportTemplate, facts: ReportFacts, own: OwnTexts, issued: Issued | undefined): Paper {
  const said = (words: string) => spoken(words, facts)
  const blocks = (given: readonly TemplateBlock[]) => given.flatMap((block) => blocksOf(block, facts, own))
  const day = dayInChinese(issued?.documentDate ?? facts.asOf)
  return {
    head: { issuer: said(template.issuer), ...(issued && { number: issued.documentNo }) },
    title: said(template.heading),
    ...(template.addressee !== undefined && { addressee: said(template.addressee) }),
    blocks: blocks(template.blocks),
    attachments: template.attachments.map((each): Attachment => ({ title: said(each.title), blocks: blocks(each.blocks) })),
    ...(issued && { signature: { by: template.signature, on: day } }),
    ...(issued && {
      imprint: { ...(template.copiesTo !== undefined && { copiesTo: template.copiesTo }), issuer: template.printer, on: day },
    }),
  }
}

/** {period} and {asOf} for what they say. */
function spoken(words: string, { period, asOf }: ReportFacts): string {
  return words.replaceAll('{period}', period.title).replaceAll('{asOf}', dayInChinese(asOf))
}

function blocksOf(block: TemplateBlock, facts: ReportFacts, own: OwnTexts): readonly Block[] {
  switch (block.is) {
    case 'heading':
      return [{ is: 'heading', level: block.level, text: spoken(block.text, facts) }]
    case 'text':
      return [nothingCounts(block, facts) ? words(spoken(block.whenNone ?? '', facts)) : { is: 'text', runs: runsOf(block.runs, facts) }]
    case 'own':
      return paragraphs(own[block.field] ?? spoken(block.whenNone ?? '', facts))
    case 'targets':
      return [targetsTable(block, facts)]
    case 'cities':
      return [{ ...citiesTable(block, facts), title: spoken(block.title, facts) }]
    case 'list':
      return [listTable(block, facts) ?? words(spoken(block.whenNone, facts))]
    case 'chart':
      return [chartOf(block, facts)]
    case 'differences':
      return differencesOf(block.figures, facts).map(words)
    case 'returns':
      return returnsOf(block.show, facts).map(words)
  }
}

function words(text: string): Block {
  return { is: 'text', runs: [{ text }] }
}

function paragraphs(text: string): readonly Block[] {
  return text
    .split(/\r?\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map(words)
}

/** A quarter in which nothing was counted is said so, in place of a row of noughts. */
function nothingCounts({ runs, whenNone }: Extract<TemplateBlock, { is: 'text' }>, { figures }: ReportFacts): boolean {
  if (whenNone === undefined) return false
  const asked = runs.filter((run) => typeof run === 'object' && 'figure' in run)
  const quarters = asked.filter(({ period }) => period === 'quarter')
  return quarters.length > 0 && quarters.every(({ figure }) => Number(figures[`${figure} quarter`]?.value ?? 0) === 0)
}
