import { z } from 'zod'

/** GET /assistant — at which host a language model may be asked, null: none; and which one the configuration of the installation allows. */
export const assistantView = z.object({
  host: z.string().nullable(),
  allowed: z.object({ host: z.string(), model: z.string(), seconds: z.number() }).nullable(),
})
export type AssistantView = z.infer<typeof assistantView>

/** POST /commands/plans.switch-assistant — for this jurisdiction, within what the configuration allows. `seen` is the version looked at, 0 for none. */
export const switchAssistantInput = z.strictObject({
  use: z.enum(['on', 'off']),
  reason: z.string().trim().min(1).max(200),
  seen: z.int().min(0),
})
export type SwitchAssistant = z.infer<typeof switchAssistantInput>

/** GET /queries/plans.assistant-switch */
export const assistantSwitchView = z.object({
  use: z.enum(['on', 'off']),
  /** Of the last change; 0 while there was none. */
  version: z.int(),
  /** Every change, the last first. */
  changes: z.array(
    z.object({ version: z.int(), use: z.enum(['on', 'off']), reason: z.string(), at: z.iso.datetime(), by: z.string().nullable() }),
  ),
})
export type AssistantSwitchView = z.infer<typeof assistantSwitchView>

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
