import type { Store } from '#engine/store/context.ts'
import { sendDue } from '#modules/delivery/index.ts'

/** How soon a message that is due leaves. */
const LOOK_MS = 3_000

/** Sends what is due, beside all other timed work: a mail server that does not answer holds up nothing else. Safe in many processes. */
export function startDeliveryWorker({ stores }: { readonly stores: ReadonlyMap<string, Store> }): { stop(): Promise<void> } {
  let stopped = false
  let running: Promise<void> | undefined
  const timer = setInterval(() => {
    running ??= sendAll(stores, () => stopped)
      .catch((error: unknown) => console.error('delivery', error))
      .finally(() => {
        running = undefined
      })
  }, LOOK_MS)
  timer.unref()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}

async function sendAll(stores: ReadonlyMap<string, Store>, isStopped: () => boolean): Promise<void> {
  for (const store of stores.values()) while (!isStopped() && (await sendDue(store)) > 0);
}
