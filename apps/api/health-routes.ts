import type { FastifyInstance } from 'fastify'
import { sharedTablesAreThere } from '#modules/directory/queries/sessions.ts'
import { withinDeadline } from '#platform/http/deadline.ts'
import { sendProblem, unavailable } from '#platform/http/errors.ts'
import type { ApiParts } from './parts.ts'

/** Says 200 only when a request could be answered: migrations done, database there. */
export function healthRoute(app: FastifyInstance, { database, isReady }: Pick<ApiParts, 'database' | 'isReady'>): void {
  app.get('/healthz', { schema: { hide: true } }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const ready = (isReady?.() ?? true) && (await withinDeadline(sharedTablesAreThere(database)))
    return ready ? { status: 'ready' } : sendProblem(request, reply, unavailable(RETRY_AFTER_S))
  })
}

const RETRY_AFTER_S = 2
