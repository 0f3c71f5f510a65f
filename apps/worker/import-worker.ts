import type { Store } from '#engine/store/context.ts'
import { onImport } from '#engine/store/import-acts.ts'
import { readImport } from '#engine/store/import-file.ts'
import { workOnImport } from '#engine/store/import-work.ts'
import { holderOf } from '#modules/directory/index.ts'
import type { Database } from '#platform/db/database.ts'

/** How soon work of a process that died, or that another process took in, is found. */
const LOOK_MS = 3_000

/** Works on imports one after the other, those of this process at once. Safe in many processes: each import has a lease. */
export function startImportWorker({ database, stores }: { readonly database: Database; readonly stores: ReadonlyMap<string, Store> }): {
  stop(): Promise<void>
} {
  let [stopped, again] = [false, false]
  let running: Promise<void> | undefined
  const work = () => {
    again = true
    running ??= (async () => {
      while (again && !stopped) {
        again = false
        for (const store of stores.values()) if (await workOn(store, () => stopped)) again = true
      }
    })()
      .catch((error: unknown) => console.error('import', error))
      .finally(() => {
        running = undefined
      })
  }
  const timer = setInterval(work, LOOK_MS)
  timer.unref()
  const silence = onImport(database, work)
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      silence()
      await running
    },
  }
}

/** Works on what waits in one jurisdiction. */
async function workOn(store: Store, isStopped: () => boolean): Promise<boolean> {
  return await workOnImport({
    store,
    isStopped,
    actorOf: (person, post) => holderOf(store, person, post),
    read: (kept, actor, between) => readImport(store, kept, actor, between),
  })
}
