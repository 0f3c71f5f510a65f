import type { Store } from '#engine/store/context.ts'
import { poolReader, readEntries } from '#engine/store/read.ts'
import { holdersOf, readable } from '#modules/collaboration/index.ts'

/** The title of an entry that its 公开属性 opens to the public and that the person may read in one of their posts; of any other none. */
export async function openTitle(store: Store, person: string, register: string, entry: string): Promise<string | undefined> {
  const definition = store.catalogue.get(register)
  if (!definition?.fields['disclosure']) return undefined
  const [row] = await readEntries(poolReader(store), store, definition, [entry])
  if (row?.['disclosure'] !== 'open') return undefined
  for (const actor of (await holdersOf(store)).filter((holder) => holder.person === person)) {
    const line = (await readable({ store, actor }, [{ register, entry }])).get(entry)
    if (line) return line.title
  }
  return undefined
}
