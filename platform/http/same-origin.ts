import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { ProblemFacts } from './problem.ts'

/**
 * Refuses a write that another site made the browser send. Browsers say so in Sec-Fetch-Site, older ones in Origin;
 * programs send neither and have no cookie to be misused.
 */
export function foreignOrigin(request: Pick<FastifyRequest, 'headers' | 'host' | 'protocol'>): ProblemFacts | null {
  const site = request.headers['sec-fetch-site']
  if (typeof site === 'string') return site === 'same-origin' || site === 'none' ? null : FOREIGN
  const { origin } = request.headers
  return origin === undefined || hostOf(origin) === hostOf(`${request.protocol}://${request.host}`) ? null : FOREIGN
}

/** Refuses a write without the session's own token (OWASP, synchroniser token). */
export function csrfFault(given: string | string[] | undefined, expected: string): ProblemFacts | null {
  return typeof given === 'string' && equalInConstantTime(given, expected) ? null : NO_TOKEN
}

/** Whether a method changes nothing (RFC 9110 §9.2.1) and so needs no token. */
export function isSafeMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
}

/** Digests have one length, so that the time tells neither content nor length. */
function equalInConstantTime(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b))
}

function digest(text: string) {
  return createHash('sha256').update(text).digest()
}

/** Without a port that is the protocol's own, which proxies may add. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

const FOREIGN: ProblemFacts = {
  status: 403,
  code: 'request.foreign-origin',
  words: {
    zh: '这个请求来自其他网站，未予执行。请从本系统的页面上操作。',
    en: 'This request came from another site and was not carried out. Work from the pages of this system.',
  },
}

const NO_TOKEN: ProblemFacts = {
  status: 403,
  code: 'request.csrf',
  words: {
    zh: '页面的安全校验已失效，操作未执行。请刷新页面后再试；已填写的内容保存在本机。',
    en: 'The security token of this page is no longer valid and nothing was carried out. Reload the page and try again; what you typed is kept on this computer.',
  },
}
