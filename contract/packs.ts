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
  /** What taking the new version does besides, to a task that has been given out. */
  effect: words.optional(),
})
export const packConflicts = z.object({ conflicts: z.array(packConflict) })

/** POST /commands/programmes.decide-conflict — keeps the province's value or takes the new version's. */
export const decideConflictInput = z.object({ code: z.string(), key: z.string(), field: z.string(), take: z.enum(['own', 'next']) })

/** A pack that comes with the program, in the version that was looked at. */
export const shippedPackName = z.object({ code: z.string(), version: z.string() })

/** POST /commands/programmes.install-pack — a pack that comes with the program, by its name; or `pack`: the whole of it. */
export const installPackInput = z.object({ shipped: shippedPackName.optional() })
export const installPackAnswer = z.object({
  document: z.uuid(),
  added: z.int(),
  changed: z.int(),
  takenOut: z.int(),
  conflicts: z.int(),
  /** Parts that the province had already, of its own or from elsewhere: they stay as they are. */
  kept: z.int(),
  /** Indicators that no register of this installation counts: their targets stand, uncounted. */
  uncounted: z.array(z.string()).readonly(),
})

/** GET /queries/programmes.packs — the packs that are installed, and those that come with the program. */
export const packsInput = z.object({})
export const packsView = z.object({
  installed: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      version: z.string(),
      document: z.object({ id: z.uuid(), title: z.string() }),
      /** Of the text that the pack was made from. */
      sha256: z.string(),
      hasText: z.boolean(),
      conflicts: z.int(),
    }),
  ),
  shipped: z.array(
    z.object({
      code: z.string(),
      title: words,
      version: z.string(),
      source: z.string(),
      sha256: z.string(),
      standing: z.enum(['new', 'installed', 'newer', 'older', 'other_source']),
    }),
  ),
  /** Folders whose pack cannot be read, with what is wrong. */
  faulty: z.array(z.object({ folder: z.string(), faults: z.array(z.string()) })),
})

/** GET /queries/programmes.pack-preview?code=…&version=… — what installing or upgrading would do. */
export const packPreview = z.object({
  code: z.string(),
  version: z.string(),
  /** The version that an upgrade starts from; null for a first installation. */
  from: z.string().nullable(),
  kinds: z.array(
    z.object({
      kind: z.string(),
      title: words,
      add: z.int(),
      /** Those that the province has already; they stay as they are. */
      kept: z.int(),
      changed: z.int(),
      takenOut: z.int(),
    }),
  ),
  /** What the upgrade would leave to decide. */
  conflicts: z.array(packConflict),
  /** Tasks reported done or closed that the new version has otherwise: they stay as they were done. */
  left: z.array(z.object({ title: z.string(), state: words })),
  uncounted: z.array(z.string()),
  /** What its report templates ask for that is not there; with any of it the pack cannot be installed. */
  broken: z.array(words),
})

export type PacksView = z.infer<typeof packsView>
export type PackPreview = z.infer<typeof packPreview>
/** GET /queries/programmes.pack-proposals?document=… — what the pack of a plan proposed; each is decided by the moves `accept` and `decline` of its register. */
export const packProposalsInput = z.object({ document: z.uuid() })
export const packProposals = z.object({
  proposals: z.array(
    z.object({
      register: z.string(),
      id: z.uuid(),
      version: z.int(),
      state: z.string(),
      title: z.string(),
      /** The fields of a register, or the figures of a benefit. */
      words: z.string(),
      mayDecide: z.boolean(),
    }),
  ),
})

export type PackProposals = z.infer<typeof packProposals>
export type PackInstalled = z.infer<typeof installPackAnswer>
export type PackConflict = z.infer<typeof packConflict>
export type PackConflicts = z.infer<typeof packConflicts>
