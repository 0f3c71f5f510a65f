import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'

/** A server whose handlers get their types from the zod schemas of the route. */
export type ApiServer = ReturnType<typeof typed>

export function typed(app: FastifyInstance) {
  return app.withTypeProvider<ZodTypeProvider>()
}
