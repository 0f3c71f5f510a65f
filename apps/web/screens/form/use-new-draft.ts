import { useQuery } from '@tanstack/react-query'
import { browserDrafts } from '../../api/browser-drafts.ts'
import { writtenNow } from '../../api/drafts-written.ts'
import { isTemporary } from '../../api/problem-error.ts'
import type { DraftPlace } from '../../values/draft.ts'
import { storedDraft } from './draft-on-server.ts'
import { ONCE } from './use-autosave.ts'

/** What was left of new entries on this computer, the draft that the address names as the server has it (a fresh one it has not), and which drafts other windows are writing. */
export function useNewDraft(place: DraftPlace, id: string, fresh: string) {
  return useQuery({
    ...ONCE,
    queryKey: ['drafts', place, id],
    queryFn: async () => {
      const [left, kept, elsewhere] = await Promise.all([
        browserDrafts.of(place),
        id === fresh ? undefined : storedDraft(id).catch(laterOn),
        writtenNow([]),
      ])
      return { left, kept: kept?.register === place.register ? kept : undefined, elsewhere }
    },
  })
}

/** Without a connection one goes on with what lies here; what the server has is held against it later. */
function laterOn(error: unknown): undefined {
  if (!isTemporary(error)) throw error
}
