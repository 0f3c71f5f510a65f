import { discardDrafts, getDrafts, keepDraft } from '../../api/drafts.ts'
import { queryClient } from '../../api/query-client.ts'
import type { Values } from '../../api/types.ts'
import type { DraftPlace } from '../../values/draft.ts'
import type { Aside, Kept } from './form-state.ts'

/** The draft of a new entry as the server has it. */
export interface ServerDraft {
  readonly register: string
  readonly kept: Kept
  readonly at: string
}

/** The person's draft with this id; undefined when there is none. */
export async function storedDraft(id: string): Promise<ServerDraft | undefined> {
  const [found] = (await getDrafts({ draft: id })).drafts
  return found && { register: found.register, kept: asKept(found.values, found.version), at: found.at }
}

/** Writes the draft of a new entry over the version that was seen. */
export async function sendToDraft({ register }: DraftPlace, draft: string, values: Values, version: number): Promise<Kept> {
  const answer = await keepDraft({ draft, register, version, values })
  if (version === 0) await queryClient.invalidateQueries({ queryKey: ['draft-list'] })
  return asKept(values, answer.version)
}

/** Throws a draft away. */
export async function forgetDraft(draft: string): Promise<void> {
  await discardDrafts([draft])
  await queryClient.invalidateQueries({ queryKey: ['draft-list'] })
}

/** Changes that an entry does not take lie in a draft with the id of the form; with it go those that the form went on with. */
export function asideOf({ register, entry }: DraftPlace, id: string, left: readonly string[]): Aside {
  let [version, standing] = [0, left]
  return {
    keep: async (values, base) => {
      const kept = await keepDraft({ draft: id, register, entry, version, values, base }).catch(() => undefined) // it lies on this computer
      if (kept === undefined) return
      version = kept.version
      standing = [...new Set([...standing, id])]
    },
    drop: async () => {
      if (standing.length === 0) return
      const gone = standing
      ;[version, standing] = [0, []]
      await discardDrafts(gone).catch(() => undefined) // thrown away when the entry is opened the next time: it has it all
    },
  }
}

const asKept = (values: Values, version: number): Kept => ({ values, version, titles: {}, warnings: [] })
