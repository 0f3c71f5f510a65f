import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { HttpProblem } from './problem.ts'

export interface RateLimit {
  readonly perMinute: number
  /** Whose requests are counted together. */
  readonly keyOf: (request: FastifyRequest) => string
}

/** Counts the requests of one process in memory and refuses those over the limit with 429 and Retry-After. */
export async function limitRate(app: FastifyInstance, { perMinute, keyOf }: RateLimit): Promise<void> {
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: MINUTE_MS,
    keyGenerator: keyOf,
    cache: REMEMBERED_KEYS,
    addHeadersOnExceeding: NO_HEADERS,
    addHeaders: NO_HEADERS,
    errorResponseBuilder: (_request, { ttl }) => tooMany(Math.ceil(ttl / 1000)),
  })
}

const MINUTE_MS = 60_000
const REMEMBERED_KEYS = 10_000
const NO_HEADERS = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false }

function tooMany(seconds: number): HttpProblem {
  return new HttpProblem({
    status: 429,
    code: 'request.too-many',
    headers: { 'retry-after': String(seconds) },
    words: {
      zh: `请求过于频繁，请在 ${seconds} 秒后再试。`,
      en: `Too many requests. Try again in ${seconds} seconds.`,
    },
  })
}
