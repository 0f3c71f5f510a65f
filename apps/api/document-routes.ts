import { isRefusal, refuse } from '#engine/define/refusal.ts'
import { answer } from '#engine/store/query.ts'
import type { Installation } from './installation.ts'
import type { RoutePlugin } from './parts.ts'
import { sendRefusal } from './refusals.ts'
import { signedIn } from './session.ts'

/** GET /documents/:document, for every document that modules make: a query whose answer is a file. */
export function documentRoutes(installation: Installation): RoutePlugin {
  return (app) => {
    app.get('/documents/:document', { schema: { hide: true } }, async (request, reply) => {
      const { document: name } = request.params as { document: string }
      const document = installation.shipped.documents.get(name)
      if (!document)
        return sendRefusal(reply, refuse('not_found', 'document.unknown', `没有名为 ${name} 的文书`, `there is no document ${name}`))
      const { actor, jurisdiction } = signedIn(request)
      const made = await answer(document, { actor, store: installation.storeOf(jurisdiction.schema) }, request.query)
      if (isRefusal(made)) return sendRefusal(reply, made)
      reply.header('content-type', made.type)
      reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(made.name)}`)
      reply.header('cache-control', 'private, no-store')
      return Buffer.from(made.bytes)
    })
  }
}
