import type { z } from 'zod'
import type { batchAnswer } from '#contract/batches.ts'
import type {
  entryAnswer,
  entryPage,
  formField,
  history,
  moveDescription,
  moveSetAnswer,
  options,
  registerList,
} from '#contract/entries.ts'
import type { readPlanAnswer } from '#contract/plans.ts'
import type { confirmPlanAnswer } from '#contract/programmes.ts'

/** Answers that the contract has a schema but no named type for. */
export type RegisterList = z.infer<typeof registerList>
/** A move of a register, as its description says it. */
export type MoveDescription = z.infer<typeof moveDescription>
/** What moving a set answered. */
export type SetMoved = z.infer<typeof moveSetAnswer>
/** The history of an entry. */
export type History = z.infer<typeof history>
/** What a picker offers. */
export type Options = z.infer<typeof options>
/** What a write to an entry answered. */
export type EntryWrite = Pick<z.infer<typeof entryAnswer>, 'entry'>
/** What the browser knows of a field. */
export type Field = z.infer<typeof formField>
/** An entry as it stands in a list. */
export type ListedEntry = z.infer<typeof entryPage>['entries'][number]
/** What reading a plan answered. */
export type ReadPlanAnswer = z.infer<typeof readPlanAnswer>
/** What confirming a plan answered. */
export type ConfirmPlanAnswer = z.infer<typeof confirmPlanAnswer>
/** What a batch command answered. */
export type BatchAnswer = z.infer<typeof batchAnswer>
/** Values of an entry, by field. */
export type Values = Readonly<Record<string, unknown>>
/** Titles by id or area code. */
export type Titles = Readonly<Record<string, string>>

/** GET /welcome: what the sign-in page may say before anybody has signed in. */
export interface Welcome {
  readonly jurisdiction: { readonly title: string; readonly demonstration: boolean } | null
  readonly accounts: readonly { readonly loginName: string; readonly password: string; readonly title: string }[]
}
