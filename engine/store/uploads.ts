import type { Actor } from '#engine/define/actor.ts'
import type { Register } from '#engine/define/register.ts'
import type { FileValue } from '#engine/kinds/files.ts'
import { engineTable, type Store, statementName } from './context.ts'
import { ask, poolReader } from './read.ts'

/** Notes who uploaded a file; only they may hang it on an entry, and nobody may fetch it before that. */
export async function recordUpload(store: Store, actor: Actor, { sha256, name, size, type }: FileValue): Promise<void> {
  const text = `insert into ${engineTable(store, 'file')} (sha256, name, size, type, uploaded_by, uploaded_at) values ($1, $2, $3, $4, $5, $6)
    on conflict (sha256, uploaded_by) do update set name = excluded.name, type = excluded.type, uploaded_at = excluded.uploaded_at`
  await store.database.query(text, [sha256, name, size, type, actor.person, store.clock.now()], statementName(text))
}

/** The file as an entry names it; undefined when the entry does not, whatever hash somebody knows. */
export async function fileOfEntry(
  store: Store,
  register: Register,
  entry: string,
  sha256: string,
): Promise<{ readonly type: string; readonly name: string } | undefined> {
  const text = `select file.name, file.type from ${engineTable(store, 'file_use')} own join ${engineTable(store, 'file')} file using (sha256)
    where own.sha256 = $1 and own.entry = $2 and own.register = $3 order by file.uploaded_at desc limit 1`
  const [found] = await ask(poolReader(store), text, [sha256, entry, register.name])
  return found && { name: String(found['name']), type: String(found['type']) }
}

/** Takes uploads that nobody named within the time given off the books; their bytes may still be somebody else's. */
export async function forgottenUploads(store: Store, before: Date): Promise<readonly string[]> {
  const text = `delete from ${engineTable(store, 'file')} file where uploaded_at < $1 and bound_at is null
    and not exists (select from ${engineTable(store, 'file_use')} own where own.sha256 = file.sha256) returning sha256`
  return (await ask(poolReader(store), text, [before])).map(({ sha256 }) => String(sha256))
}

/** Whether the bytes of a file are on this jurisdiction's books: uploaded by somebody or named by an entry. */
export async function knowsFile(store: Store, sha256: string): Promise<boolean> {
  const text = `select exists (select from ${engineTable(store, 'file')} where sha256 = $1) or exists (select from ${engineTable(store, 'file_use')} where sha256 = $1) as known`
  const [row] = await ask(poolReader(store), text, [sha256])
  return row?.['known'] === true
}

const ANSWERS_KEPT_DAYS = 7

/** Stored answers of old requests: nobody repeats a request after a week. */
export async function forgetAnswers(store: Store, now: Date): Promise<void> {
  const before = new Date(now.getTime() - ANSWERS_KEPT_DAYS * 86_400_000)
  await ask(poolReader(store), `delete from ${engineTable(store, 'idempotency')} where at < $1`, [before])
}
