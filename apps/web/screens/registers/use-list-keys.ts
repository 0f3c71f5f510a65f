import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { ListedEntry } from '../../api/types.ts'
import { entryAddress } from '../../frame/entry-address.ts'
import type { Choosing } from './choosing.ts'
import type { useListState } from './list-state.ts'

interface KeysOf {
  readonly register: string
  readonly entries: readonly ListedEntry[]
  readonly list: ReturnType<typeof useListState>
  /** Absent where nothing can be changed. */
  readonly choosing: Choosing | undefined
  readonly onHelp: () => void
}

const TYPING =
  'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="combobox"], .ant-modal, .ant-popover, .ant-dropdown'
/** What Enter and the space bar do something with by themselves. */
const ACTS = `${TYPING}, a, button, summary, input`
const OWN_KEYS = new Set(['Enter', ' '])

/** j k Enter Space x / ? in a list, when nobody is typing; answers the entry the keys are at. */
export function useListKeys(given: KeysOf): string | undefined {
  const [at, setAt] = useState<string>()
  const navigate = useNavigate()
  const latest = useRef({ ...given, at })
  useEffect(() => {
    latest.current = { ...given, at }
  })
  useEffect(() => {
    const step = (by: number) => {
      const { entries, list, at: here } = latest.current
      const place = entries.findIndex(({ id }) => id === (list.search.peek ?? here))
      const next = entries[place === -1 ? 0 : Math.min(entries.length - 1, Math.max(0, place + by))]
      if (!next) return
      setAt(next.id)
      if (document.activeElement instanceof HTMLElement && document.activeElement.closest('tbody')) document.activeElement.blur()
      if (list.search.peek !== undefined) list.peek(next.id)
      document.querySelector(`[data-testid="entry-${next.id}"]`)?.scrollIntoView({ block: 'nearest' })
    }
    const entry = () => latest.current.entries.find(({ id }) => id === latest.current.at)
    const acts: Readonly<Record<string, () => void>> = {
      j: () => step(1),
      k: () => step(-1),
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Enter: () => {
        const open = entry()
        if (open) void navigate(entryAddress(latest.current.register, open.id))
      },
      ' ': () => {
        const { list } = latest.current
        if (list.search.peek !== undefined) list.peek(undefined)
        else if (entry()) list.peek(entry()!.id)
      },
      x: () => {
        const chosen = entry()
        if (chosen) latest.current.choosing?.toggle(chosen)
      },
      '/': () => document.querySelector<HTMLElement>('[data-testid="list-search"]')?.focus(),
      '?': () => latest.current.onHelp(),
    }
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const act = acts[event.key]
      const target = event.target instanceof Element ? event.target : undefined
      if (act === undefined || target?.closest(OWN_KEYS.has(event.key) ? ACTS : TYPING)) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [navigate])
  return at
}
