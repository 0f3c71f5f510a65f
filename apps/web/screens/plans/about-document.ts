import type { PlanDraft } from '#policy-text/index.ts'
import { foundTexts } from '../../texts/texts-found.ts'
import type { Words } from '../../texts/words.ts'
import type { Span } from './text-selection.ts'

/** One thing a document says of itself: what it rests on, until when it holds, whom it addresses. */
export interface AboutLine {
  readonly name: Words
  readonly words: string
  readonly span: Span
}

const RELATIONS = { basis: foundTexts.basis, repeals: foundTexts.repeals, mentions: foundTexts.mentioned } as const

/** Everything of that kind, in the order people ask for it. */
export function aboutDocument(draft: PlanDraft): readonly AboutLine[] {
  const { validity, recipients } = draft
  return [
    ...draft.basis.map((one) => ({
      name: RELATIONS[one.relation],
      words: `《${one.title}》${one.number === null ? '' : `（${one.number}）`}`,
      span: one,
    })),
    ...(validity ? [{ name: foundTexts.validity, words: validity.quote, span: validity }] : []),
    ...(recipients ? [{ name: foundTexts.recipients, words: recipients.quote, span: recipients }] : []),
    ...draft.attachments.map((one) => ({
      name: foundTexts.attachment,
      words: `${one.title}${one.present ? '' : foundTexts.absent.zh}`,
      span: one,
    })),
    ...draft.relativeTargets.map((one) => ({ name: foundTexts.benchmark, words: one.quote, span: one })),
    ...draft.dutyRules.map((one) => ({ name: foundTexts.dutyRule, words: one.quote, span: one })),
  ]
}
