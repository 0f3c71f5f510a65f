import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import type { PlanDocument, PlanItem } from '#contract/plans.ts'
import { isChecked, isDoubtful } from './item-words.ts'

/** The kinds of items, in the order of their tabs. */
export const KINDS = ['target', 'duty', 'list', 'heading'] as const satisfies readonly PlanItem['itemKind'][]
/** A kind of found item. */
export type Kind = PlanItem['itemKind']
/** The state of the reading page. */
export type Reading = ReturnType<typeof useReadingState>

const route = getRouteApi('/frame/plans/$document')

/** Which kind is open, which item is chosen, what has been marked as checked. */
export function useReadingState(plan: PlanDocument) {
  const { item: chosen } = route.useSearch()
  const navigate = useNavigate({ from: '/plans/$document' })
  const chosenItem = plan.items.find(({ id }) => id === chosen)
  const [kindOpen, setKind] = useState<Kind>(
    () => chosenItem?.itemKind ?? KINDS.find((kind) => plan.items.some(({ itemKind }) => itemKind === kind)) ?? 'target',
  )
  const [doubtfulFirst, setDoubtfulFirst] = useState(false)
  const [editing, setEditing] = useState<string>()
  const { marked, mark } = useMarks(plan.document.id)
  const shown = useMemo(
    () =>
      ordered(
        plan.items.filter(({ itemKind }) => itemKind === kindOpen),
        doubtfulFirst,
      ),
    [plan.items, kindOpen, doubtfulFirst],
  )
  const choose = useCallback(
    (item: string | undefined) =>
      void navigate({
        search: (before) => ({ ...(before.asOf && { asOf: before.asOf }), ...(item === undefined ? {} : { item }) }),
        replace: true,
      }),
    [navigate],
  )
  const chooseItem = useCallback(
    (item: PlanItem) => {
      setKind(item.itemKind)
      choose(item.id)
    },
    [choose],
  )
  return {
    chosen,
    chosenItem,
    kindOpen,
    setKind,
    doubtfulFirst,
    setDoubtfulFirst,
    editing,
    setEditing,
    marked,
    mark,
    shown,
    choose,
    chooseItem,
    checkedCount: plan.items.filter((item) => isChecked(item, marked)).length,
  }
}

function ordered(items: readonly PlanItem[], doubtfulFirst: boolean): readonly PlanItem[] {
  const inText = items.toSorted((a, b) => a.start - b.start)
  return doubtfulFirst ? inText.toSorted((a, b) => Number(isDoubtful(b)) - Number(isDoubtful(a)) || a.confidence - b.confidence) : inText
}

/** “Looked at and right” has no place in the contract yet, so it is kept on this computer. */
function useMarks(document: string) {
  const key = `lantu:checked:${document}`
  const [marked, setMarked] = useState<ReadonlySet<string>>(() => new Set(JSON.parse(localStorage.getItem(key) ?? '[]') as string[]))
  const mark = useCallback(
    (id: string) =>
      setMarked((before) => {
        const after = new Set([...before, id])
        localStorage.setItem(key, JSON.stringify([...after]))
        return after
      }),
    [key],
  )
  return { marked, mark }
}
