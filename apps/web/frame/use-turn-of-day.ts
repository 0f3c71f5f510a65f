import { useEffect } from 'react'
import { getSession } from '../api/endpoints.ts'
import { refreshAfterWrite } from '../api/query-client.ts'
import { currentSession, openGate } from '../api/session-gate.ts'
import { instantInTable } from '../values/moment.ts'

const EVERY_MINUTE = 60_000

/**
 * A page that stays open over midnight learns that it is another day in the jurisdiction: what “today” means, and every figure of it, is asked for
 * again. The clock of the computer only tells when to ask; the day itself is the server's.
 */
export function useTurnOfDay() {
  useEffect(() => {
    const dayHere = () => {
      const session = currentSession()
      return session && instantInTable(new Date().toISOString(), session.jurisdiction.timeZone).slice(0, 10)
    }
    let known = dayHere()
    const look = () => {
      const day = dayHere()
      if (day === undefined || day === known) return
      void getSession().then(
        async (session) => {
          known = day
          openGate(session)
          await refreshAfterWrite()
        },
        // Asked again a minute later: the network may be away, or nobody signed in.
        () => undefined,
      )
    }
    const timer = setInterval(look, EVERY_MINUTE)
    return () => clearInterval(timer)
  }, [])
}
