import type { PlanDraft } from '#policy-text/index.ts'
import { htmlOf } from './html.ts'
import { markdownOf } from './markdown.ts'
import { workbookOf } from './sheets.ts'

const JSON_FORMAT = {
  type: 'application/json; charset=utf-8',
  made: (plan: PlanDraft) => `${JSON.stringify(plan, null, 2)}\n`,
} as const

/** What a reading can be given as: by `lantu read` and by POST /documents:read alike. */
export const READ_FORMATS = {
  json: JSON_FORMAT,
  md: { type: 'text/markdown; charset=utf-8', made: markdownOf },
  html: { type: 'text/html; charset=utf-8', made: htmlOf },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', made: workbookOf },
} as const satisfies Record<
  string,
  { readonly type: string; readonly made: (plan: PlanDraft, text: string) => string | Promise<Uint8Array> }
>

export type ReadFormat = keyof typeof READ_FORMATS

/** Whether a word names one of the formats. */
export function isReadFormat(word: string): word is ReadFormat {
  return Object.hasOwn(READ_FORMATS, word)
}
