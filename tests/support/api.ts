import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { buildServer } from '#apps/api/server.ts'
import { DEMONSTRATION_PASSWORD } from '#apps/cli/seed/directory.ts'
import { serverParts } from '#apps/cli/serve.ts'
import type { Session } from '#contract/session.ts'
import { readSettings } from '#platform/settings/settings.ts'
import type { World } from './world.ts'

/** The API of a world, in process: `(await api.as('kunshan')).get('/registers')`. */
export interface Api {
  readonly app: FastifyInstance
  /** Signs a demonstration account in. */
  as(loginName: string): Promise<Client>
  close(): Promise<void>
}

/** Paths are under /api/v1. */
export interface Client {
  get(path: string): Promise<LightMyRequestResponse>
  post(path: string, body: object, headers?: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>
  patch(path: string, version: number, body: object): Promise<LightMyRequestResponse>
  /** Any path of the server. */
  send(options: InjectOptions): Promise<LightMyRequestResponse>
}

/** The server that `lantu serve` starts, without a port and without its log. */
export async function openApi(world: World, environment: Readonly<Record<string, string>> = {}): Promise<Api> {
  const app = await buildServer(
    serverParts(world.installation, { ...readSettings({ LANTU_LOG: 'silent', ...environment }), timeZone: world.store.timeZone }),
  )
  return { app, as: (loginName) => signIn(app, loginName), close: async () => await app.close() }
}

async function signIn(app: FastifyInstance, loginName: string): Promise<Client> {
  const opened = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { loginName, password: DEMONSTRATION_PASSWORD } })
  if (opened.statusCode !== 200) throw new Error(opened.body)
  const cookie = String(opened.headers['set-cookie']).split(';')[0]!
  const own = { cookie, 'x-csrf-token': opened.json<Session>().csrf }
  const send = async (options: InjectOptions) => await app.inject({ ...options, headers: { ...own, ...options.headers } })
  return {
    send,
    get: async (path) => await send({ method: 'GET', url: `/api/v1${path}` }),
    post: async (path, payload, headers = {}) => await send({ method: 'POST', url: `/api/v1${path}`, payload, headers }),
    patch: async (path, version, payload) =>
      await send({ method: 'PATCH', url: `/api/v1${path}`, payload, headers: { 'if-match': `"${version}"` } }),
  }
}
