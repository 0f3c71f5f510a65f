import { asProblem, type ProblemError, problemOf, unreachable } from '../api/problem-error.ts'
import { API } from '../api/request.ts'
import { keepFile } from '../values/keep-file.ts'
import { makeStore, useStore } from './store.ts'

/** A file that is being made and fetched, or that could not be. */
export interface Download {
  readonly id: number
  readonly name: string
  readonly bytes: number
  /** Came to nothing, and why; `broken` when it broke off on the way. */
  readonly problem?: ProblemError | 'broken'
  readonly cancel: () => void
}

const store = makeStore<readonly Download[]>([])
const change = (id: number, changes: Partial<Download>) =>
  store.set(store.get().map((one) => (one.id === id ? { ...one, ...changes } : one)))
let count = 0

/** Follows what is being fetched, whatever page one is on. */
export const useDownloads = () => useStore(store)

/** No longer shows it. */
export function forgetDownload(id: number): void {
  store.set(store.get().filter((one) => one.id !== id))
}

/** Fetches a file that takes a while to make, and keeps it under the name only when it is whole: what breaks off leaves no half of one. */
export async function startDownload(path: string, name: string): Promise<void> {
  const id = ++count
  const stop = new AbortController()
  const cancel = () => {
    stop.abort()
    forgetDownload(id)
  }
  store.set([...store.get(), { id, name, bytes: 0, cancel }])
  try {
    const response = await fetch(API + path, { credentials: 'same-origin', signal: stop.signal }).catch(() => {
      throw unreachable()
    })
    if (!response.ok) throw await problemOf(response)
    const whole = await counted(response, (bytes) => change(id, { bytes })).catch(() => undefined)
    if (whole === undefined) return change(id, { problem: 'broken' })
    forgetDownload(id)
    keepFile(name, whole)
  } catch (error) {
    change(id, { problem: asProblem(error) })
  }
}

const A_LOOK_MS = 250

/** The browser puts a large body on its disk; what went by is told a few times a second. */
async function counted(response: Response, onBytes: (bytes: number) => void): Promise<Blob> {
  let bytes = 0
  let told = performance.now()
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.length
      controller.enqueue(chunk)
      if (performance.now() - told < A_LOOK_MS) return
      told = performance.now()
      onBytes(bytes)
    },
  })
  const type = response.headers.get('Content-Type') ?? ''
  return new Response(response.body?.pipeThrough(counter) ?? null, { headers: { 'Content-Type': type } }).blob()
}
