import { isRefusal, refuse } from '#engine/define/refusal.ts'
import { execute } from '#engine/store/command.ts'
import { answer } from '#engine/store/query.ts'
import { givenBy } from './entry-routes.ts'
import type { Installation } from './installation.ts'
import type { RoutePlugin } from './parts.ts'
import { sendRefusal } from './refusals.ts'
import { signedIn } from './session.ts'

const HIDDEN = { schema: { hide: true } }

/** POST /commands/:command and GET /queries/:query, for every command and query of the modules. */
export function commandRoutes(installation: Installation): RoutePlugin {
  const { commands, queries } = installation.shipped
  return (app) => {
    app.post('/commands/:command', HIDDEN, async (request, reply) => {
      const { command: name } = request.params as { command: string }
      const command = commands.get(name)
      if (!command)
        return sendRefusal(reply, refuse('not_found', 'command.unknown', `没有名为 ${name} 的事项`, `there is no command ${name}`))
      const outcome = await execute(
        installation.storeOf(signedIn(request).jurisdiction.schema),
        command,
        givenBy(request),
        request.body ?? {},
      )
      return outcome.ok ? outcome.answer : sendRefusal(reply, outcome)
    })
    app.get('/queries/:query', HIDDEN, async (request, reply) => {
      const { query: name } = request.params as { query: string }
      const query = queries.get(name)
      if (!query) return sendRefusal(reply, refuse('not_found', 'query.unknown', `没有名为 ${name} 的查询`, `there is no query ${name}`))
      const { actor, jurisdiction } = signedIn(request)
      const found = await answer(query, { actor, store: installation.storeOf(jurisdiction.schema) }, request.query)
      return isRefusal(found) ? sendRefusal(reply, found) : found
    })
  }
}
