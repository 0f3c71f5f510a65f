import { type Draft, type DraftPlace, type DraftStore, draftPrefix } from '../values/draft.ts'
import { type Sealed, seal, unseal } from './sealing.ts'
import { currentSession } from './session-gate.ts'

const DATABASE = 'lantu-drafts'
const STORE = 'drafts'

/**
 * What the server has not got yet, in IndexedDB: a browser that is killed has what was kept a moment before, while Chromium writes
 * localStorage to the disk only after seconds. A draft's name begins with the jurisdiction and the person, and where the browser has
 * cryptography (https, localhost) only that person's session opens it, so nobody else at this computer reads it.
 */
export const browserDrafts: DraftStore = {
  of: async (place) => (await opened(rangeOf(draftPrefix(place)))).map(({ draft }) => draft),
  keep: async (place, draft) => {
    if (currentSession() === undefined) return false // signed out meanwhile: it would lie there open
    const name = draftPrefix(place) + draft.id
    const sealed = await seal(draft, name)
    return await asked('readwrite', (drafts) => drafts.put(sealed ?? draft, name)).then(
      () => true,
      () => false,
    )
  },
  drop: async (place, ids) => {
    for (const id of ids) await asked('readwrite', (drafts) => drafts.delete(draftPrefix(place) + id)).catch(() => undefined)
  },
}

/** A draft of this computer, and of what. */
export interface LeftDraft {
  readonly place: DraftPlace
  readonly draft: Draft
}

/** Everything that a person left on this computer. */
export async function allLeft({ jurisdiction, person }: Pick<DraftPlace, 'jurisdiction' | 'person'>): Promise<readonly LeftDraft[]> {
  const found = await opened(rangeOf(`${jurisdiction}:${person}:`))
  return found.map(({ name, draft }) => {
    const [, , register = '', entry = ''] = name.split(':')
    return { place: { jurisdiction, person, register, entry }, draft }
  })
}

function rangeOf(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix}\uFFFF`)
}

/** The drafts whose names lie in a range; those of releases before 0.6.0 were not sealed. */
async function opened(range: IDBKeyRange): Promise<readonly { readonly name: string; readonly draft: Draft }[]> {
  const [names, kept]: [IDBValidKey[], unknown[]] = await Promise.all([
    asked('readonly', (drafts) => drafts.getAllKeys(range)),
    asked('readonly', (drafts) => drafts.getAll(range)),
  ]).catch(() => [[], []])
  const drafts = await Promise.all(
    names.map(String).map(async (name, at) => ({ name, draft: isSealed(kept[at]) ? await unseal(kept[at], name) : kept[at] })),
  )
  return drafts.flatMap(({ name, draft }) => (isDraft(draft) ? [{ name, draft }] : []))
}

let opening: Promise<IDBDatabase> | undefined

function database(): Promise<IDBDatabase> {
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
  const own = await database()
  return await new Promise((resolve, reject) => {
    const transaction = own.transaction(STORE, mode)
    const request = ask(transaction.objectStore(STORE))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error ?? new Error('the draft could not be kept'))
  })
}

function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && 'nonce' in value && 'data' in value
}

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && 'id' in value && 'changes' in value && 'base' in value
}
