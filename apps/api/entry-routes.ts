import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { createInput, editInput, moveInput } from '#contract/entries.ts'
import type { Row } from '#engine/access/holds.ts'
import { mayInGeneral } from '#engine/access/may-in-general.ts'
import type { Actor } from '#engine/define/actor.ts'
import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { decisionsOf, describe } from '#engine/derive/form.ts'
import { type Command, execute, type Given, mayGive, type Outcome } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import { answerFor, entryAnswer, entryHistory, entryOptions, entryPage, unknownRegister } from '#engine/store/entries.ts'
import type { EntryWritten } from '#engine/store/entry-commands.ts'
import { facetCounts } from '#engine/store/facets.ts'
import { presentRow } from '#engine/store/present.ts'
import { bodyOf } from './body.ts'
import type { Installation } from './installation.ts'
import { facetQuestion, listQuestion, optionsQuery, pageQuery, pastQuestion } from './list-question.ts'
import type { RoutePlugin } from './parts.ts'
import { sendRefusal } from './refusals.ts'
import { signedIn } from './session.ts'

/** What every request about a register needs: who asks, in which store, of which register. */
export interface Asking {
  readonly store: Store
  readonly actor: Actor
  readonly register: Register
  readonly given: Given
}

const HIDDEN = { schema: { hide: true } } // described by the definitions, see openapi-registers.ts

/** The routes that every register has, from its definition alone. */
export function entryRoutes(installation: Installation): RoutePlugin {
  return (app) => {
    registerRoutes(app, installation)
    readRoutes(app, installation)
    writeRoutes(app, installation)
  }
}

function registerRoutes(app: FastifyInstance, installation: Installation) {
  app.get('/registers', HIDDEN, async (request) => {
    const { actor } = signedIn(request)
    const listed = installation.shipped.catalogue.all.map((register) => ({
      name: register.name,
      title: register.title,
      may: rightsInGeneral(register, actor),
      searchable: register.search !== undefined,
      decisions: decisionsOf(register),
    }))
    return { registers: listed.filter(({ may }) => may.length > 0), commands: commandsOf(installation, actor) }
  })
  app.get('/registers/:register', HIDDEN, async (request, reply) => {
    const asking = ask(installation, request)
    if (isRefusal(asking)) return sendRefusal(reply, asking)
    return describe(asking.register, rightsInGeneral(asking.register, asking.actor))
  })
}

function commandsOf({ shipped }: Installation, actor: Actor): string[] {
  return [...shipped.commands.values()].filter(({ right }) => mayGive(right, actor)).map(({ name }) => name)
}

/** What a person may do with a register as a whole. */
export function rightsInGeneral(register: Register, actor: Actor): ('read' | 'create')[] {
  const may = (right: 'read' | 'create') => mayInGeneral(register, actor, right)
  return [...(may('read') ? (['read'] as const) : []), ...(may('create') && !register.createVia ? (['create'] as const) : [])]
}

function readRoutes(app: FastifyInstance, installation: Installation) {
  app.get('/registers/:register/entries', HIDDEN, async (request, reply) => {
    const asking = ask(installation, request)
    if (isRefusal(asking)) return sendRefusal(reply, asking)
    const question = await listQuestion(asking, pageQuery.safeParse(request.query), request.query)
    return isRefusal(question)
      ? sendRefusal(reply, question)
      : answered(reply, await entryPage(asking.store, asking.register, asking.actor, question))
  })
  app.get('/registers/:register/facets', HIDDEN, async (request, reply) => {
    const asking = ask(installation, request)
    if (isRefusal(asking)) return sendRefusal(reply, asking)
    const question = await facetQuestion(asking, pageQuery.safeParse(request.query), request.query)
    return isRefusal(question)
      ? sendRefusal(reply, question)
      : answered(reply, await facetCounts(asking.store, asking.register, asking.actor, question))
  })
  app.get('/registers/:register/options', HIDDEN, async (request, reply) => {
    const asking = ask(installation, request)
    if (isRefusal(asking)) return sendRefusal(reply, asking)
    const { q, limit } = optionsQuery.parse(request.query)
    return answered(reply, await entryOptions(asking.store, asking.register, asking.actor, q, limit))
  })
  app.get('/registers/:register/entries/:id', HIDDEN, async (request, reply) => {
    const asking = ask(installation, request)
    if (isRefusal(asking)) return sendRefusal(reply, asking)
    const past = pastQuestion(asking.store, request.query)
    return isRefusal(past)
      ? sendRefusal(reply, past)
      : answered(reply, await entryAnswer(asking.store, asking.register, asking.actor, idOf(request), past.asOf))
  })
  app.get('/registers/:register/entries/:id/history', HIDDEN, async (request, reply) => {
    const asking = ask(installation, request)
    return isRefusal(asking)
      ? sendRefusal(reply, asking)
      : answered(reply, await entryHistory(asking.store, asking.register, asking.actor, idOf(request)))
  })
}

