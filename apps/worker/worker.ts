import type { Installation } from '#apps/api/installation.ts'
import { forgottenFiles } from '#engine/store/uploads.ts'
import { sweepSessions } from '#modules/directory/index.ts'

const HOUR_MS = 3_600_000
const FORGOTTEN_AFTER_MS = 30 * 24 * HOUR_MS

export interface Worker {
  stop(): Promise<void>
}

/** Timed work beside the API. Safe to run twice and in many processes. */
export function startWorker(installation: Installation): Worker {
  let running: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    running = running.then(() => nightly(installation)).catch((error: unknown) => console.error('worker', error))
  }, HOUR_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}

async function nightly(installation: Installation): Promise<void> {
  await removeForgottenFiles(installation)
  await sweepSessions(installation.database, installation.clock.now())
}

/** Uploads that nobody hung on an entry for thirty days. */
export async function removeForgottenFiles({ stores, files, clock }: Installation): Promise<void> {
  const before = new Date(clock.now().getTime() - FORGOTTEN_AFTER_MS)
  for (const store of stores.values()) for (const sha256 of await forgottenFiles(store, before)) await files.remove(sha256)
}
