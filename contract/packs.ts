import { z } from 'zod'
import { uploadedFile } from './files.ts'
import { words } from './problem.ts'

/**
 * POST /commands/programmes.add-text — a plan that came in a pack has no text until the file with the hash that the pack
 * names is uploaded; any other file is refused (pack.other-text).
 */
export const addTextInput = z.object({ document: z.uuid(), file: uploadedFile })

/** GET /queries/programmes.pack-conflicts?code=… — where the province and the new version of a pack both changed the same. */
export const packConflictsInput = z.object({ code: z.string() })
export const packConflict = z.object({
  /** The part of the pack, such as targets/standards, and its field; “” when the new version leaves the part out. */
  key: z.string(),
  field: z.string(),
  title: z.string(),
  label: words,
  own: z.string().nullable(),
  next: z.string().nullable(),
})
export const packConflicts = z.object({ conflicts: z.array(packConflict) })

/** POST /commands/programmes.decide-conflict — keeps the province's value or takes the new version's. */
export const decideConflictInput = z.object({ code: z.string(), key: z.string(), field: z.string(), take: z.enum(['own', 'next']) })

export type PackConflict = z.infer<typeof packConflict>
export type PackConflicts = z.infer<typeof packConflicts>
