import { z } from 'zod'
import { words } from './problem.ts'

/** Of one draft at most, as JSON. */
export const DRAFT_BYTES = 500_000
/** Of one person at most. */
export const MOST_DRAFTS = 200

const values = z.record(z.string(), z.unknown())

/**
 * POST /commands/collaboration.keep-draft — what the person has typed so far; nothing in it is checked but secrecy marks. `version` is the one
 * they saw, 0 for a draft that is still to be made: another one is answered 412, since another window or computer wrote meanwhile.
 */
export const keepDraftInput = z.strictObject({
  draft: z.uuid(),
  register: z.string().max(40),
  /** The entry that is changed; absent: one that is still to be made. */
  entry: z.uuid().optional(),
  version: z.int().nonnegative(),
  /** All that was typed, by field. */
  values,
  /** For changes of an entry: the values of these fields before typing, so that changes by others can be told apart. */
  base: values.default({}),
})
export const keepDraftAnswer = z.object({ draft: z.uuid(), version: z.int(), at: z.iso.datetime() })

/** POST /commands/collaboration.discard-drafts — throws drafts of one's own away; one that is gone already is no fault. */
export const discardDraftsInput = z.strictObject({ drafts: z.array(z.uuid()).min(1).max(MOST_DRAFTS) })
export const discardDraftsAnswer = z.object({ discarded: z.int() })

/** GET /queries/collaboration.drafts — my drafts, the one typed last first. */
export const draftsInput = z.strictObject({ register: z.string().max(40).optional() })
export const draftList = z.object({
  drafts: z.array(
    z.object({
      draft: z.uuid(),
      register: z.string(),
      registerTitle: words,
      /** What it would be called; of changes, what the entry is called, as far as the person may read it. */
      title: z.string(),
      /** The entry that is changed; null: one that is still to be made. */
      entry: z.object({ id: z.uuid(), readable: z.boolean() }).nullable(),
      at: z.iso.datetime(),
      /** On this day it is thrown away, unless somebody goes on with it. */
      until: z.iso.date(),
    }),
  ),
  /** For how many days a draft is kept after the last change. */
  days: z.int(),
})

/** GET /queries/collaboration.draft?draft=… or ?entry=… — one draft of mine, or those of an entry, with what was typed, personal data in full. */
export const draftInput = z.union([z.strictObject({ draft: z.uuid() }), z.strictObject({ entry: z.uuid() })])
export const draftAnswer = z.object({
  drafts: z.array(z.object({ draft: z.uuid(), register: z.string(), version: z.int(), at: z.iso.datetime(), values, base: values })),
})

export type DraftList = z.infer<typeof draftList>
export type DraftAnswer = z.infer<typeof draftAnswer>
export type KeepDraftInput = z.input<typeof keepDraftInput>
export type KeepDraftAnswer = z.infer<typeof keepDraftAnswer>
