import { type Draft, type DraftPlace, type DraftStore, draftPrefix } from '../../values/draft.ts'

const DATABASE = 'lantu-drafts'
const STORE = 'drafts'

/**
 * Drafts in IndexedDB: a browser that is killed has what was kept a moment before, while Chromium writes localStorage to the
 * disk only after seconds. A draft's name begins with the jurisdiction and the person, so nobody else is shown it.
 */
export const browserDrafts: DraftStore = {
  of: async (place) => {
    const found: unknown[] = await asked('readonly', (drafts) => drafts.getAll(rangeOf(place))).catch(() => [])
    return found.filter(isDraft)
  },
  keep: (place, draft) =>
    asked('readwrite', (drafts) => drafts.put(draft, nameOf(place, draft.id))).then(
      () => true,
      () => false,
    ),
  drop: async (place, ids) => {
    for (const id of ids) await asked('readwrite', (drafts) => drafts.delete(nameOf(place, id))).catch(() => undefined)
  },
}

const nameOf = (place: DraftPlace, id: string) => draftPrefix(place) + id

function rangeOf(place: DraftPlace): IDBKeyRange {
  const prefix = draftPrefix(place)
  return IDBKeyRange.bound(prefix, `${prefix}\uFFFF`)
}

let opening: Promise<IDBDatabase> | undefined

function opened(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no IndexedDB'))
  })
  opening.catch(() => {
    opening = undefined
  })
  return opening
}

/** One request in a transaction of its own; resolves when it is on its way to the disk. */
async function asked<Answer>(mode: IDBTransactionMode, ask: (drafts: IDBObjectStore) => IDBRequest<Answer>): Promise<Answer> {
  const database = await opened()
  return await new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode)
    const request = ask(transaction.objectStore(STORE))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error ?? new Error('the draft could not be kept'))
  })
}

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && 'id' in value && 'changes' in value && 'base' in value
}
