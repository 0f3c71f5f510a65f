import { isRefusal, type Refusal } from '#engine/define/refusal.ts'
import { findHeads, type Heads, type HeadWanted, ROWS_LOOKED_AT } from './heads.ts'
import type { SheetRow } from './typed.ts'

/** A sheet whose first rows were read to find its heads. */
export interface SheetStart {
  /** With the number that the row of the heads has in the sheet. */
  readonly heads: Heads
  readonly head: SheetRow
  /** The rows below the heads, those that were read and those still to come. */
  readonly body: AsyncIterable<SheetRow>
}

/** Finds the heads among the first rows of a sheet; `empty` for one without any row, a refusal where no row holds them. */
export async function sheetStart(rows: AsyncIterable<SheetRow>, wanted: readonly HeadWanted[]): Promise<SheetStart | Refusal | 'empty'> {
  const iterator = rows[Symbol.asyncIterator]()
  const first: SheetRow[] = []
  while (first.length < ROWS_LOOKED_AT) {
    const { value, done } = await iterator.next()
    if (done) break
    first.push(value)
  }
  if (first.length === 0) return 'empty'
  const heads = findHeads(
    first.map(({ cells }) => cells),
    wanted,
  )
  if (isRefusal(heads)) return heads
  const head = first[heads.row - 1]!
  return { heads: { ...heads, row: head.row }, head, body: joined(first.slice(heads.row), { [Symbol.asyncIterator]: () => iterator }) }
}

async function* joined(first: readonly SheetRow[], rest: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
  yield* first
  yield* rest
}
