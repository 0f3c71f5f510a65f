import type { NoticeKind } from '#contract/notices.ts'
import type { Call } from '#engine/store/call.ts'
import { engineTable } from '#engine/store/context.ts'
import { ask, clientReader } from '#engine/store/read.ts'

/** Marks a person's own notices as read: those named, or all. */
export async function keepRead({ facts, actor }: Call, notices: readonly string[] | undefined): Promise<number> {
  const text = `update ${engineTable(facts.store, 'notice')} set read_at = $2 where person = $1 and read_at is null ${notices ? 'and id = any($3)' : ''} returning id`
  return (await ask(clientReader(facts.client), text, [actor.person, facts.now, ...(notices ? [[...notices]] : [])])).length
}

/** Whether the person is told of a kind of news from now on. */
export async function keepWanted({ facts, actor }: Call, kind: NoticeKind, wanted: boolean): Promise<void> {
  const refused = engineTable(facts.store, 'notice_refused')
  const text = wanted
    ? `delete from ${refused} where person = $1 and kind = $2`
    : `insert into ${refused} (person, kind) values ($1, $2) on conflict do nothing`
  await ask(clientReader(facts.client), text, [actor.person, kind])
}
