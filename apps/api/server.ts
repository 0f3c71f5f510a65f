import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { answerError, answerErrors } from '#platform/http/errors.ts'
import { closeGracefully } from '#platform/http/graceful-close.ts'
import { limitRate } from '#platform/http/rate-limit.ts'
import { requestIdOf } from '#platform/http/request-id.ts'
import { dataHeaders, pageHeaders } from '#platform/http/security-headers.ts'
import { loggerOptions } from '#platform/log/log.ts'
import { fileRoutes } from './file-routes.ts'
import { healthRoute } from './health-routes.ts'
import { describeRoutes, openApi } from './open-api.ts'
import { type ApiLimits, type ApiParts, DEFAULT_LIMITS } from './parts.ts'
import { requireSessions } from './session.ts'
import { ownAccountRoutes, sessionRoutes, signInRoute } from './session-routes.ts'
import { type SessionStore, sessionStore } from './session-store.ts'
import { typed } from './typed.ts'
import { webApp } from './web-app.ts'

export type { ApiParts } from './parts.ts'
export { signedIn } from './session.ts'

const JSON_LIMIT = 2 * 1024 * 1024
/** For 20 MB at 70 KB/s; without a limit a client that sends a byte a minute holds its connection for ever. */
const REQUEST_TIMEOUT_MS = 300_000

/** Puts the HTTP server together; `listen` and the database's life are the caller's. */
export async function buildServer(parts: ApiParts): Promise<FastifyInstance> {
  const app = bareServer(parts)
  const store = sessionStore(parts.database, parts.clock)
  const limits = { ...DEFAULT_LIMITS, ...parts.limits }

  answerErrors(app)
  tellRequestIds(app)
  logTrouble(app)
  closeGracefully(app)
  await app.register(cookie)
  await describeRoutes(app)
  healthRoute(app, parts)
  await app.register((api) => apiRoutes(api, { parts, store, limits }), { prefix: '/api/v1' })
  await app.register((pages) => pageRoutes(pages, { parts, store }))
  await app.ready()
  return app
}

function bareServer({ settings, trustedProxies = [] }: ApiParts): FastifyInstance {
  const app = fastify({
    logger: loggerOptions(settings.logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    bodyLimit: JSON_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: ['loopback', ...trustedProxies],
    forceCloseConnections: 'idle',
    frameworkErrors: answerError,
    routerOptions: { ignoreTrailingSlash: true },
    // Fastify would load its own two before it is given others: 600 KB of program that nobody calls.
    schemaController: { compilersFactory: { buildValidator: notAsked, buildSerializer: notAsked } },
  })
  app.setValidatorCompiler(validatorCompiler)
  // Answers are checked against their schemas by the law tests; a list is 1.78 × the floor with that here, 1.45 × without (spikes.md).
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  app.decorateRequest('session', null)
  return app
}

function notAsked(): never {
  throw new Error('every context has the compilers of the first')
}

interface Api {
  readonly parts: ApiParts
  readonly store: SessionStore
  readonly limits: ApiLimits
}

async function apiRoutes(app: FastifyInstance, { parts, store, limits }: Api): Promise<void> {
  dataHeaders(app)
  requireSessions(app, store)
  await limitRate(app, { perMinute: limits.requestsPerMinute, keyOf: sessionOrAddress })
  await app.register(multipart)

  const sessionParts = { ...parts, store, signInsPerMinute: limits.signInsPerMinute }
  signInRoute(typed(app), sessionParts)
  sessionRoutes(typed(app), sessionParts)
  ownAccountRoutes(typed(app), sessionParts)
  fileRoutes(typed(app), parts)
  for (const routes of parts.routes) await app.register(async (scope) => await routes(scope, parts))
}

async function pageRoutes(app: FastifyInstance, { parts, store }: Omit<Api, 'limits'>): Promise<void> {
  await pageHeaders(app)
  await openApi(app, { ...parts, store })
  await webApp(app, parts.webFolder)
}

function sessionOrAddress({ session, ip }: FastifyRequest) {
  return session?.sessionId ?? ip
}

function tellRequestIds(app: FastifyInstance) {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
}

const SLOW_MS = 1_000

/** One line for what failed or was slow; every request only at the level debug. */
function logTrouble(app: FastifyInstance) {
  app.addHook('onResponse', (request, reply, done) => {
    const { method, url } = request
    const millis = Math.round(reply.elapsedTime)
    const level = reply.statusCode >= 500 || millis >= SLOW_MS ? 'warn' : 'debug'
    request.log[level]({ method, url, status: reply.statusCode, millis }, 'answered')
    done()
  })
}
