import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { changePasswordInput, choosePostInput, openSession, session, signInInput } from '#contract/session.ts'
import { isRefusal } from '#engine/define/refusal.ts'
import { changePassword } from '#modules/directory/commands/accounts-password.ts'
import { choosePost, endOwnSession, signOut } from '#modules/directory/commands/accounts-sessions.ts'
import { signIn } from '#modules/directory/commands/accounts-sign-in.ts'
import { keepLanguage } from '#modules/directory/queries/accounts.ts'
import { openSessions, sharedTablesAreThere } from '#modules/directory/queries/sessions.ts'
import { browserName } from '#platform/http/browser-name.ts'
import { withinDeadline } from '#platform/http/deadline.ts'
import { sendRefusal } from './refusals.ts'
import { clearToken, setToken, signedIn, tokenOf } from './session.ts'
import { type SessionParts, viewOf } from './session-view.ts'
import type { ApiServer } from './typed.ts'

const TAGS = ['session']
const EARLY = { beforePasswordChange: true }
const NOTHING = { 204: z.void() }
const languageInput = z.object({ language: z.enum(['zh', 'en']) })

/** Signing in has a rate limit of its own: each attempt costs 19 MiB and some 30 ms of a core. */
export function signInRoute(app: ApiServer, parts: SessionParts): void {
  const { database, clock, settings } = parts
  const rateLimit = { max: parts.signInsPerMinute, keyGenerator: ({ ip }: FastifyRequest) => ip }

  app.post(
    '/session',
    {
      config: { open: true, rateLimit },
      schema: { tags: TAGS, summary: '登录 / Sign in', security: [], body: signInInput, response: { 200: session } },
    },
    async (request, reply) => {
      await withinDeadline(sharedTablesAreThere(database)) // 503 at once rather than after a time-out for each of its statements
      const from = { address: request.ip, userAgent: request.headers['user-agent'] ?? '', timeZone: settings.timeZone }
      const opened = await signIn(database, clock, { ...request.body, ...from })
      if (isRefusal(opened)) return sendRefusal(reply, opened)
      setToken(request, reply, opened.token)
      return await viewOf(parts, opened.token)
    },
  )
}

/** The session itself: who I am, as which post, in which language; and its end. */
export function sessionRoutes(app: ApiServer, parts: SessionParts): void {
  const { database, clock, store } = parts

  app.get(
    '/session',
    { config: EARLY, schema: { tags: TAGS, summary: '当前登录 / Current session', response: { 200: session } } },
    async (request) => await viewOf(parts, tokenOf(request)),
  )

  app.delete(
    '/session',
    { config: EARLY, schema: { tags: TAGS, summary: '退出 / Sign out', response: NOTHING } },
    async (request, reply) => {
      await signOut(database, signedIn(request))
      store.forget(tokenOf(request) ?? '')
      clearToken(request, reply)
      return reply.code(204).send()
    },
  )

  app.put(
    '/session/post',
    { config: EARLY, schema: { tags: TAGS, summary: '切换岗位 / Act as another post', body: choosePostInput, response: { 200: session } } },
    async (request, reply) => {
      const chosen = await choosePost(database, clock, signedIn(request), request.body.post)
      if (isRefusal(chosen)) return sendRefusal(reply, chosen)
      store.forget(tokenOf(request) ?? '')
      return await viewOf(parts, tokenOf(request))
    },
  )

  app.put(
    '/session/language',
    { config: EARLY, schema: { tags: TAGS, summary: '工作语言 / Language', body: languageInput, response: NOTHING } },
    async (request, reply) => {
      await keepLanguage(database, signedIn(request).account, request.body.language)
      store.forget(tokenOf(request) ?? '')
      return reply.code(204).send()
    },
  )
}

/** All sessions of the person, and the password that guards them. */
export function ownAccountRoutes(app: ApiServer, parts: SessionParts): void {
  const { database, clock, store } = parts

  app.get(
    '/sessions',
    { schema: { tags: TAGS, summary: '登录记录 / Open sessions', response: { 200: z.array(openSession) } } },
    async (request) => {
      const { account, sessionId } = signedIn(request)
      const open = await openSessions(database, account, clock.now())
      return open.map(({ userAgent, ...one }) => ({ ...one, current: one.id === sessionId, browser: browserName(userAgent) }))
    },
  )

  app.delete(
    '/sessions/:id',
    { schema: { tags: TAGS, summary: '结束登录 / End a session', params: z.object({ id: z.uuid() }), response: NOTHING } },
    async (request, reply) => {
      const who = signedIn(request)
      const ended = await endOwnSession(database, who, request.params.id)
      if (isRefusal(ended)) return sendRefusal(reply, ended)
      store.forgetAll()
      if (request.params.id === who.sessionId) clearToken(request, reply)
      return reply.code(204).send()
    },
  )

  app.put(
    '/password',
    { config: EARLY, schema: { tags: TAGS, summary: '修改密码 / Change password', body: changePasswordInput, response: NOTHING } },
    async (request, reply) => {
      const change = { ...request.body, address: request.ip }
      const changed = await changePassword(database, clock, { who: signedIn(request), change })
      if (isRefusal(changed)) return sendRefusal(reply, changed)
      store.forgetAll()
      return reply.code(204).send()
    },
  )
}
