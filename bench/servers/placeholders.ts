/** A statement as the product sends it, for the floor to send it too. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Stand for values that differ from request to request. */
export const ENTRY = '11111111-1111-7111-8111-111111111111'
export const EVENT = '22222222-2222-7222-8222-222222222222'
export const VERSION = 987_654_321
