import type { Words } from './words.ts'

/**
 * What a user can cause is returned, never thrown: a code from one registry (docs/problems.md), its kind (which the API
 * turns into a status), and a sentence that says what, where, what was expected and what to do.
 */
export interface Refusal {
  readonly ok: false
  readonly code: string
  readonly kind: RefusalKind
  readonly words: Words
  readonly faults?: readonly FieldFault[]
  /** For `conflict` and `stale`: the entry as it stands now. */
  readonly current?: unknown
}

/** The sort of a refusal; the interface gives each a status of its own. */
export type RefusalKind = 'invalid' | 'forbidden' | 'not_found' | 'conflict' | 'stale' | 'state' | 'too_large'

/** What is wrong with one field: its path, and the remedy in both languages. */
export interface FieldFault {
  readonly path: string
  readonly label?: Words
  readonly message: Words
}

/** HTTP status of each kind of refusal (RFC 9110). */
export const REFUSAL_STATUS = {
  invalid: 422,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 412,
  state: 409,
  too_large: 413,
} as const satisfies Record<RefusalKind, number>

/** A refusal with a code that docs/problems.md explains. */
export function refuse(kind: RefusalKind, code: string, zh: string, en: string, more: Pick<Refusal, 'faults' | 'current'> = {}): Refusal {
  return { ok: false, code, kind, words: { zh, en }, ...more }
}

/** Tells a refusal from an answer. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}
