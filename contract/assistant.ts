import { z } from 'zod'

/** GET /assistant — whether a language model may be asked, and at which host; null: no. */
export const assistantView = z.object({ host: z.string().nullable() })

/**
 * POST /documents:assist — what a language model finds in a document besides its items. Each stands word for word in the text; nothing is kept
 * until a person takes it on by plans.add-item with `proposedBy`. Refused for marked documents (assistant.marked) before anything is sent.
 */
export const assistInput = z.strictObject({ document: z.uuid() })
export const assistAnswer = z.object({
  proposals: z.array(
    z.object({ itemKind: z.enum(['target', 'duty', 'list']), quote: z.string(), start: z.int(), end: z.int(), label: z.string() }),
  ),
  /** Left out: words that do not stand in the text, and what was found before. */
  notVerbatim: z.int(),
  known: z.int(),
})

export type AssistAnswer = z.infer<typeof assistAnswer>
