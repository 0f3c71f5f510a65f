import { useEffect, useState } from 'react'
import type { EntryAnswer } from '#contract/entries.ts'
import { editEntry, getEntry } from '../../api/endpoints.ts'
import { useSession } from '../../api/session-gate.ts'
import { Autosave } from './autosave.ts'

interface FormOf {
  readonly register: string
  readonly answer: EntryAnswer | undefined
}

/** The form of one entry (or of a new one), kept for as long as the page is open. */
export function useAutosave({ register, answer }: FormOf): Autosave {
  const { jurisdiction, person } = useSession()
  const [form] = useState(() => {
    const id = answer?.entry.id ?? 'new'
    return new Autosave({
      place: { jurisdiction: jurisdiction.code, person: person.id, register, entry: id },
      storage: localStorage,
      answer,
      send: (changes, version) => editEntry({ register, id, version }, changes, 0),
      reload: () => getEntry(register, id),
      now: () => new Date().toISOString(),
    })
  })
  useEffect(() => {
    form.start()
    window.addEventListener('online', form.wake)
    window.addEventListener('pagehide', form.keep)
    return () => {
      window.removeEventListener('online', form.wake)
      window.removeEventListener('pagehide', form.keep)
      form.stop()
    }
  }, [form])
  return form
}
