import type { Language } from '#engine/define/words.ts'
import type { PlanComparison } from '#policy-text/index.ts'
import { LABELS } from './pair-words.ts'
import { plansAsHtml } from './plans-as-html.ts'
import { plansAsMarkdown } from './plans-as-markdown.ts'
import { plansAsWorkbook } from './plans-as-workbook.ts'

/** What a comparison can be given as: by `lantu compare --plans` and by POST /documents:compare alike. */
export const COMPARISON_FORMATS = {
  json: { type: 'application/json; charset=utf-8', made: (found: PlanComparison) => `${JSON.stringify(found, null, 2)}\n` },
  md: { type: 'text/markdown; charset=utf-8', made: plansAsMarkdown },
  html: { type: 'text/html; charset=utf-8', made: plansAsHtml },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', made: plansAsWorkbook },
} as const satisfies Record<
  string,
  { readonly type: string; readonly made: (found: PlanComparison, language: Language) => string | Promise<Uint8Array> }
>

export type ComparisonFormat = keyof typeof COMPARISON_FORMATS

/** What a comparison is called as a file. */
export const COMPARISON_TITLE: Readonly<Record<Language, string>> = LABELS.title
