import { type Refusal, refuse } from '#engine/define/refusal.ts'
import { mayRead } from '#engine/store/entries.ts'
import type { Asked } from '#engine/store/query.ts'
import { poolReader, readEntry } from '#engine/store/read.ts'
import { policyDocument } from '../registers/policy-document.register.ts'

/** The text of a document, for whoever may read it; refused when it came in a pack and has none yet. */
export async function documentText({ store, actor }: Asked, id: string): Promise<string | Refusal> {
  const row = await readEntry(poolReader(store), store, policyDocument, id)
  if (!row || !mayRead(policyDocument, row, actor))
    return refuse('not_found', 'entry.not-found', '没有这份文件，或您的岗位无权查看', 'no such document, or your post may not read it')
  const text = String(row['text'] ?? '')
  const title = String(row['title'])
  return text === ''
    ? refuse('state', 'plan.no-text', `《${title}》没有原文，请先补原文`, `“${title}” has no text; add the text first`)
    : text
}
