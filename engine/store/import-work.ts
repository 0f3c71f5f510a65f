import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Words } from '#engine/define/words.ts'
import { newId } from '#platform/clock/id.ts'
import { DatabaseUnavailable } from '#platform/db/database-unavailable.ts'
import { engineTable, type Store } from './context.ts'
import { applyRows } from './import-apply.ts'
import { forgetReady } from './import-ready.ts'
import { COLUMNS, type Import } from './imports.ts'
import { ask, poolReader } from './read.ts'

/** What the worker is given to work on imports. */
export interface ImportWork {
  readonly store: Store
  /** The process is to end: work is laid down between two sets, and taken up by the next process. */
  isStopped(): boolean
  /** Who holds the post now; undefined when the person does not hold it any more. */
  actorOf(person: string, post: string): Promise<Actor | undefined>
  /** Reads the uploaded sheet and keeps its rows. */
  read(kept: Import, actor: Actor, between: () => Promise<'go on' | 'stop'>): Promise<'ready' | 'cancelled' | Words>
}

/** A process that does not come back within this time has died; its work is taken up by another. */
const LEASE_MS = 30_000

/** Works on the oldest import that waits and that no living process works on; whether there was one. */
export async function workOnImport(work: ImportWork): Promise<boolean> {
  const { store } = work
  const me = newId(store.clock)
  const kept = await taken(store, me)
  if (!kept) return false
  const isMine = lease(store, kept.id, me)
  const between = async () => (!work.isStopped() && (await isMine()) ? ('go on' as const) : ('stop' as const))
  try {
    const end = await done(work, kept, between)
    await (end === 'cancelled' ? layDown(store, kept, me) : settle(store, kept, me, end))
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error // the lease ends by itself, and the work is taken up again
    await settle(store, kept, me, BROKEN)
    throw error
  }
  return true
}

async function done(
  work: ImportWork,
  kept: Import,
  between: () => Promise<'go on' | 'stop'>,
): Promise<'ready' | 'done' | 'cancelled' | Words> {
  const actor = await work.actorOf(kept.person, kept.post)
  if (!actor) return NOT_IN_POST
  if (kept.state === 'reading') return await work.read(kept, actor, between)
  return await applyRows(work.store, work.store.catalogue.need(kept.register), actor, kept, between)
}

const NOT_IN_POST: Words = {
  zh: '发起人已不在当时的岗位，未继续导入；请由现任岗位人员重新上传',
  en: 'who started it holds the post no more, so it was not carried on; the present holder uploads again',
}
const BROKEN: Words = {
  zh: '导入时出现意外，已停止；已导入的行保留，请重新上传其余的行',
  en: 'something unexpected stopped the import; what is in stays, upload the rest again',
}

async function taken(store: Store, me: string): Promise<Import | undefined> {
  const table = engineTable(store, 'import')
  const now = store.clock.now()
  const text = `update ${table} set lease_by = $1, lease_until = $3 where id = (
      select id from ${table} where state in ('reading', 'applying') and (lease_until is null or lease_until < $2) order by created_at limit 1 for update skip locked)
    returning ${COLUMNS}`
  const [found] = await ask(poolReader(store), text, [me, now, new Date(now.getTime() + LEASE_MS)])
  return found as unknown as Import | undefined // the columns of the statement are those of the type
}

/** A sixth of the lease: what is written is waited for on the disk, so it is not written between any two sets of rows. */
const WRITTEN_EVERY_MS = 5_000

/** Says whether the work is still one's own: nobody has asked to stop and no other process has taken over. Prolongs the lease now and then. */
function lease(store: Store, id: string, me: string): () => Promise<boolean> {
  const table = engineTable(store, 'import')
  const mine = 'id = $1 and lease_by = $2 and not cancel_asked'
  let prolongedAt = store.clock.now().getTime()
  return async () => {
    const now = store.clock.now().getTime()
    if (now - prolongedAt < WRITTEN_EVERY_MS)
      return (await ask(poolReader(store), `select id from ${table} where ${mine}`, [id, me])).length > 0
    prolongedAt = now
    const text = `update ${table} set lease_until = $3 where ${mine} returning id`
    return (await ask(poolReader(store), text, [id, me, new Date(now + LEASE_MS)])).length > 0
  }
}

/** What a process says of its work counts only while it is still its own. */
async function settle(store: Store, { id }: Import, me: string, end: 'ready' | 'done' | Words): Promise<void> {
  const [state, fault] = typeof end === 'string' ? [end, null] : ['failed', JSON.stringify(end)]
  const text = `update ${engineTable(store, 'import')} set state = case when cancel_asked and $3 = 'ready' then 'cancelled' else $3 end, fault = $4, lease_by = null, lease_until = null, changed_at = $5
    where id = $1 and lease_by = $2 returning state`
  const [left] = await ask(poolReader(store), text, [id, me, state, fault, store.clock.now()])
  await forgetUnneeded(store, id, left)
}

/** Rows that are ready are needed until the import is done or given up; by whom it was taken over, for longer. */
async function forgetUnneeded(store: Store, id: string, left: Row | undefined): Promise<void> {
  if (['done', 'failed', 'cancelled'].includes(String(left?.['state']))) await forgetReady(poolReader(store), store, id)
}

/** Stopped between two sets: for good when its person asked for it, else for the next process. */
async function layDown(store: Store, { id }: Import, me: string): Promise<void> {
  const text = `update ${engineTable(store, 'import')} set state = case when cancel_asked then 'cancelled' else state end, lease_by = null, lease_until = null, changed_at = $3
    where id = $1 and lease_by = $2 returning state`
  const [left] = await ask(poolReader(store), text, [id, me, store.clock.now()])
  await forgetUnneeded(store, id, left)
}
