import { z } from 'zod'
import { ACTION_CLASSES } from '#policy-text/index.ts'
import { packAction, packIndicator, packInstrument } from './pack-drafts.ts'
import { referenceFaults } from './pack-references.ts'
import { reportTemplate } from './report-template.ts'

const key = z.string().regex(/^[a-z0-9][a-z0-9-]*$/)
const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/)
const LONGEST_QUOTE = 120

/** Something found in the plan's text: a short quote and where it stands (UTF-16 offsets), never the text itself. */
export const packItem = z.strictObject({
  key,
  kind: z.enum(['heading', 'target', 'duty', 'list']),
  label: z.string().min(1).max(300),
  quote: z.string().min(1).max(LONGEST_QUOTE),
  start: z.int().min(0),
  end: z.int().min(1),
  clause: z.string().max(80).nullable(),
  level: z.int().nullable(),
  // Since 1.3: how sure the reader was and why; absent of what a person has checked.
  confidence: decimal.optional(),
  why: words.optional(),
})

export const packTarget = z.strictObject({
  key,
  item: key,
  parent: key.nullable(),
  relation: z.enum(['headline', 'part', 'beside', 'restated', 'open']),
  relationWhy: words,
  title: z.string().min(1).max(300),
  low: decimal.nullable(),
  high: decimal.nullable(),
  unit: z.string().nullable(),
  comparator: z.string().nullable(),
  qualifier: z.string().nullable(),
  deadline: z
    .string()
    .regex(/^\d{4}$/)
    .nullable(),
  period: z.string().nullable(),
  indicator: z.string().nullable(),
  part: z.string().nullable(),
  strength: z.enum(['must', 'reach', 'strive']),
  approximate: z.boolean(),
  kind: z.enum(['stock', 'flow', 'cumulative', 'rate', 'rank', 'relative']),
  scope: z.string().nullable(),
  // Since 1.3.
  /** Where the figure starts from, in the target's unit. */
  baseline: decimal.nullable().default(null),
  nature: z.enum(['binding', 'anticipatory']).nullable().default(null),
  direction: z.enum(['increase', 'decrease']).nullable().default(null),
  /** What stands in place of a number: 全国平均水平. */
  benchmark: z.string().max(100).nullable().default(null),
  /** The things that reach one figure together: 瞪羚、独角兽企业. */
  jointOf: z.string().max(300).nullable().default(null),
  /** The year is the plan's last, for neither the sentence nor what governs it names one. */
  deadlineInherited: z.boolean().default(false),
})

const unit = z.strictObject({ name: z.string().min(1).max(100), origin: z.enum(['mark', 'document', 'standard']) })
export const packTask = z.strictObject({
  key,
  item: key,
  title: z.string().min(1).max(300),
  under: z.string().nullable(),
  actionClass: z.enum(ACTION_CLASSES).nullable(),
  dueYear: z.int().nullable(),
  lead: z.array(unit),
  support: z.array(unit),
  joint: z.boolean(),
  note: z.string().nullable(),
  // Since 1.3.
  actions: z.array(packAction).default([]),
})

export const packRegister = z.strictObject({
  key,
  item: key,
  name: z.string().min(1).max(300),
  kind: z.enum(['list', 'library', 'catalogue', 'ranking', 'platform', 'database', 'map', 'mechanism']).nullable(),
  register: z.string().nullable(),
  why: words,
  // Since 1.3.
  mode: z.enum(['set_up', 'extend', 'join']).nullable().default(null),
  /** For a list that no register keeps: a proposed definition in the form of the product's own. */
  definition: z.record(z.string(), z.json()).nullable().default(null),
})

export const packSetting = z.strictObject({
  key,
  indicator: z.string(),
  setting: z.string(),
  choice: z.string(),
  reason: z.string().min(1),
})

const days = { fromOn: z.iso.date().optional(), untilOn: z.iso.date().optional() }
const basis = z.string().max(200).optional()
const scheme = z.string().regex(/^[a-z][a-z0-9_]*$/)

