import type { Problem } from '#contract/problem.ts'
import { requestTexts } from '../texts/texts-request.ts'
import type { Words } from '../texts/words.ts'

/** An answer that is no success. Status 0: the server could not be reached. */
export class ProblemError extends Error {
  readonly status: number
  readonly code: string
  readonly words: Words
  readonly faults: NonNullable<Problem['faults']>
  readonly current: unknown
  readonly requestId: string | undefined
  /** Seconds, from Retry-After. */
  readonly retryAfter: number | undefined

  constructor(problem: Partial<Problem> & Pick<Problem, 'status' | 'words'>, retryAfter?: number) {
    super(problem.words.zh)
    this.name = 'ProblemError'
    this.status = problem.status
    this.code = problem.code ?? ''
    this.words = problem.words
    this.faults = problem.faults ?? []
    this.current = problem.current
    this.requestId = problem.requestId
    this.retryAfter = retryAfter
  }
}

const TEMPORARY = new Set([0, 502, 503, 504])

/** Worth trying again by itself: no connection, or a server that says it is busy or starting. */
export function isTemporary(error: unknown): boolean {
  return error instanceof ProblemError && TEMPORARY.has(error.status)
}

/** The problem of a server that did not answer. */
export function unreachable(): ProblemError {
  return new ProblemError({ status: 0, code: 'web.unreachable', words: requestTexts.unreachable })
}

/** Any error as a problem with a sentence; an unexpected one gets ours. */
export function asProblem(error: unknown): ProblemError {
  return error instanceof ProblemError ? error : new ProblemError({ status: 1, code: 'web.unexpected', words: requestTexts.unexpected })
}

/** Reads problem+json; an answer of another kind (a proxy's page) gets a sentence of ours. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const retryAfter = Number(response.headers.get('Retry-After') ?? '') || undefined
  const body: unknown = await response.json().catch(() => undefined)
  if (isProblem(body)) return new ProblemError({ ...body, status: response.status }, retryAfter)
  const requestId = response.headers.get('X-Request-Id')
  const words = TEMPORARY.has(response.status) ? requestTexts.busy : requestTexts.unreadable
  return new ProblemError({ status: response.status, words, ...(requestId === null ? {} : { requestId }) }, retryAfter)
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'words' in body && typeof body.words === 'object'
}
