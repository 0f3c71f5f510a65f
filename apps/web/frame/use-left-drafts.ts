import { useEffect } from 'react'
import { sendLeftDrafts } from '../api/send-left-drafts.ts'
import { useGate } from '../api/session-gate.ts'

/** What the person once typed here and the server never got goes there when they sign in, and when the connection is back. */
export function useLeftDrafts() {
  const { session } = useGate()
  useEffect(() => {
    if (session === undefined) return
    const send = () => void sendLeftDrafts(session)
    send()
    window.addEventListener('online', send)
    return () => window.removeEventListener('online', send)
  }, [session])
}
