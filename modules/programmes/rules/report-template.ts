import { z } from 'zod'
import type { ReportTemplate } from '#contract/report-template.ts'

const indicator = z.string().regex(/^[a-z][a-z0-9_]*$/)
const stretch = z.enum(['total', 'quarter'])

const figureRef = z.strictObject({
  figure: indicator,
  measure: z.string().exactOptional(),
  area: z
    .string()
    .regex(/^\d{4}[0-9A-Z]{2}$/)
    .exactOptional(),
  period: stretch.default('total'),
  as: z.enum(['value', 'change', 'share', 'target', 'light']).default('value'),
})
const said = z.strictObject({ say: z.enum(['period', 'asOf']) })
const run = z.union([z.string(), figureRef, said])

const title = z.string().max(120)
const block = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('heading'), level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]), text: title }),
  z.strictObject({ is: z.literal('text'), runs: z.array(run).min(1), whenNone: z.string().exactOptional() }),
  z.strictObject({ is: z.literal('own'), field: z.enum(['opening', 'problems', 'nextSteps']), whenNone: z.string().exactOptional() }),
  z.strictObject({ is: z.literal('targets'), title, figures: z.array(indicator).min(1) }),
  z.strictObject({
    is: z.literal('cities'),
    title,
    zones: z.boolean(),
    columns: z
      .array(z.strictObject({ title, figure: indicator, measure: z.string().exactOptional(), period: stretch.default('total') }))
      .min(1)
      .max(8),
  }),
  z.strictObject({ is: z.literal('list'), title, figure: indicator, most: z.int().min(1).max(200), whenNone: z.string().min(1) }),
  z.strictObject({
    is: z.literal('chart'),
    figure: indicator,
    shape: z.enum(['bars', 'columns', 'tiles']),
    places: z.record(z.string(), z.tuple([z.int().min(0).max(12), z.int().min(0).max(12)])).exactOptional(),
  }),
  z.strictObject({ is: z.literal('differences'), figures: z.array(indicator).min(1) }),
  z.strictObject({ is: z.literal('returns'), show: z.enum(['unconfirmed', 'problems', 'suggestions']) }),
])

/** Judges what a pack or a province gives as a template. */
export const reportTemplate: z.ZodType<ReportTemplate> = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]*$/),
  title: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  kind: z.enum(['progress', 'circular', 'brief']),
  heading: title,
  issuer: title,
  addressee: title.exactOptional(),
  signature: title,
  copiesTo: title.exactOptional(),
  printer: title,
  blocks: z.array(block).min(1),
  attachments: z.array(z.strictObject({ title, blocks: z.array(block).min(1) })).default([]),
})
