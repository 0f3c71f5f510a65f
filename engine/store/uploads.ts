import type { Actor } from '#engine/define/actor.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import type { FileValue } from '#engine/kinds/files.ts'
import { senderAnswers } from '#platform/secrecy/file-marks.ts'
import type { NotLookedInto } from '#platform/secrecy/look-inside.ts'
import { engineTable, type Store, statementName } from './context.ts'
import { ask, poolReader } from './read.ts'

/**
 * Notes who uploaded a file, and why it could not be looked through for secrecy marks, which its sender was told and answers for.
 * Only they may hang it on an entry, and nobody may fetch it before that.
 */
export async function recordUpload(
  store: Store,
  actor: Actor,
  file: FileValue,
  notLookedInto: readonly NotLookedInto[] = [],
): Promise<void> {
  const { sha256, name, size, type } = file
  const text = `insert into ${engineTable(store, 'file')} (sha256, name, size, type, uploaded_by, uploaded_at, not_looked_into) values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (sha256, uploaded_by) do update set name = excluded.name, type = excluded.type, uploaded_at = excluded.uploaded_at,
      not_looked_into = excluded.not_looked_into`
  const reasons = notLookedInto.length === 0 ? null : notLookedInto
  await store.database.query(text, [sha256, name, size, type, actor.person, store.clock.now(), reasons], statementName(text))
}

/** A file of an entry that its sender answers for. */
export interface AnsweredFile {
  readonly sha256: string
  readonly person: string
  readonly words: Words
}

/** The files that an entry names or named and that could not be looked through for secrecy marks, with what their sender was told. */
export async function answeredFiles(store: Store, entry: string): Promise<readonly AnsweredFile[]> {
  const text = `select file.sha256, file.name, file.uploaded_by as person, file.not_looked_into as reasons
    from ${engineTable(store, 'file_use')} own join ${engineTable(store, 'file')} file using (sha256)
    where own.entry = $1 and file.not_looked_into is not null order by file.uploaded_at, file.sha256`
  const rows = await ask(poolReader(store), text, [entry])
  return rows.map(({ sha256, name, person, reasons }) => ({
    sha256: String(sha256),
    person: String(person),
    words: senderAnswers(String(name), reasons as readonly NotLookedInto[]), // as recordUpload wrote it
  }))
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

/** Takes uploads that nobody named within the time given off the books, and no draft of their sender names; their bytes may still be somebody else's. */
export async function forgottenUploads(store: Store, before: Date): Promise<readonly string[]> {
  const text = `delete from ${engineTable(store, 'file')} file where uploaded_at < $1 and bound_at is null
    and not exists (select from ${engineTable(store, 'file_use')} own where own.sha256 = file.sha256)
    and not exists (select from ${engineTable(store, 'draft')} draft where draft.person = file.uploaded_by and file.sha256 = any(draft.files)) returning sha256`
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
