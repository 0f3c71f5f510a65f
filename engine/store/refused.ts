import type { Refusal } from '#engine/define/refusal.ts'

/** Carries a refusal out of a command's body; the transaction is rolled back and the refusal is answered. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.words.en)
    this.refusal = refusal
  }
}

/** The refusal that an act throws, when it throws one: for sets, which tell of every entry that stands against them. */
export function refusalOf(act: () => void): Refusal | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}
