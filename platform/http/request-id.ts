import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** The caller's X-Request-Id when it is well-formed, else one of ours; it is trace id and the event's request, too. */
export function requestIdOf({ headers }: { readonly headers: IncomingHttpHeaders }): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && WELL_FORMED.test(given) ? given : `req-${randomUUID()}`
}

/** Such as "req-0b9f3d54-6f5e-4d0c-9c6e-0c6a6f0b1f11" or "01JD8Q4Z9N.3": nothing that could forge a line of a log. */
const WELL_FORMED = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/
