import type { BatchView } from '#contract/batches.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { type BatchCommand, giveBatchCommand } from '../../api/selection.ts'
import type { Values } from '../../api/types.ts'

/** Gives a command to the batch and reads everything again. */
export async function giveToBatch({ batch }: BatchView, name: BatchCommand, body: Values) {
  await giveBatchCommand(name, { batch: batch.id, ...body })
  await refreshAfterWrite()
}

/** The sentences against a command; undefined when the person has no right to it. Servers may name it with or without its module. */
export function objectionsTo({ next }: BatchView, name: BatchCommand): BatchView['next'][string] | undefined {
  return next[name] ?? next[`selection.${name}`]
}
