import { currentSession } from '../api/session-gate.ts'
import type { Words } from '../texts/words.ts'
import { makeStore, useStore } from './store.ts'

/** What the person has just moved, and until when it may be taken back. */
export interface JustMoved {
  readonly register: string
  readonly event: string
  readonly until: string
  readonly move: Words
  readonly entries: readonly string[]
  /** The post that did it: nobody else is offered the way back. */
  readonly post?: string | undefined
}

const KEY = 'lantu:just-moved'
const store = makeStore<JustMoved | undefined>(remembered())

/** Follows what may be taken back. */
export const useJustMoved = () => useStore(store)

/** Offers to take this back; it survives a reload of the page, and the next move takes its place. */
export function noteMoved(given: Omit<JustMoved, 'post'>): void {
  const moved = { ...given, post: currentSession()?.post }
  store.set(moved)
  sessionStorage.setItem(KEY, JSON.stringify(moved))
}

/** Offers nothing any more. */
export function forgetMoved(): void {
  store.set(undefined)
  sessionStorage.removeItem(KEY)
}

function remembered(): JustMoved | undefined {
  try {
    const moved = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as JustMoved | null // written by `noteMoved` alone
    return moved !== null && new Date(moved.until) > new Date() ? moved : undefined
  } catch {
    return undefined
  }
}
