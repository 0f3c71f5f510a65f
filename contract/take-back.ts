import { z } from 'zod'

/** A day at most: what was done yesterday has been read, answered and told elsewhere. */
export const MOST_TAKE_BACK_MINUTES = 1440

/** POST /commands/collaboration.set-take-back-window: for what is done from now on; 0 takes nothing back. `seen` is the version looked at, 0 for none. */
export const takeBackWindowInput = z.strictObject({
  minutes: z.int().min(0).max(MOST_TAKE_BACK_MINUTES),
  reason: z.string().trim().min(1).max(200),
  seen: z.int().min(0),
})
export type TakeBackWindowGiven = z.infer<typeof takeBackWindowInput>

/** GET /queries/collaboration.take-back-window */
export const takeBackWindowView = z.object({
  /** In force now. */
  minutes: z.int(),
  /** What the installation was started with; in force until the first change. */
  unlessSet: z.int(),
  /** Of the last change; 0 while there was none. */
  version: z.int(),
  /** Every change, the last first. */
  changes: z.array(z.object({ version: z.int(), minutes: z.int(), reason: z.string(), at: z.iso.datetime(), by: z.string().nullable() })),
})
export type TakeBackWindowView = z.infer<typeof takeBackWindowView>