function writeRoutes(app: FastifyInstance, installation: Installation) {
  app.post('/registers/:register/entries', HIDDEN, async (request, reply) => {
    const asking = ask(installation, request)
    if (isRefusal(asking)) return sendRefusal(reply, asking)
    const body = bodyOf(createInput, request)
    if (isRefusal(body)) return sendRefusal(reply, body)
    return write(reply.code(201), asking, installation.shipped.entryCommands.get(asking.register.name)!.create, body)
  })
  app.patch('/registers/:register/entries/:id', HIDDEN, async (request, reply) => {
    const asking = ask(installation, request)
    if (isRefusal(asking)) return sendRefusal(reply, asking)
    const version = versionOf(request)
    if (isRefusal(version)) return sendRefusal(reply, version)
    const body = bodyOf(editInput, request)
    if (isRefusal(body)) return sendRefusal(reply, body)
    return write(reply, asking, installation.shipped.entryCommands.get(asking.register.name)!.edit, {
      ...body,
      id: idOf(request),
      version,
    })
  })
  app.post('/registers/:register/entries/:id/moves/:move', HIDDEN, async (request, reply) => {
    const asking = ask(installation, request)
    if (isRefusal(asking)) return sendRefusal(reply, asking)
    const version = versionOf(request)
    if (isRefusal(version)) return sendRefusal(reply, version)
    const { move } = request.params as { move: string }
    const body = bodyOf(moveInput, request)
    if (isRefusal(body)) return sendRefusal(reply, body)
    return write(reply, asking, installation.shipped.entryCommands.get(asking.register.name)!.move, {
      ...body,
      id: idOf(request),
      version,
      move,
    })
  })
}

/** Who asks about which register; a refusal when there is no such register. */
export function ask(installation: Installation, request: FastifyRequest): Asking | Refusal {
  const { actor, jurisdiction } = signedIn(request)
  const { register: name } = request.params as { register: string }
  const register = installation.shipped.catalogue.get(name)
  if (!register) return unknownRegister(name)
  return { store: installation.storeOf(jurisdiction.schema), actor, register, given: givenBy(request) }
}

/** How a command's request is known: its person and post, its id, its idempotency key. */
export function givenBy(request: FastifyRequest): Given {
  const key = request.headers['idempotency-key']
  return { actor: signedIn(request).actor, request: request.id, idempotencyKey: typeof key === 'string' ? key.slice(0, 200) : undefined }
}

async function write<Input>(
  reply: FastifyReply,
  { store, register, actor, given }: Asking,
  command: Command<Input, EntryWritten>,
  input: unknown,
) {
  const outcome: Outcome<EntryWritten> = await execute(store, command, given, input)
  if (!outcome.ok) return sendRefusal(reply, withPresentedCurrent(store, register, outcome))
  const { row } = outcome.answer
  reply.header('etag', `"${String(row['version'])}"`)
  return answerFor(store, register, actor, row)
}

/** An entry in a refusal leaves the house masked like any other. */
function withPresentedCurrent(store: Store, register: Register, refusal: Refusal): Refusal {
  return refusal.current === undefined ? refusal : { ...refusal, current: presentRow(store, register, refusal.current as Row) }
}

function answered(reply: FastifyReply, answer: object) {
  return isRefusal(answer) ? sendRefusal(reply, answer) : answer
}

const uuid = z.uuid()

function idOf(request: FastifyRequest): string {
  const { id } = request.params as { id: string }
  return uuid.safeParse(id).success ? id : '00000000-0000-0000-0000-000000000000'
}

function versionOf(request: FastifyRequest): number | Refusal {
  const version = Number(/^"(\d+)"$/.exec(String(request.headers['if-match'] ?? ''))?.[1])
  if (Number.isInteger(version)) return version
  return refuse(
    'invalid',
    'entry.if-match-missing',
    '请求缺少 If-Match 版本号；请先读取记录再修改',
    'the header If-Match: "<version>" is missing; read the entry before you change it',
  )
}
