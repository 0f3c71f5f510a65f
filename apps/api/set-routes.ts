import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { cellsInput, editSetInput, moveSetInput, takeBackInput } from '#contract/entries.ts'
import { mayInGeneral } from '#engine/access/may-in-general.ts'
import { isRefusal, refuse } from '#engine/define/refusal.ts'
import { execute } from '#engine/store/command.ts'
import { unknownRegister } from '#engine/store/entries.ts'
import { readCells } from '#engine/store/read-cells.ts'
import { untilWhen } from '#engine/store/take-back.ts'
import { bodyOf } from './body.ts'
import { ask } from './entry-routes.ts'
import type { Installation } from './installation.ts'
import type { RoutePlugin } from './parts.ts'
import { sendRefusal } from './refusals.ts'

const HIDDEN = { schema: { hide: true } } // described by the definitions, see openapi-registers.ts

/** What is done to many entries of a register at once, and what texts out of a sheet mean for it. */
export function setRoutes(installation: Installation): RoutePlugin {
  return (app) => {
    moveRoutes(app, installation)
    editRoutes(app, installation)
  }
}

function moveRoutes(app: FastifyInstance, installation: Installation) {
  app.post('/registers/:register/moves/:move', HIDDEN, async (request, reply) => {
    const asking = ask(installation, request)
    if (isRefusal(asking)) return sendRefusal(reply, asking)
    const { move } = request.params as { move: string }
    const { moveSet } = installation.shipped.entryCommands.get(asking.register.name)!
    const body = bodyOf(moveSetInput, request)
    if (isRefusal(body)) return sendRefusal(reply, body)
    const outcome = await execute(asking.store, moveSet, asking.given, { ...body, move })
    if (!outcome.ok) return sendRefusal(reply, outcome)
    return { ...outcome.answer, takeBackUntil: (await untilWhen(asking.store, asking.store.clock.now())).toISOString() }
  })
  app.post('/registers/:register/take-back', HIDDEN, async (request, reply) => {
    const asking = ask(installation, request)
    if (isRefusal(asking)) return sendRefusal(reply, asking)
    const { takeBack } = installation.shipped.entryCommands.get(asking.register.name)!
    const body = bodyOf(takeBackInput, request)
    if (isRefusal(body)) return sendRefusal(reply, body)
    const outcome = await execute(asking.store, takeBack, asking.given, body)
    return outcome.ok ? outcome.answer : sendRefusal(reply, outcome)
  })
}

function editRoutes(app: FastifyInstance, installation: Installation) {
  app.patch('/registers/:register/entries', HIDDEN, async (request, reply) => {
    const asking = ask(installation, request)
    if (isRefusal(asking)) return sendRefusal(reply, asking)
    const { editSet } = installation.shipped.entryCommands.get(asking.register.name)!
    const body = bodyOf(editSetInput, request)
    if (isRefusal(body)) return sendRefusal(reply, body)
    const outcome = await execute(asking.store, editSet, asking.given, body)
    return outcome.ok ? outcome.answer : sendRefusal(reply, outcome)
  })
  app.post('/registers/:register/cells', HIDDEN, async (request, reply) => {
    const asking = ask(installation, request)
    if (isRefusal(asking)) return sendRefusal(reply, asking)
    const { store, register, actor } = asking
    if (!mayInGeneral(register, actor, 'read')) return sendRefusal(reply, unknownRegister(register.name))
    const { data, error } = cellsInput.safeParse(request.body)
    const unknown = data?.fields.find((field) => !Object.hasOwn(register.fields, field) || register.fields[field]!.system)
    if (error || unknown !== undefined) {
      const what = unknown ?? z.prettifyError(error!)
      return sendRefusal(
        reply,
        refuse('invalid', 'cells.invalid', `粘贴的内容无法识别：${what}`, `what was pasted cannot be read: ${what}`),
      )
    }
    return readCells(store, actor, register, data)
  })
}
