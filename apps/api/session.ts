import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SESSION_DAYS } from '#modules/directory/commands/accounts-sign-in.ts'
import type { SignedIn } from '#modules/directory/queries/sessions-signed-in.ts'
import { HttpProblem, type ProblemFacts } from '#platform/http/problem.ts'
import { csrfFault, foreignOrigin, isSafeMethod } from '#platform/http/same-origin.ts'
import type { SessionStore } from './session-store.ts'

export type { SignedIn }

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null on open routes when nobody is signed in. */
    session: SignedIn | null
  }
  interface FastifyContextConfig {
    /** Answers people who are not signed in, too. */
    open?: boolean
    /** Answers people who still have to change the password that was given to them. */
    beforePasswordChange?: boolean
  }
}

/** Lax, so that a link in a mail opens signed in; writes are guarded by the token and by where they come from. */
const COOKIE = 'lantu_session'

/** Finds the session of every request and turns away those that need one and have none. */
export function requireSessions(app: FastifyInstance, store: SessionStore): void {
  app.addHook('onRequest', async (request) => {
    const token = tokenOf(request)
    request.session = token === undefined ? null : await store.find(token)
    const fault = faultOf(request)
    if (fault) throw new HttpProblem(fault)
  })
}

/** Who asks. Routes under /api/v1 may call it without a doubt: requests without a session never reach them. */
export function signedIn(request: FastifyRequest): SignedIn {
  if (!request.session) throw new HttpProblem(SIGNED_OUT)
  return request.session
}

/** The token of the request's cookie, if it can be one. */
export function tokenOf(request: FastifyRequest): string | undefined {
  const token = request.cookies[COOKIE]
  return token && TOKEN.test(token) ? token : undefined
}

/** 32 bytes in base64url, such as "mXb3…Qk4". */
const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** Gives the browser its token; scripts cannot read it, and over https it never travels in the clear. */
export function setToken(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(COOKIE, token, { ...cookieOptions(request), maxAge: SESSION_DAYS * DAY_S })
}

export function clearToken(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(COOKIE, cookieOptions(request))
}

function cookieOptions({ protocol }: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: protocol === 'https' } as const
}

const DAY_S = 86_400

function faultOf(request: FastifyRequest): ProblemFacts | null {
  const { config } = request.routeOptions
  const foreign = isSafeMethod(request.method) ? null : foreignOrigin(request)
  if (foreign || config.open) return foreign
  if (!request.session) return SIGNED_OUT
  if (!isSafeMethod(request.method)) {
    const fault = csrfFault(request.headers['x-csrf-token'], request.session.csrf)
    if (fault) return fault
  }
  return request.session.mustChangePassword && !config.beforePasswordChange ? PASSWORD_FIRST : null
}

/** The sentence for a request without a session. */
export const SIGNED_OUT: ProblemFacts = {
  status: 401,
  code: 'session.required',
  words: {
    zh: '尚未登录或登录已过期，请重新登录；未保存的内容已存在本机。',
    en: 'You are not signed in, or your session has ended. Sign in again; what you had not saved is kept on this computer.',
  },
}

const PASSWORD_FIRST: ProblemFacts = {
  status: 403,
  code: 'password.must-change',
  words: {
    zh: '您使用的是初始密码，请先修改密码再办理业务。',
    en: 'Your password was given to you by somebody else. Change it before you go on.',
  },
}
