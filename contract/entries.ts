import { z } from 'zod'
import { words } from './problem.ts'

/** What the browser knows of a field: words and the name of a control, cut to the person's rights. Never rights or kinds. */
export const formField = z.object({
  name: z.string(),
  label: words,
  note: words.optional(),
  /** engine/kinds ControlName: line, paragraph, amount, number, decimal, year, day, choice, choices, picker, area, term, check, rows, files, phone, mail, uscc, none. */
  control: z.string(),
  /** Must be filled from the first save on. */
  required: z.boolean(),
  /** Must be filled before the entry is handed in. */
  needed: z.boolean(),
  /** False for fields written by commands only: shown, never typed. */
  writable: z.boolean(),
  longest: z.int().optional(),
  least: z.number().optional(),
  most: z.number().optional(),
  unit: z.string().optional(),
  /** For control choice: the codes in order. */
  codes: z.array(z.object({ code: z.string(), title: words })).optional(),
  /** For control picker: the register to choose from. */
  refersTo: z.string().optional(),
  /** For control term: the classification to choose from, see directory.terms. */
  scheme: z.string().optional(),
  /** For control area: zones alone. */
  zones: z.literal(true).optional(),
  /** For control rows: the column that stands for a row in a list; absent: all of them. */
  shows: z.string().optional(),
  /** For control rows: the columns. */
  get columns() {
    return z.array(formField).optional()
  },
})

export const moveDescription = z.object({
  name: z.string(),
  label: words,
  reason: z.enum(['none', 'optional', 'required']),
  tone: z.enum(['plain', 'main', 'danger']),
  /** Made only by a command such as a batch: shown as explanation, not as a button. */
  via: z.string().optional(),
  /** Fields that are given with the move, all of them. */
  asks: z.array(z.string()).optional(),
  /** For a day that is asked for and empty: the last day of the year in the field named. */
  proposes: z.record(z.string(), z.object({ yearEndOf: z.string() })).optional(),
})

/** What a batch can decide on the entries of a register; without notice it goes from the list to the document. */
export const decisionDescription = z.object({ code: z.string(), label: words, notice: z.boolean() })

/** GET /registers/:register — everything the generic screens need. */
export const registerDescription = z.object({
  name: z.string(),
  title: words,
  basis: z.string(),
  titleField: z.string(),
  sections: z.array(z.object({ label: words, fields: z.array(z.string()) })),
  fields: z.array(formField),
  states: z.array(
    z.object({
      code: z.string(),
      label: words,
      tone: z.enum(['plain', 'waiting', 'good', 'bad', 'warning']),
      /** Where each move leads from here. */
      moves: z.record(z.string(), z.string()),
    }),
  ),
  moves: z.array(moveDescription),
  decisions: z.array(decisionDescription),
  columns: z.array(z.string()),
  sorts: z.array(z.string()),
  /** What the person may do with the register as a whole. */
  may: z.array(z.enum(['read', 'create'])),
})

/** GET /registers — the registers the person may read. */
export const registerList = z.object({
  registers: z.array(
    z.object({
      name: z.string(),
      title: words,
      may: z.array(z.enum(['read', 'create'])),
      /** Whether `q` finds its entries by words. */
      searchable: z.boolean(),
      decisions: z.array(decisionDescription),
    }),
  ),
  /** The commands the post may give, such as plans.read; a button for any other is not shown. */
  commands: z.array(z.string()),
})

/** A move that the entry's state offers to this person. `missing` is empty when it can be made now; `field` is where it can be mended. */
export const offeredMove = z.object({ name: z.string(), missing: z.array(words.extend({ field: z.string().optional() })) })

export const entry = z.object({
  id: z.uuid(),
  no: z.int(),
  version: z.int(),
  state: z.string(),
  title: z.string(),
  values: z.record(z.string(), z.unknown()),
  createdAt: z.string(),
  changedAt: z.string(),
  /** 'edit' when the fields may be changed now. */
  may: z.array(z.string()),
  moves: z.array(offeredMove),
  /** Commands of modules that move the entry from here, such as selection.publish-withdrawal, and that the person has the right to. */
  commands: z.array(z.string()),
})

/** Titles of what `values` refer to: entries by id, areas by code, classes as scheme:code (future_fields:quantum). */
export const titles = z.record(z.string(), z.string())

/** GET /registers/:register/entries/:id[?asOf=2026-09-30] and the answer of every write. */
export const entryAnswer = z.object({
  entry,
  titles,
  /** Doubtful values, each with its field, and likeness to other entries: shown, never a refusal. */
  warnings: z.array(words.extend({ field: z.string().exactOptional() })),
  /** The person who asks has just moved the entry and may take that back (POST …/take-back) until then. */
  takeBack: z.object({ event: z.uuid(), until: z.iso.datetime() }).optional(),
  /** Per indicator: whether this entry counts, and why or why not. */
  counting: z
    .array(
      z.object({
        indicator: z.string(),
        title: words,
        counts: z.boolean(),
        measure: words.optional(),
        countsOn: z.string().optional(),
        why: words,
      }),
    )
    .optional(),
})

/**
 * GET /registers/:register/entries?state=a,b&q=两字&filter=<JSON Expression>&area=320500&sort=-changedAt&cursor=…&limit=50&asOf=2026-09-30&count=1
 * Filters by one field may also be given as f.<field>=value (repeat for several values).
 */
