import { refuse } from '#engine/define/refusal.ts'
import type { Call } from './call.ts'
import { engineTable } from './context.ts'
import { ask, clientReader } from './read.ts'
import { Refused } from './refused.ts'
import { newFilesOf } from './save.ts'

/** Files named by new values must have been uploaded by this person or already hang on the entry: a hash alone gives no access. */
export async function refuseForeignFiles({ touched, facts: { client, store, actor } }: Call): Promise<void> {
  const wanted = touched.flatMap(newFilesOf)
  if (wanted.length === 0) return
  const own = await ask(
    clientReader(client),
    `select sha256 from ${engineTable(store, 'file')} where sha256 = any($1) and uploaded_by = $2`,
    [wanted, actor.person],
  )
  const found = new Set(own.map(({ sha256 }) => sha256))
  if (wanted.some((sha256) => !found.has(sha256)))
    throw new Refused(
      refuse('invalid', 'file.unknown', '有文件未上传成功，请重新上传后再保存', 'a file has not arrived; upload it again and save'),
    )
}
