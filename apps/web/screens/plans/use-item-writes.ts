import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PlanItem } from '#contract/plans.ts'
import { editEntry, moveEntry } from '../../api/endpoints.ts'
import type { Values } from '../../api/types.ts'

type Write = { readonly item: PlanItem; readonly values: Values } | { readonly item: PlanItem; readonly move: 'remove' | 'restore' }

/** The ways to correct an item. */
export type ItemWrites = ReturnType<typeof useItemWrites>

/** Corrections of what was read: each is an edit or a move of a plan_item entry. */
export function useItemWrites(document: string) {
  const client = useQueryClient()
  const write = useMutation({
    mutationFn: (given: Write) => {
      const { id, version } = given.item
      const change = { register: 'plan_item', id, version }
      return 'values' in given ? editEntry(change, given.values) : moveEntry(change, given.move)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['plan', document] }),
  })
  return {
    isPending: write.isPending,
    error: write.error,
    edit: (item: PlanItem, values: Values) => write.mutateAsync({ item, values }),
    toggle: (item: PlanItem) => write.mutate({ item, move: item.state === 'removed' ? 'restore' : 'remove' }),
  }
}
