import type { Session } from '#contract/session.ts'
import { clashesOf } from '../values/draft.ts'
import { allLeft, browserDrafts, type LeftDraft } from './browser-drafts.ts'
import { getDrafts, keepDraft } from './drafts.ts'
import { writtenNow } from './drafts-written.ts'
import { queryClient } from './query-client.ts'
import { asUuid } from './random-id.ts'

/** For an entry that is still to be made. */
export const NEW = 'new'

/**
 * New entries that were typed without a connection, or a moment before the browser was killed, go to the server as soon as their writer
 * is there again, whether or not their form is opened. What clashes there, or is refused, waits on this computer for the form.
 */
export async function sendLeftDrafts({ jurisdiction, person }: Session): Promise<void> {
  const left = await allLeft({ jurisdiction: jurisdiction.code, person: person.id })
  const written = await writtenNow(left.map(({ draft }) => draft.id))
  const fresh = left.filter(({ place, draft }) => place.entry === NEW && !written.has(draft.id))
  for (const one of fresh) await send(one).catch(() => undefined) // tried again with the next connection
  if (fresh.length > 0) await queryClient.invalidateQueries({ queryKey: ['draft-list'] })
}

async function send({ place, draft }: LeftDraft): Promise<void> {
  const id = draft.id.includes('-') ? draft.id : asUuid(draft.id)
  const [kept] = (await getDrafts({ draft: id })).drafts
  if (kept && clashesOf(draft, kept.values).length > 0) return
  await keepDraft({
    draft: id,
    register: place.register,
    version: kept?.version ?? 0,
    values: { ...kept?.values, ...draft.changes },
  })
  await browserDrafts.drop(place, [draft.id])
}
