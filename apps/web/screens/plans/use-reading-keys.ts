import { useEffect, useRef } from 'react'
import type { PlanDocument } from '#contract/plans.ts'
import { waitingIn } from './bulk-range.ts'
import { isAlive } from './item-words.ts'
import type { Reading } from './reading-state.ts'
import type { ItemWrites } from './use-item-writes.ts'

interface KeysOf {
  readonly plan: PlanDocument
  readonly reading: Reading
  readonly writes: ItemWrites
  readonly mayEdit: boolean
  readonly onSearch: () => void
  readonly onHelp: () => void
}

const TYPING = 'input, textarea, select, [contenteditable], [role="combobox"], [role="dialog"]'
/** What Enter does something with by itself; on the chosen item it means to correct it. */
const ACTS_ON_ENTER = `${TYPING}, button:not(.item-chosen .item-open), a, summary, [role="slider"]`

/** j k Enter e x E u / ?, when nobody is typing. */
export function useReadingKeys(given: KeysOf) {
  const latest = useRef(given)
  useEffect(() => {
    latest.current = given
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const act = KEYS[event.key]
      const target = event.target instanceof Element ? event.target : undefined
      if (act === undefined || target?.closest(event.key === 'Enter' ? ACTS_ON_ENTER : TYPING)) return
      event.preventDefault()
      act(latest.current)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

const KEYS: Readonly<Record<string, (given: KeysOf) => void>> = {
  j: ({ reading }) => step(reading, 1),
  k: ({ reading }) => step(reading, -1),
  Enter: ({ reading, mayEdit }) => {
    const { chosenItem } = reading
    if (chosenItem && isAlive(chosenItem) && chosenItem.state !== 'confirmed' && mayEdit) reading.setEditing(chosenItem.id)
  },
  e: ({ reading, writes, mayEdit }) => {
    const { chosenItem } = reading
    if (!chosenItem || !mayEdit || (chosenItem.state !== 'found' && chosenItem.state !== 'checked')) return
    if (chosenItem.state === 'found') step(reading, 1)
    void writes.toggleCheck(chosenItem)
  },
  x: ({ reading, writes, mayEdit }) => {
    const { chosenItem } = reading
    if (!chosenItem || !mayEdit || chosenItem.state === 'confirmed' || chosenItem.state === 'leftOut') return
    if (chosenItem.state !== 'removed') step(reading, 1)
    void writes.toggle(chosenItem)
  },
  E: ({ plan, reading, writes, mayEdit }) => {
    const found = waitingIn(plan.items, reading.tab, reading.chosenItem, reading.bulk)
    if (mayEdit && reading.tab !== 'more' && found.length > 0) void writes.moveMany(found, 'check').catch(() => undefined)
  },
  u: ({ writes, mayEdit }) => {
    if (mayEdit) void writes.undo().catch(() => undefined)
  },
  '/': ({ onSearch }) => onSearch(),
  '?': ({ onHelp }) => onHelp(),
}

function step({ shown, chosen, choose }: Reading, by: number) {
  const at = shown.findIndex(({ item }) => item.id === chosen)
  const next = shown[at === -1 ? 0 : Math.min(shown.length - 1, Math.max(0, at + by))]
  if (!next) return
  // The item that was left keeps no focus, or Enter would be meant for it.
  if (document.activeElement?.matches('.item-open') && document.activeElement instanceof HTMLElement) document.activeElement.blur()
  choose(next.item.id)
}
