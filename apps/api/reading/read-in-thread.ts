import { inThread } from '../in-thread.ts'
import type { ReadingOrder } from './reading-thread.ts'

/** Reads a text in a thread of its own. */
export async function readInThread(order: ReadingOrder, signal: AbortSignal): Promise<string | Uint8Array> {
  return await inThread(new URL('reading-thread.ts', import.meta.url), order, signal)
}
