import { tokenHashOf } from '#modules/directory/commands/accounts-sign-in.ts'
import { touchSession } from '#modules/directory/queries/sessions.ts'
import { type SignedIn, schemaOfSession, signedInBy } from '#modules/directory/queries/sessions-signed-in.ts'
import type { Clock } from '#platform/clock/clock.ts'
import type { Database } from '#platform/db/database.ts'
import { withinDeadline } from '#platform/http/deadline.ts'

/** The sessions of this process's requests, each looked up at most every five seconds. */
export interface SessionStore {
  find(token: string): Promise<SignedIn | null>
  /** After a change made in this process; others notice within five seconds. */
  forget(token: string): void
  forgetAll(): void
}

interface Known {
  readonly at: number
  readonly found: Promise<SignedIn | null>
}

// Without this a list costs 1.45 × the bare floor, with it 0.91 × (spikes.md, list of 20 over 200,000 rows).
const FRESH_MS = 5_000
const MOST_KNOWN = 5_000

export function sessionStore(database: Database, clock: Clock): SessionStore {
  const known = new Map<string, Known>()
  const schemas = new Map<string, string>()

  function find(token: string) {
    const now = clock.now()
    const entry = known.get(token)
    if (entry && Math.abs(now.getTime() - entry.at) < FRESH_MS) return entry.found
    return remember(token, now)
  }

  function remember(token: string, now: Date) {
    const found = withinDeadline(lookUp({ database, token, now, schemas }))
    const forgetMine = () => {
      if (known.get(token)?.found === found) forget(token)
    }
    known.delete(token) // so that the map's order is the order of look-ups
    known.set(token, { at: now.getTime(), found })
    found.then((session) => session ?? forgetMine(), forgetMine)
    if (known.size > MOST_KNOWN) forget(known.keys().next().value ?? token)
    return found
  }

  function forget(token: string) {
    known.delete(token)
    schemas.delete(token)
  }

  function forgetAll() {
    known.clear()
    schemas.clear()
  }

  return { find, forget, forgetAll }
}

interface LookUp {
  readonly database: Database
  readonly token: string
  readonly now: Date
  /** In which schema a session was found last, which saves one statement. */
  readonly schemas: Map<string, string>
}

/** One statement for a session met before, two for a new one or one that was moved to another jurisdiction elsewhere. */
async function lookUp({ database, token, now, schemas }: LookUp): Promise<SignedIn | null> {
  const tokenHash = tokenHashOf(token)
  const last = schemas.get(token)
  const known = last === undefined ? null : await signedInBy(database, tokenHash, { now, schema: last })
  if (known) return await touched(database, known, now)

  const schema = await schemaOfSession(database, tokenHash)
  if (schema === null || schema === last) return null
  const session = await signedInBy(database, tokenHash, { now, schema })
  if (!session) return null
  schemas.set(token, schema)
  return await touched(database, session, now)
}

const TOUCH_EVERY_MS = 60_000

async function touched(database: Database, session: SignedIn, now: Date): Promise<SignedIn> {
  if (now.getTime() - Date.parse(session.seenAt) >= TOUCH_EVERY_MS) await touchSession(database, session.sessionId, now)
  return session
}
