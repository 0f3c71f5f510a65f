const here = new Set<string>()
const LOCK = 'lantu-draft:'
/** A page that is being reloaded lets go of its locks a moment after the next one has begun. */
const LETTING_GO = 300

/**
 * Tells every window of this browser that a form is writing the draft; answers how to end that. A lock of the browser's holds it, so that a
 * window that crashed or was killed writes nothing any more; where the browser has none (plain HTTP) only this window knows.
 */
export function writesDraft(id: string): () => void {
  here.add(id)
  let letGo = () => {}
  const written = new Promise<void>((resolve) => {
    letGo = resolve
  })
  void locks()?.request(LOCK + id, { mode: 'shared' }, () => written)
  return () => {
    here.delete(id)
    letGo()
  }
}

/** Those of the drafts that some window is writing now: what they hold is nobody else's to go on with. */
export async function writtenNow(ids: readonly string[]): Promise<ReadonlySet<string>> {
  const first = await held()
  if (!ids.some((id) => first.has(id) && !here.has(id))) return first
  await new Promise((resolve) => setTimeout(resolve, LETTING_GO))
  return await held()
}

async function held(): Promise<ReadonlySet<string>> {
  const { held: all = [] } = (await locks()?.query()) ?? {}
  const names = all.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : []))
  return new Set([...here, ...names])
}

const locks = (): LockManager | undefined => (navigator as Partial<Navigator>).locks // absent on plain HTTP, whatever its type says
