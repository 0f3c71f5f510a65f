import { useMutation } from '@tanstack/react-query'
import type { BatchView } from '#contract/batches.ts'
import { type BatchCommand, giveBatchCommand } from '../../api/endpoints.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import type { Values } from '../../api/types.ts'

/** Gives a command to the batch and reads everything again. */
export function useBatchCommand({ batch }: BatchView, onDone: () => void) {
  return useMutation({
    mutationFn: ({ name, body }: { readonly name: BatchCommand; readonly body: Values }) =>
      giveBatchCommand(name, { batch: batch.id, ...body }),
    onSuccess: async () => {
      await refreshAfterWrite()
      onDone()
    },
  })
}

/** The sentences against a command; undefined when the person has no right to it. Servers may name it with or without its module. */
export function objectionsTo({ next }: BatchView, name: BatchCommand): BatchView['next'][string] | undefined {
  return next[name] ?? next[`selection.${name}`]
}
