import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ReadingOrder } from './reading-thread.ts'

/** Some 30 times what the reading of a text of the greatest length takes (policy-text: under 20 × the text). */
const MOST_MEMORY_MB = 1024

/**
 * Reads a text beside the server's own work: a million characters take seconds, in which nobody else would be answered.
 * `signal` ends the thread at once; the promise then fails with the signal's reason.
 */
export async function readInThread(order: ReadingOrder, signal: AbortSignal): Promise<string | Uint8Array> {
  signal.throwIfAborted()
  const thread = new Worker(new URL('reading-thread.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  })
  try {
    const [made] = (await once(thread, 'message', { signal })) as [string | Uint8Array] // what reading-thread.ts posts; 'error' throws
    return made
  } finally {
    await thread.terminate()
  }
}
