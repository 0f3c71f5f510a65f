import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { EntryAnswer } from '#contract/entries.ts'
import { browserDrafts } from '../../api/browser-drafts.ts'
import { getDrafts } from '../../api/drafts.ts'
import { writesDraft, writtenNow } from '../../api/drafts-written.ts'
import { editEntry, getEntry } from '../../api/endpoints.ts'
import { randomId } from '../../api/random-id.ts'
import { useSession } from '../../api/session-gate.ts'
import { beforeLeaving } from '../../frame/before-leaving.ts'
import type { Draft, DraftPlace } from '../../values/draft.ts'
import { Autosave } from './autosave.ts'
import { asideOf, forgetDraft, type ServerDraft, sendToDraft, storedDraft } from './draft-on-server.ts'
import { type AutosaveParts, keptEntry, NOTHING } from './form-state.ts'

/** Where this person's drafts of an entry lie. */
export function useDraftPlace(register: string, entry: string): DraftPlace {
  const { jurisdiction, person } = useSession()
  return { jurisdiction: jurisdiction.code, person: person.id, register, entry }
}

/** What the person typed and left: read once before each form opens. */
export const ONCE = { gcTime: 0, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, refetchOnReconnect: false }

/** Changes of an entry that it did not take, of this computer and of others; not those that another window is writing. */
export function useLeftChanges(place: DraftPlace) {
  return useQuery({
    ...ONCE,
    queryKey: ['drafts', place],
    queryFn: async (): Promise<LeftChanges> => {
      const [here, answer] = await Promise.all([browserDrafts.of(place), getDrafts({ entry: place.entry }).catch(() => undefined)])
      const there = answer?.drafts ?? []
      const asDrafts = there.map(({ draft, values, base, at }) => ({ id: draft, changes: values, base, at }))
      const all = [...here, ...asDrafts.filter(({ id }) => !here.some((one) => one.id === id))]
      const written = await writtenNow(all.map(({ id }) => id))
      const left = all.filter(({ id }) => !written.has(id))
      return { left, onServer: there.map(({ draft }) => draft).filter((id) => !written.has(id)) }
    },
  })
}

/** What was left of an entry, and which of it the server keeps. */
export interface LeftChanges {
  readonly left: readonly Draft[]
  readonly onServer: readonly string[]
}

/** The form of an entry, for as long as the page is open. */
export function useEntryForm(place: DraftPlace, answer: EntryAnswer, { left, onServer }: LeftChanges): Autosave {
  const { register, entry } = place
  return useForm(() => {
    const id = randomId()
    return {
      place,
      id,
      left,
      kept: keptEntry(answer),
      send: async (changes, { version }) => keptEntry(await editEntry({ register, id: entry, version }, changes, 0)),
      reload: async () => keptEntry(await getEntry(register, entry)),
      aside: asideOf(place, id, onServer),
    }
  })
}

/** The form of an entry that is still to be made: it writes the draft with this id. */
export function useDraftForm(place: DraftPlace, id: string, left: readonly Draft[], draft: ServerDraft | undefined): Autosave {
  return useForm(() => ({
    place,
    id,
    left,
    kept: draft?.kept ?? NOTHING,
    keptAt: draft?.at,
    send: (changes, kept) => sendToDraft(place, id, { ...kept.values, ...changes }, kept.version),
    reload: async () => (await storedDraft(id))?.kept ?? NOTHING,
    forget: () => forgetDraft(id),
  }))
}

function useForm(make: () => Omit<AutosaveParts, 'drafts' | 'now'>): Autosave {
  const [form] = useState(() => new Autosave({ ...make(), drafts: browserDrafts, now: () => new Date().toISOString() }))
  useEffect(() => writesDraft(form.id), [form])
  useEffect(() => {
    const keep = () => void form.keep()
    form.start()
    window.addEventListener('online', form.wake)
    window.addEventListener('pagehide', keep)
    const stay = beforeLeaving(form.leave)
    return () => {
      window.removeEventListener('online', form.wake)
      window.removeEventListener('pagehide', keep)
      stay()
      form.stop()
    }
  }, [form])
  useLeavingAsks(form)
  return form
}

/** Leaving asks only where something would really go: typed, not saved, and this computer keeps nothing. */
function useLeavingAsks(form: Autosave) {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (form.store.get().save.is === 'unkept' && form.hasChanges()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [form])
}
