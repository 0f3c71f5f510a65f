import { useMutation } from '@tanstack/react-query'
import type { LayoutView, LayoutViewColumn } from '#contract/sheets.ts'
import type { Words } from '#engine/define/words.ts'
import { ProblemError } from '../../api/problem-error.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { keepLayout, restoreLayout } from '../../api/sheets.ts'
import { keptColumns } from './layout-draft.ts'

/** Keeping the draft, going back to the default, and what stood against either, by the field of the column. */
export function useLayoutWrites({ register, version }: LayoutView, columns: readonly LayoutViewColumn[]) {
  const keep = useMutation({
    mutationFn: () => keepLayout({ register, columns: keptColumns(columns), seen: version }),
    onSuccess: () => refreshAfterWrite(),
  })
  const restore = useMutation({ mutationFn: () => restoreLayout(register), onSuccess: () => refreshAfterWrite() })
  return { keep, restore, faults: faultsIn(keep.error, columns) }
}

function faultsIn(error: unknown, columns: readonly LayoutViewColumn[]): ReadonlyMap<string, Words> {
  const faults = error instanceof ProblemError ? error.faults : []
  return new Map(
    faults.flatMap(({ path, message }) => {
      const column = columns[Number(/^columns\.(\d+)\./.exec(path)?.[1] ?? -1)]
      return column ? [[column.field, message] as const] : []
    }),
  )
}
