import { z } from 'zod'

/** A text that people read, in both languages of the product. Shipped definitions must have both. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** A language of the product. */
export type Language = keyof Words

/** Reads words that stand in a stored definition; neither language may be missing. */
export const wordsSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
