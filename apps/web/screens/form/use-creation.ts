import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { EntryAnswer } from '#contract/entries.ts'
import { browserDrafts } from '../../api/browser-drafts.ts'
import { createEntry } from '../../api/endpoints.ts'
import { isTemporary } from '../../api/problem-error.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { randomId } from '../../api/random-id.ts'
import { delayBefore } from '../../api/retry.ts'
import type { Values } from '../../api/types.ts'
import { entryAddress } from '../../frame/entry-address.ts'
import { changesOf, type DraftPlace } from '../../values/draft.ts'
import type { Autosave } from './autosave.ts'

/** What was asked for and is not answered yet: a try whose answer was lost must be repeated as it was, or it makes a second entry. */
interface Sent {
  readonly values: Values
  readonly key: string
}

/**
 * The first save makes the entry and ends its draft. Without a connection it is tried again by itself;
 * what was typed meanwhile becomes a change of the entry.
 */
export function useCreation(place: DraftPlace, form: Autosave, draft: string) {
  const made = useMade(place, form)
  const sent = useRef<Sent>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const attempt = useRef(0)
  const [busy, setBusy] = useState(false)

  const create = async () => {
    clearTimeout(timer.current)
    setBusy(true)
    await form.pause()
    sent.current ??= { values: changesOf(form.store.get().values, {}), key: randomId() }
    const { values, key } = sent.current
    try {
      const answer = await createEntry(place.register, { values, draft }, key)
      await made(answer, values)
    } catch (error) {
      if (isTemporary(error)) {
        form.offline()
        timer.current = setTimeout(() => void create(), delayBefore(attempt.current++))
        return
      }
      sent.current = undefined
      form.refuse(error)
      form.resume()
      window.scrollTo({ top: 0 })
    } finally {
      setBusy(false)
    }
  }

  useEffect(() => {
    const wake = () => sent.current && void create()
    window.addEventListener('online', wake)
    return () => {
      window.removeEventListener('online', wake)
      clearTimeout(timer.current)
    }
    // oxlint-disable-next-line react/exhaustive-deps -- `create` is new at every drawing and reads only what stays
  }, [])
  return { create, busy }
}

/** Leads to the entry; what was typed while it was being made goes on in its form. */
function useMade(place: DraftPlace, form: Autosave) {
  const navigate = useNavigate()
  return async ({ entry }: EntryAnswer, values: Values) => {
    const since = changesOf(form.store.get().values, values)
    form.settle()
    await refreshAfterWrite()
    if (Object.keys(since).length === 0) return await navigate(entryAddress(place.register, entry.id))
    const base = Object.fromEntries(Object.keys(since).map((name) => [name, entry.values[name]]))
    await browserDrafts.keep({ ...place, entry: entry.id }, { id: randomId(), changes: since, base, at: new Date().toISOString() })
    await navigate({ to: '/registers/$register/$id/edit', params: { register: place.register, id: entry.id } })
  }
}
