import { z } from 'zod'
import { words } from './problem.ts'

/** GET /queries/programmes.version?document=… — a new version of a plan beside the one that runs, and what it would change. */
export const versionInput = z.object({ document: z.uuid() })

const head = z.object({
  document: z.uuid(),
  title: z.string(),
  documentNo: z.string().nullable(),
  documentDate: z.string().nullable(),
})
const wordPiece = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })
const clause = z.object({ id: z.string(), number: z.string(), title: z.string(), body: z.string(), start: z.int(), end: z.int() })
const clauseChange = z.object({
  before: clause.nullable(),
  after: clause.nullable(),
  kind: z.enum(['same', 'changed', 'added', 'removed']),
  moved: z.boolean(),
  words: z.object({ title: z.array(wordPiece), body: z.array(wordPiece) }).nullable(),
})

/** One thing that the new version changes in the running programme; a person decides on each. */
export const versionChange = z.object({
  key: z.string(),
  subject: z.enum(['target', 'task', 'list']),
  kind: z.enum(['same', 'changed', 'dropped', 'new']),
  title: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  changes: z.array(
    z.enum(['raised', 'lowered', 'later', 'earlier', 'unit', 'comparator', 'deadline', 'value', 'lead', 'support', 'due', 'title']),
  ),
  why: words,
})

export const version = z.object({
  before: head,
  after: head.extend({ state: z.string() }),
  mayAdopt: z.boolean(),
  clauses: z.array(clauseChange),
  /** What stays the same is counted only. */
  changes: z.array(versionChange),
  unchanged: z.int(),
  /** Items of the new version that nobody has checked yet. */
  unchecked: z.int(),
})

/**
 * POST /commands/programmes.adopt-version — the new version takes the place of the old one; each change is applied or left as decided here.
 * Refused when one is not decided (plan.changes-undecided) or the changes are others by now (plan.changes-moved-on).
 */
export const adoptVersionInput = z.object({
  document: z.uuid(),
  /** Key of a change → whether it is applied. */
  decisions: z.record(z.string().max(120), z.enum(['apply', 'leave'])),
  /** Besides the document's title and number, which always stand in the history. */
  reason: z.string().trim().max(500).optional(),
})
export const adoptVersionAnswer = z.object({ plan: z.uuid(), applied: z.int(), left: z.int() })

export type AdoptVersion = z.infer<typeof adoptVersionInput>
export type ClauseShown = z.infer<typeof clauseChange>
export type Version = z.infer<typeof version>
export type VersionChange = z.infer<typeof versionChange>
