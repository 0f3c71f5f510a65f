import type { Session } from '#contract/session.ts'
import { isTemporary, ProblemError, problemOf, unreachable } from './problem-error.ts'
import { randomId } from './random-id.ts'
import { delayBefore, pause } from './retry.ts'
import { currentSession, openGate, signedInAgain } from './session-gate.ts'

/** How a request differs from a plain GET. */
export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  /** Sent as If-Match. */
  readonly version?: number
  readonly signal?: AbortSignal
  /** Before signing in a 401 is an answer, not an interruption. */
  readonly anonymous?: boolean
  /** How often a write is tried again when the server is busy; reads are repeated by the query client. */
  readonly repeats?: number
  /** The same for tries of one write: the server does it once. */
  readonly key?: string
}

/** Where the API lies, on the same origin. */
export const API = '/api/v1'
const WRITE_REPEATS = 3

/** One request to the API: a refusal becomes a ProblemError, an ended session waits for the sign-in, a busy server is tried again. */
export async function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const repeats = options.repeats ?? (isWrite(options) ? WRITE_REPEATS : 0)
  const key = isWrite(options) ? (options.key ?? randomId()) : undefined
  for (let attempt = 0; ; attempt++) {
    try {
      return await throughGate<Answer>(path, options, key)
    } catch (error) {
      if (!isTemporary(error) || attempt >= repeats) throw error
      await pause(delayBefore(attempt, error instanceof ProblemError ? error.retryAfter : undefined))
    }
  }
}

async function throughGate<Answer>(path: string, options: RequestOptions, key: string | undefined): Promise<Answer> {
  try {
    return await once<Answer>(path, options, key)
  } catch (error) {
    if (!(error instanceof ProblemError) || options.anonymous === true || currentSession() === undefined) throw error
    if (error.status === 401) await signedInAgain()
    else if (error.status === 403 && error.code.includes('csrf')) openGate(await once<Session>('/session', {}, undefined))
    else throw error
    return await once<Answer>(path, options, key)
  }
}

async function once<Answer>(path: string, options: RequestOptions, key: string | undefined): Promise<Answer> {
  const response = await fetch(API + path, {
    method: options.method ?? 'GET',
    headers: headersOf(options, key),
    credentials: 'same-origin',
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw unreachable()
  })
  if (!response.ok) throw await problemOf(response)
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as Answer // the contract's tests hold the shape on the server's side
}

function headersOf({ body, version }: RequestOptions, key: string | undefined): Record<string, string> {
  const csrf = currentSession()?.csrf
  return {
    Accept: 'application/json',
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
    ...(key === undefined ? {} : { 'Idempotency-Key': key }),
    ...(key === undefined || csrf === undefined ? {} : { 'X-CSRF-Token': csrf }),
  }
}

const isWrite = ({ method = 'GET' }: RequestOptions) => method !== 'GET'

type Parameter = string | number | readonly string[] | undefined

/** “?a=1&b=2”, leaving out what is not set; a list repeats its name. */
export function queryString(parameters: Readonly<Record<string, Parameter>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of typeof value === 'object' ? value : [value]) if (one !== undefined && one !== '') search.append(name, String(one))
  }
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}
