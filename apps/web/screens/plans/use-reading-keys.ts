import { useEffect, useRef } from 'react'
import type { Reading } from './reading-state.ts'
import type { ItemWrites } from './use-item-writes.ts'

interface KeysOf {
  readonly reading: Reading
  readonly writes: ItemWrites
  readonly mayEdit: boolean
}

const TYPING = 'input, textarea, select, [contenteditable], [role="combobox"], [role="dialog"], button, a'

/** j k Enter e x, when nobody is typing. */
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
      const busy =
        event.key === 'Enter' ? target?.closest(TYPING) : target?.closest('input, textarea, select, [contenteditable], [role="dialog"]')
      if (act === undefined || busy) return
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
    if (reading.chosenItem === undefined || !mayEdit) return
    reading.mark(reading.chosenItem.id)
    step(reading, 1)
  },
  e: ({ reading, mayEdit }) => {
    if (reading.chosenItem?.state === 'found' && mayEdit) reading.setEditing(reading.chosenItem.id)
  },
  x: ({ reading, writes, mayEdit }) => {
    const { chosenItem } = reading
    if (chosenItem === undefined || !mayEdit || chosenItem.state === 'confirmed' || writes.isPending) return
    writes.toggle(chosenItem)
    if (chosenItem.state === 'found') step(reading, 1)
  },
}

function step({ shown, chosen, choose }: Reading, by: number) {
  const at = shown.findIndex(({ id }) => id === chosen)
  const next = shown[at === -1 ? 0 : Math.min(shown.length - 1, Math.max(0, at + by))]
  if (next) choose(next.id)
}
