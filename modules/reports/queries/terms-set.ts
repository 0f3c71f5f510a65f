import { type Store, tableOf } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { roundTerms } from '../registers/round-terms.register.ts'
import type { DatedTerms } from '../rules/quarter.ts'

/** The terms of rounds that were ever set. */
export async function termsSet(store: Store): Promise<readonly DatedTerms[]> {
  const text = `select from_on::text as "fromOn", opens_after_days as "opensAfterDays", open_for_days as "openForDays" from ${tableOf(store, roundTerms)} order by no`
  return (await ask(poolReader(store), text, [])) as unknown as readonly DatedTerms[] // the columns named above
}
