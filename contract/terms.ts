import { z } from 'zod'

/** GET /queries/directory.terms?scheme=future_fields[&on=2026-09-30] */
export const termsInput = z.object({ scheme: z.string(), on: z.iso.date().optional() })

export const termNode = z.object({
  code: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  aliases: z.array(z.string()),
  fromOn: z.string().nullable(),
  untilOn: z.string().nullable(),
  get children() {
    return z.array(termNode)
  },
})

/** A classification with its classes as a tree: those valid on the day asked for, or today. */
export const termTree = z.object({
  scheme: z.string(),
  title: z.string(),
  basis: z.string().nullable(),
  fromOn: z.string().nullable(),
  untilOn: z.string().nullable(),
  on: z.string(),
  terms: z.array(termNode),
})

export type TermNode = z.infer<typeof termNode>
export type TermTree = z.infer<typeof termTree>