export const entryPage = z.object({
  /** `may` when asked for with rights=1. */
  entries: z.array(entry.omit({ moves: true, may: true, commands: true }).extend({ may: z.array(z.string()).optional() })),
  titles,
  /** For the next page; absent on the last. */
  cursor: z.string().optional(),
  /** Exact up to 10,000, then { atLeast: 10000 }; only when asked for with count=1. */
  total: z.union([z.object({ exactly: z.int() }), z.object({ atLeast: z.int() })]).optional(),
})

/**
 * GET /registers/:register/facets?… with the parameters of the list — how many entries each value has, exactly, under the reader's right.
 * A facet is counted under every choice but its own (`state`, `area`, `f.<facet>`); `f.<day>=2026` chooses a year, an empty value what is not filled.
 */
export const facetsAnswer = z.object({
  total: z.int(),
  facets: z.array(
    z.object({
      field: z.string(),
      label: words,
      /** Values one by one, places with the places around them, or years. */
      by: z.enum(['value', 'place', 'year']),
      refersTo: z.string().optional(),
      values: z.array(z.object({ code: z.string(), count: z.int() })),
      /** There are values with fewer entries than those told. */
      cut: z.boolean(),
    }),
  ),
  titles,
})

/** `draft`: the draft that this becomes, which ends with it. */
export const createInput = z.object({ values: z.record(z.string(), z.unknown()), draft: z.uuid().optional() })
export const editInput = z.object({ values: z.record(z.string(), z.unknown()), reason: z.string().max(500).optional() })
/** POST /registers/:register/entries/:id/moves/:move */
export const moveInput = z.object({
  reason: z.string().trim().max(2000).optional(),
  /** The fields that the move asks for, all of them. */
  values: z.record(z.string(), z.unknown()).optional(),
})

/** POST /registers/:register/moves/:move — the same move for a set: whole or not at all, one event; `faults` of a refusal name the entries by id. */
export const moveSetInput = z.object({
  entries: z.array(z.object({ id: z.uuid(), version: z.int() })).min(1),
  reason: z.string().trim().max(2000).optional(),
  /** The fields that the move asks for, the same for all. */
  values: z.record(z.string(), z.unknown()).optional(),
})
const setAnswer = z.object({ event: z.uuid(), entries: z.array(z.object({ id: z.uuid(), version: z.int(), state: z.string() })) })
/** `takeBackUntil`: until then who did it may take it back. */
export const moveSetAnswer = setAnswer.extend({ takeBackUntil: z.iso.datetime() })

/** PATCH /registers/:register/entries — fields of many entries as one event; `path` of a fault is the id, and the field behind a point. */
export const editSetInput = z.object({
  rows: z.array(z.object({ id: z.uuid(), version: z.int(), values: z.record(z.string(), z.unknown()) })).min(1),
  /** `all`: whole or not at all; `good`: what stands against it is left out and told. */
  mode: z.enum(['all', 'good']),
  reason: z.string().trim().max(2000).optional(),
})
export const editSetAnswer = setAnswer.extend({ faults: z.array(z.object({ path: z.string(), label: words.optional(), message: words })) })

/** POST /registers/:register/cells — what texts out of a sheet say, under these fields; nothing is written. */
export const cellsInput = z.object({
  fields: z.array(z.string().max(60)).min(1).max(60),
  rows: z
    .array(z.array(z.string().max(5000)).max(60))
    .min(1)
    .max(2000),
})
export const cellsAnswer = z.object({
  rows: z.array(z.array(z.union([z.object({ value: z.unknown() }), z.object({ fault: words }), z.object({ kept: z.literal(true) })]))),
  titles,
})

/** POST /registers/:register/take-back — undoes what the person moved by hand in this event, all or some of its entries, as a new version of each. */
export const takeBackInput = z.object({ event: z.uuid(), entries: z.array(z.uuid()).min(1).optional() })
export const takeBackAnswer = setAnswer

/** One line of GET …/entries/:id/history, newest first. */
export const historyLine = z.object({
  event: z.uuid(),
  at: z.iso.datetime(),
  person: z.string(),
  post: z.string(),
  unit: z.string(),
  /** create, edit, or the name of the move or command. */
  act: z.string(),
  actLabel: words,
  reason: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string(),
  version: z.int(),
  changes: z.array(z.object({ field: z.string(), label: words, before: words.nullable(), after: words.nullable() })),
  /** Files that came with it and could not be looked through for secrecy marks: the person was told so and answers for them. */
  answersFor: z.array(words),
})
export const history = z.object({ lines: z.array(historyLine) })

/** GET …/options?q=…&limit=20 — for pickers. */
export const options = z.object({ options: z.array(z.object({ id: z.string(), title: z.string(), note: z.string().optional() })) })

export type FormField = z.infer<typeof formField>
export type RegisterDescription = z.infer<typeof registerDescription>
export type FacetsAnswer = z.infer<typeof facetsAnswer>
export type EntryAnswer = z.infer<typeof entryAnswer>
export type EntryPage = z.infer<typeof entryPage>
export type HistoryLine = z.infer<typeof historyLine>