/** A scheme of fields that the plan names. */
const classification = z.strictObject({
  code: scheme,
  title: words,
  ...days,
  fromOn: z.iso.date(),
  basis,
  note: z.string().max(1000).optional(),
  terms: z.array(
    z.strictObject({
      code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/),
      title: words,
      aliases: z.array(z.string()).optional(),
      parent: z.string().optional(),
      ...days,
    }),
  ),
})
/** How a class of one scheme relates to a class of another. */
const packCrosswalk = z.strictObject({
  fromScheme: scheme,
  fromCode: z.string().max(60),
  toScheme: scheme,
  toCode: z.string().max(60),
  relation: z.enum(['same', 'broader', 'narrower', 'related']),
  basis: z.string().min(1).max(200),
})
const areaCode = z.string().regex(/^\d{4}[0-9A-Z]{2}$/)
const packArea = z.strictObject({
  code: areaCode,
  title: z.string().min(1).max(60),
  level: z.enum(['province', 'city', 'county', 'zone']),
  parent: areaCode.nullable(),
  zoneLevel: z.enum(['national', 'provincial']).optional(),
  ...days,
  basis,
  // Since 1.4: where a city stands on the tile map.
  tileColumn: z.int().min(1).max(9).optional(),
  tileRow: z.int().min(1).max(9).optional(),
})
/** Areas that a plan speaks of together; they may overlap. A member the text does not name is not invented. */
const areaGroup = z.strictObject({
  code: scheme,
  title: words,
  kind: z.enum(['region', 'circle', 'carrier', 'other']).default('other'),
  members: z.array(z.union([areaCode, z.strictObject({ area: areaCode, role: z.enum(['core', 'member']) })])),
  ...days,
  basis,
  quote: z.string(),
  start: z.int(),
  end: z.int(),
})

/** A province's own layout of the sheet of a register: the columns in their order. */
const packSheet = z.strictObject({
  register: z.string().regex(/^[a-z][a-z0-9_]*$/),
  columns: z
    .array(
      z.strictObject({
        field: z.string().min(1).max(60),
        title: z
          .string()
          .regex(/^\P{Cc}{1,60}$/u)
          .exactOptional(),
        leftOut: z.literal(true).exactOptional(),
      }),
    )
    .min(1),
})

export const packHead = z.strictObject({
  code: key,
  title: words,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  source: z.strictObject({
    title: z.string().min(1).max(300),
    issuers: z.array(z.string()),
    documentNo: z.string().nullable(),
    date: z.iso.date().nullable(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** UTF-16 units of the text. */
    length: z.int().positive(),
  }),
  fromYear: z.int().nullable(),
  toYear: z.int().nullable(),
})

/** A pack: a folder of JSON files, read together. */
export const packSchema = packHead
  .extend({
    items: z.array(packItem),
    targets: z.array(packTarget),
    tasks: z.array(packTask),
    registers: z.array(packRegister),
    settings: z.array(packSetting),
    classifications: z.array(classification),
    areaGroups: z.array(areaGroup),
    // Packs of before 1.1 had neither.
    crosswalks: z.array(packCrosswalk).default([]),
    areas: z.array(packArea).default([]),
    // Since 1.2.
    reports: z.array(reportTemplate).default([]),
    // Since 1.3.
    indicators: z.array(packIndicator).default([]),
    instruments: z.array(packInstrument).default([]),
    sheets: z.array(packSheet).default([]),
  })
  .superRefine((pack, context) => {
    for (const { path, message } of referenceFaults(pack)) context.addIssue({ code: 'custom', path: [...path], message })
  })

export type Pack = z.infer<typeof packSchema>

/** The JSON files of a pack's folder, by their names without the ending; `pack` holds the head. */
export const PACK_FILES = {
  items: 'plan',
  targets: 'targets',
  tasks: 'tasks',
  registers: 'registers',
  settings: 'settings',
  classifications: 'classifications',
  areaGroups: 'area-groups',
  crosswalks: 'crosswalks',
  areas: 'areas',
  reports: 'reports',
  indicators: 'indicators',
  instruments: 'instruments',
  sheets: 'sheets',
} as const
