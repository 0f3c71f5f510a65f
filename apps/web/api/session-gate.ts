import type { Session } from '#contract/session.ts'
import { makeStore, useStore } from '../frame/store.ts'

/** Who is signed in, and whether a session that ended is to be opened again over the page. */
interface Gate {
  readonly session: Session | undefined
  readonly asking: boolean
}

const store = makeStore<Gate>({ session: undefined, asking: false })
let waiting: (() => void)[] = []

/** Follows who is signed in. */
export const useGate = () => useStore(store)
/** Who is signed in now, outside components. */
export const currentSession = () => store.get().session

/** The session of a page behind the sign-in; only rendered when there is one. */
export function useSession(): Session {
  const { session } = useStore(store)
  if (session === undefined) throw new Error('no session on a page behind the sign-in')
  return session
}

/** Somebody signed in: requests that waited go on. */
export function openGate(session: Session) {
  store.set({ session, asking: false })
  const goOn = waiting
  waiting = []
  for (const resolve of goOn) resolve()
}

/** Nobody is signed in. */
export function closeGate() {
  store.set({ session: undefined, asking: false })
}

/** The session ended while somebody worked: ask for the password over the page, then let the request go on. */
export function signedInAgain(): Promise<void> {
  store.set({ ...store.get(), asking: true })
  return new Promise((resolve) => waiting.push(resolve))
}
