import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** Some 30 times what the reading of a text of the greatest length takes (policy-text: under 20 × the text). */
const MOST_MEMORY_MB = 1024

/**
 * Does an order in a thread of its own, beside the server's other work: a million characters take seconds, in which nobody
 * else would be answered. `signal` ends the thread at once; the promise then fails with the signal's reason.
 */
export async function inThread(thread: URL, order: object, signal: AbortSignal): Promise<string | Uint8Array> {
  signal.throwIfAborted()
  const worker = new Worker(thread, { workerData: order, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } })
  try {
    const [made] = (await once(worker, 'message', { signal })) as [string | Uint8Array] // what the threads here post; 'error' throws
    return made
  } finally {
    await worker.terminate()
  }
}
