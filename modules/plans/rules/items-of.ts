import type { Id } from '#engine/define/id.ts'
import type { ValuesOf } from '#engine/define/register.ts'
import { decimalText, dutyInWords, type PlanDraft } from '#policy-text/index.ts'
import type { planItem } from '../registers/plan-item.register.ts'
import { type CountedIndicator, proposeIndicator, withoutRivals } from './propose-indicator.ts'

type ItemValues = ValuesOf<typeof planItem>
type Document = Id<'policy_document'>

const LONGEST_LABEL = 300

/** What the reader found, as entries for people to check: in the order of the text. */
export function itemsOf(document: Document, draft: PlanDraft, indicators: readonly CountedIndicator[]): readonly ItemValues[] {
  const items = [
    ...headings(document, draft),
    ...targets(document, draft, indicators),
    ...duties(document, draft),
    ...lists(document, draft),
  ]
  return items.sort((a, b) => a.start - b.start || b.end - a.end)
}

function headings(document: Document, draft: PlanDraft): readonly ItemValues[] {
  return draft.headings.map((heading) => ({
    document,
    itemKind: 'heading' as const,
    label: cut(headingLabel(heading)),
    level: heading.level,
    clause: heading.clause,
    quote: draftQuote(heading),
    start: heading.start,
    end: heading.end,
    confidence: decimalText(heading.confidence),
    why: heading.why,
  }))
}

/** “一、总体要求”, but “1. 总体要求”. */
function headingLabel({ number, text }: PlanDraft['headings'][number]): string {
  return `${number}${/[.\w]$/.test(number) ? ' ' : ''}${text}`.trim()
}

/** Headings carry no quote of their own when number and text stand side by side. */
function draftQuote(heading: PlanDraft['headings'][number]): string {
  return cut(`${heading.number}${heading.text}`, 5000)
}

function targets(document: Document, draft: PlanDraft, indicators: readonly CountedIndicator[]): readonly ItemValues[] {
  const proposed = withoutRivals(
    draft.targets.map((target) => {
      const label = target.metric
      return {
        target,
        label,
        proposal:
          target.restates || target.period === 'per_year'
            ? undefined
            : proposeIndicator({ label, quote: target.quote, unit: target.unit }, indicators),
      }
    }),
  )
  return proposed.map(({ target, label, proposal }) => {
    const [low, high] = Array.isArray(target.value) ? target.value : [target.value, null]
    return {
      document,
      itemKind: 'target' as const,
      label: cut(label || target.quote),
      quote: target.quote,
      start: target.start,
      end: target.end,
      clause: target.clause,
      low: decimalText(low),
      high: decimalText(high),
      unit: target.unit,
      comparator: target.comparator,
      qualifier: target.qualifier,
      deadline: target.deadline ?? target.deadlineInherited ?? null,
      deadlineInherited: target.deadline === null && Boolean(target.deadlineInherited),
      period: target.period,
      parentQuote: target.parentQuote,
      confidence: decimalText(target.confidence),
      why: target.why,
      indicator: proposal?.indicator ?? null,
      indicatorWhy: proposal?.why ?? null,
      detail: target,
    }
  })
}

function duties(document: Document, draft: PlanDraft): readonly ItemValues[] {
  return draft.responsibilities.map((duty) => ({
    document,
    itemKind: 'duty' as const,
    label: cut(dutyInWords(duty)),
    lead: duty.lead.join('、') || null,
    support: duty.support.join('、') || null,
    joint: duty.joint,
    quote: duty.quote,
    start: duty.start,
    end: duty.end,
    clause: duty.clause,
    confidence: decimalText(duty.confidence),
    why: duty.why,
    detail: duty,
  }))
}

function lists(document: Document, draft: PlanDraft): readonly ItemValues[] {
  return draft.registers.map((found) => ({
    document,
    itemKind: 'list' as const,
    label: cut(found.name || found.quote),
    listKind: found.kind,
    quote: found.quote,
    start: found.start,
    end: found.end,
    clause: found.clause,
    confidence: decimalText(found.confidence),
    why: found.why,
    detail: found,
  }))
}

/** At most so many characters, with a sign where some were left out. */
export function cut(text: string, longest = LONGEST_LABEL): string {
  // A cut through a character of two UTF-16 units would leave a half that cannot be kept.
  return text.length > longest ? `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…` : text
}
