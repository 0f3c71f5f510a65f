import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { PlanDocument, PlanItem } from '#contract/plans.ts'
import type { BulkChoice } from './bulk-range.ts'
import { doubtfulFirst } from './item-words.ts'
import { treeRows } from './plan-tree.ts'
import type { Tab } from './reading-tabs.ts'

/** The state of the reading page. */
export type Reading = ReturnType<typeof useReadingState>
/** An item as it stands in the list. */
export interface ShownItem {
  readonly item: PlanItem
  readonly depth: number
  /** Only headings of the tree can be folded. */
  readonly fold: 'none' | 'open' | 'folded'
}

/** Which tab is open, which item is chosen or being changed, which parts of the tree are folded. */
export function useReadingState(plan: PlanDocument) {
  const [chosen, choose] = useChosen()
  const chosenItem = plan.items.find(({ id }) => id === chosen)
  const [tab, setTab] = useState<Tab>(() => firstTab(plan, chosenItem))
  const [editing, setEditing] = useState<string>()
  const [bulk, setBulk] = useState<BulkChoice>({ range: 'list', sureness: 'sure' })
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  // A click is answered at once; the list behind a newly opened tab may come a moment later.
  const tabShown = useDeferredValue(tab)
  const shown = useMemo(() => shownItems(plan.items, tabShown, folded), [plan.items, tabShown, folded])
  const toggleFold = useCallback(
    (id: string) =>
      setFolded((before) => {
        const after = new Set(before)
        if (!after.delete(id)) after.add(id)
        return after
      }),
    [],
  )
  const chooseItem = useCallback(
    (item: PlanItem) => {
      setTab((now) => (now === 'heading' || (now === 'waiting' && item.state === 'found') ? now : item.itemKind))
      setFolded((before) => (before.size === 0 ? before : new Set()))
      choose(item.id)
    },
    [choose],
  )
  return { chosen, chosenItem, choose, chooseItem, tab, tabShown, setTab, shown, editing, setEditing, toggleFold, bulk, setBulk }
}

function firstTab(plan: PlanDocument, chosen: PlanItem | undefined): Tab {
  if (chosen) return chosen.itemKind
  return plan.mayEdit && plan.items.some(({ state }) => state === 'found') ? 'waiting' : 'heading'
}

function shownItems(items: readonly PlanItem[], tab: Tab, folded: ReadonlySet<string>): readonly ShownItem[] {
  if (tab === 'heading')
    return treeRows(items, folded).map(({ item, depth, hasMore, isFolded }) => ({
      item,
      depth,
      fold: hasMore ? (isFolded ? 'folded' : 'open') : 'none',
    }))
  if (tab === 'more') return []
  const flat =
    tab === 'waiting' ? doubtfulFirst(items) : items.filter(({ itemKind }) => itemKind === tab).toSorted((a, b) => a.start - b.start)
  return flat.map((item) => ({ item, depth: 0, fold: 'none' }))
}

const route = getRouteApi('/frame/plans/$document')
const ADDRESS_AFTER_MS = 250

/** The chosen item; the address follows a moment later, so that going through a list does not wait for the router. */
function useChosen(): readonly [string | undefined, (item: string | undefined) => void] {
  const { item } = route.useSearch()
  const navigate = useNavigate({ from: '/plans/$document' })
  const router = useRouter()
  const [chosen, setChosen] = useState(item)
  const told = useRef(item)
  useEffect(() => {
    if (item === told.current) return
    told.current = item
    setChosen(item)
  }, [item])
  useEffect(() => {
    if (chosen === told.current) return
    const timer = setTimeout(() => {
      told.current = chosen
      // Who is on the way to another page is not called back.
      if (router.latestLocation.pathname !== router.state.resolvedLocation?.pathname) return
      void navigate({
        search: (before) => ({ ...(before.asOf && { asOf: before.asOf }), ...(chosen === undefined ? {} : { item: chosen }) }),
        replace: true,
        resetScroll: false,
      })
    }, ADDRESS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [chosen, navigate, router])
  return [chosen, setChosen]
}
