import { createHash } from 'node:crypto'
import type { Refusal } from '#engine/define/refusal.ts'
import { readCursor, writeCursor } from '#engine/store/cursor.ts'
import type { Asked } from '#engine/store/query.ts'
import { staleCursor } from './work-list.ts'

/** A page of a list that ends in an instant and an id. */
export interface PageMark {
  readonly at: string
  readonly id: string
}

/** Where a page begins, and the marker of the next one; each belongs to one person, post and question. */
export function pageOf({ store, actor }: Asked, name: string, input: { readonly cursor?: string | undefined; readonly limit: number }) {
  const { cursor, limit, ...question } = input
  const print = createHash('sha256')
    .update(JSON.stringify([name, actor.person, actor.post, question]))
    .digest('base64url')
    .slice(0, 12)
  const after = cursor === undefined ? undefined : readCursor<readonly [string, string]>(store, cursor, print)
  return {
    refusal: after === null ? (staleCursor() satisfies Refusal) : undefined,
    after: after ? { at: after[0], id: after[1] } : undefined,
    next: (marks: readonly PageMark[]) => {
      const last = marks.length === limit ? marks.at(-1) : undefined
      return last ? { cursor: writeCursor(store, [last.at, last.id], print) } : {}
    },
  }
}
