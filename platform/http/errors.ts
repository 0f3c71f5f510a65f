import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DatabaseUnavailable, databaseFault } from '#platform/db/database.ts'
import { faultsOfValidation } from './faults.ts'
import { preferredLanguage } from './language.ts'
import { HttpProblem, PROBLEM_TYPE, type ProblemFacts, problemBody } from './problem.ts'

/** Answers every error with problem+json; what nobody foresaw is logged with its stack and told in one neutral sentence. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: unknown, request, reply) => answerError(error, request, reply))
}

/** Also for errors met before a route is found, such as a malformed address. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const facts = factsOf(error)
  if (facts.status === 503) request.log.warn({ reason: String(error) }, facts.code)
  else if (facts.status >= 500) request.log.error({ err: error }, facts.code)
  void sendProblem(request, reply, facts)
}

/** Ends the request with a problem in the reader's language. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, facts: ProblemFacts): FastifyReply {
  const language = preferredLanguage(request.headers['accept-language'])
  // Text and not an object: the route's schema describes answers, not problems.
  const body = JSON.stringify(problemBody(facts, language, request.id))
  return reply
    .code(facts.status)
    .headers({ ...facts.headers, 'cache-control': 'no-store' })
    .type(PROBLEM_TYPE)
    .send(body)
}

function factsOf(thrown: unknown): ProblemFacts {
  if (thrown instanceof HttpProblem) return thrown.facts
  const error = databaseFault(thrown)
  if (error instanceof DatabaseUnavailable) return unavailable(error.retryAfterSeconds)
  return isFastifyError(error) ? factsOfFastify(error) : UNEXPECTED
}

/** The database is away; `Retry-After` tells browser and proxy when to come back. */
export function unavailable(retryAfterSeconds: number): ProblemFacts {
  return { ...UNAVAILABLE, headers: { 'retry-after': String(retryAfterSeconds) } }
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
}

function factsOfFastify(error: FastifyError): ProblemFacts {
  if (error.validation) return { ...NOT_VALID, faults: faultsOfValidation(error.validation) }
  const status = error.statusCode ?? 500
  if (status >= 500) return UNEXPECTED
  return BY_STATUS[status] ?? { ...REFUSED, status }
}

const NOT_VALID: ProblemFacts = {
  status: 422,
  code: 'request.invalid',
  words: {
    zh: '提交的内容有误，请按各项提示改正后再提交。',
    en: 'What was sent is not valid. Correct the fields listed and send it again.',
  },
}

const UNAVAILABLE: ProblemFacts = {
  status: 503,
  code: 'service.unavailable',
  words: {
    zh: '数据库暂时不可用，本次操作没有执行。请稍后重试；已填写的内容保存在本机。',
    en: 'The database cannot be reached now and nothing was carried out. Try again shortly; what you typed is kept on this computer.',
  },
}

const UNEXPECTED: ProblemFacts = {
  status: 500,
  code: 'service.fault',
  words: {
    zh: '系统出错，本次操作没有完成。请稍后重试；如仍出错，请把请求编号告诉管理员。',
    en: 'Something went wrong and the request was not completed. Try again; if it fails again, tell your administrator the request number.',
  },
}

const REFUSED: ProblemFacts = {
  status: 400,
  code: 'request.refused',
  words: {
    zh: '服务器不接受这个请求，请检查后再试。',
    en: 'The server does not accept this request. Check it and try again.',
  },
}

const BY_STATUS: Readonly<Record<number, ProblemFacts>> = {
  400: {
    status: 400,
    code: 'request.unreadable',
    words: { zh: '请求的内容无法读懂，应为正确的 JSON。', en: 'The body of the request cannot be read; well-formed JSON is expected.' },
  },
  413: {
    status: 413,
    code: 'request.too-large',
    words: {
      zh: '提交的内容超过 2 MB，请减少一次提交的数量；文件请单独上传。',
      en: 'The body of the request is over 2 MB. Send less at once; files are uploaded separately.',
    },
  },
  415: {
    status: 415,
    code: 'request.media-type',
    words: { zh: '不支持这种内容类型，应为 application/json。', en: 'This content type is not supported; application/json is expected.' },
  },
}
