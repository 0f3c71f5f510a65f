import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { EntryAnswer } from '#contract/entries.ts'
import { editEntry, getEntry } from '../../api/endpoints.ts'
import { randomId } from '../../api/random-id.ts'
import { useSession } from '../../api/session-gate.ts'
import type { Draft, DraftPlace } from '../../values/draft.ts'
import { Autosave } from './autosave.ts'
import { browserDrafts } from './draft-store.ts'

/** For an entry that is still to be made. */
export const NEW = 'new'

/** Where this person's drafts of an entry lie on this computer. */
export function useDraftPlace(register: string, entry: string): DraftPlace {
  const { jurisdiction, person } = useSession()
  return { jurisdiction: jurisdiction.code, person: person.id, register, entry }
}

/** What the person left of an entry on this computer; read before each form opens, `form` tells them apart. */
export function useDrafts(place: DraftPlace, form = '') {
  return useQuery({
    queryKey: ['drafts', place, form],
    queryFn: () => browserDrafts.of(place),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

interface FormOf {
  readonly place: DraftPlace
  readonly answer: EntryAnswer | undefined
  readonly left: readonly Draft[]
  /** Of the draft that this form writes. */
  readonly id?: string
}

/** The form of one entry (or of a new one), kept for as long as the page is open. */
export function useAutosave({ place, answer, left, id }: FormOf): Autosave {
  const { register, entry } = place
  const [form] = useState(
    () =>
      new Autosave({
        place,
        drafts: browserDrafts,
        id: id ?? randomId(),
        left,
        answer,
        send: (changes, version) => editEntry({ register, id: entry, version }, changes, 0),
        reload: () => getEntry(register, entry),
        now: () => new Date().toISOString(),
      }),
  )
  useEffect(() => {
    const keep = () => void form.keep()
    form.start()
    window.addEventListener('online', form.wake)
    window.addEventListener('pagehide', keep)
    return () => {
      window.removeEventListener('online', form.wake)
      window.removeEventListener('pagehide', keep)
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
