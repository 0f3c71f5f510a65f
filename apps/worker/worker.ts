import type { Store } from '#engine/store/context.ts'
import { foldContributions } from '#engine/store/contributions.ts'
import { forgetOldDrafts } from '#engine/store/drafts.ts'
import { forgetAnswers, forgottenUploads, knowsFile } from '#engine/store/uploads.ts'
import { followEvents, followImports, remindOfDue } from '#modules/collaboration/index.ts'
import { queueNotices } from '#modules/delivery/index.ts'
import { sweepSessions } from '#modules/directory/index.ts'
import { askDueStatistics } from '#modules/programmes/index.ts'
import { openDueRound } from '#modules/reports/index.ts'
import { openDueReports } from '#modules/tasks/index.ts'
import type { Clock } from '#platform/clock/clock.ts'
import type { Database } from '#platform/db/database.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { startDeliveryWorker } from './delivery-worker.ts'
import { startImportWorker } from './import-worker.ts'

/** How soon somebody is told of what happened. */
const FOLLOW_MS = 5_000
/** The day's reminders are told once; this is how soon after midnight or a start. */
const REMIND_MS = 300_000
/** What was added to figures of late stays short enough to be summed at every look. */
const FOLD_MS = 60_000
const HOUR_MS = 3_600_000
const FORGOTTEN_AFTER_MS = 30 * 24 * HOUR_MS

/** What timed work needs of an installation. */
export interface WorkerParts {
  readonly database: Database
  readonly stores: ReadonlyMap<string, Store>
  readonly files: Pick<FileStore, 'remove'>
  readonly clock: Clock
}

/** The running worker of a process. */
export interface Worker {
  stop(): Promise<void>
}

/** Timed work beside the API. Safe to run twice and in many processes. */
export function startWorker(parts: WorkerParts): Worker {
  let running: Promise<void> = Promise.resolve()
  const every = (milliseconds: number, work: (own: WorkerParts) => Promise<void>) => {
    let waits = false // what takes longer than its interval is not queued behind itself
    return setInterval(() => {
      if (waits) return
      waits = true
      running = running
        .then(() => work(parts))
        .catch((error: unknown) => console.error('worker', error))
        .finally(() => {
          waits = false
        })
    }, milliseconds).unref()
  }
  const timers = [
    every(HOUR_MS, tidy),
    every(FOLLOW_MS, tell),
    every(REMIND_MS, openRounds),
    every(REMIND_MS, askForReports),
    every(REMIND_MS, askForStatistics),
    every(REMIND_MS, remind),
    every(FOLD_MS, fold),
  ]
  const imports = startImportWorker(parts)
  const mail = startDeliveryWorker(parts)
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await Promise.all([imports.stop(), mail.stop()])
      await running
    },
  }
}

/** One jurisdiction after the other; what fails in one is logged and keeps no other waiting. */
function eachStore(work: (store: Store) => Promise<unknown>): (parts: WorkerParts) => Promise<void> {
  return async ({ stores }) => {
    for (const [name, store] of stores) await work(store).catch((error: unknown) => console.error('worker', name, error))
  }
}

const tell = eachStore(async (store) => {
  await followEvents(store, queueNotices(store))
  await followImports(store, queueNotices(store))
})
/** Opens the rounds whose day has come, one in each jurisdiction. */
export const openRounds = eachStore(openDueRound)
const askForReports = eachStore(openDueReports)
const askForStatistics = eachStore(askDueStatistics)
const remind = eachStore((store) => remindOfDue(store, queueNotices(store)))
const fold = eachStore(foldContributions)

async function tidy(parts: WorkerParts): Promise<void> {
  for (const store of parts.stores.values()) {
    await forgetOldDrafts(store, parts.clock.now())
    await forgetAnswers(store, parts.clock.now())
  }
  await removeForgottenFiles(parts)
  await sweepSessions(parts.database, parts.clock.now())
}

/** Uploads that nobody hung on an entry for thirty days. Jurisdictions share the bytes: one that still knows them keeps them. */
export async function removeForgottenFiles({ stores, files, clock }: WorkerParts): Promise<void> {
  const before = new Date(clock.now().getTime() - FORGOTTEN_AFTER_MS)
  const all = [...stores.values()]
  for (const store of all) {
    for (const sha256 of await forgottenUploads(store, before)) {
      const known = await Promise.all(all.map((each) => knowsFile(each, sha256)))
      if (!known.includes(true)) await files.remove(sha256)
    }
  }
}
