import { z } from 'zod'

export const words = z.object({ zh: z.string(), en: z.string() })

/** One fault of one field, so that a form can show all of them at once. */
export const fieldFault = z.object({
  /** Path inside the input: "title", "evidence.2.type". */
  path: z.string(),
  label: words.optional(),
  message: words,
})

/** RFC 9457. `code` is from one registry (docs/problems.md); `words` says what, where, what was expected, what to do. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  words,
  faults: z.array(fieldFault).optional(),
  /** For 409 and 412: the entry as it stands now. */
  current: z.unknown().optional(),
  requestId: z.string().optional(),
})

export type Problem = z.infer<typeof problem>
export type FieldFault = z.infer<typeof fieldFault>
