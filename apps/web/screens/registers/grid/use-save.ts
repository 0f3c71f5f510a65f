import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { EntryPage, RegisterDescription } from '#contract/entries.ts'
import { getEntry } from '../../../api/endpoints.ts'
import { editEntries, type RowChange } from '../../../api/grid.ts'
import { ProblemError } from '../../../api/problem-error.ts'
import { refreshAfterWrite } from '../../../api/query-client.ts'
import type { Values } from '../../../api/types.ts'
import { useSay } from '../../../texts/use-say.ts'
import type { Words } from '../../../texts/words.ts'
import { same } from '../../../values/draft.ts'
import { type ChangedCell, type Changes, isWaiting, readKey, replaced } from './grid-state.ts'
import type { UsedSheet } from './use-sheet.ts'

interface Fault {
  readonly path: string
  readonly message: Words
}

/** What came of saving: how many entries were, and how many were not. */
interface Saved {
  readonly ids: readonly string[]
  readonly faults: readonly Fault[]
  /** Entries that somebody else has changed, as they are now. */
  readonly now: ReadonlyMap<string, Values>
}

/** Saves the changed cells; what stands against it is put at its cell, and what somebody else changed meanwhile beside one's own. */
export function useSave({ name }: RegisterDescription, { entries }: EntryPage, { sheet, setSheet }: UsedSheet) {
  const say = useSay()
  const [rowFaults, setRowFaults] = useState<ReadonlyMap<string, string>>(new Map())
  const saving = useMutation({
    mutationFn: async (mode: 'all' | 'good'): Promise<Saved> => {
      const tried = await tryToSave(name, rowsOf(sheet.changes, entries), mode)
      const stale = tried.faults.filter(({ path }) => !path.includes('.')).map(({ path }) => path)
      const fresh = await Promise.all(stale.map((id) => getEntry(name, id)))
      return { ...tried, now: new Map(fresh.map(({ entry }) => [entry.id, entry.values])) }
    },
    onSuccess: async ({ ids, faults, now }) => {
      const cells = [...sheet.changes].map(([key, cell]) => [key, afterSaving(key, cell)] as const)
      setRowFaults(new Map(faults.filter(({ path }) => !path.includes('.')).map(({ path, message }) => [path, say(message)])))
      await refreshAfterWrite()
      setSheet((before) => ({ ...replaced(before, cells), before: [], after: [] }))

      function afterSaving(key: string, cell: ChangedCell): ChangedCell | undefined {
        const { id, field } = readKey(key)
        if (ids.includes(id)) return undefined
        const fault = faults.find(({ path }) => path === `${id}.${field}`)
        if (fault) return { ...cell, fault: say(fault.message) }
        const theirs = now.get(id)?.[field]
        const base = entries.find((entry) => entry.id === id)?.values[field]
        if (!now.has(id) || same(theirs, base)) return cell
        return same(theirs, cell.value) ? undefined : { ...cell, theirs: { value: theirs } }
      }
    },
  })
  return { saving, rowFaults, forget: () => setRowFaults(new Map()) }
}

async function tryToSave(register: string, rows: readonly RowChange[], mode: 'all' | 'good'): Promise<Omit<Saved, 'now'>> {
  try {
    const { entries, faults } = await editEntries(register, rows, mode)
    return { ids: entries.map(({ id }) => id), faults }
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'entry.edits-refused') return { ids: [], faults: error.faults }
    throw error
  }
}

/** The changes by entry; an entry with a cell that is not understood waits. */
function rowsOf(changes: Changes, entries: EntryPage['entries']): readonly RowChange[] {
  return entries.flatMap(({ id, version }) => {
    const own = [...changes].filter(([key]) => readKey(key).id === id)
    if (own.length === 0 || own.some(([, { text }]) => text !== undefined)) return []
    return [{ id, version, values: Object.fromEntries(own.map(([key, { value }]) => [readKey(key).field, value])) }]
  })
}

/** The cell with one's own value kept against somebody else's, or with theirs. */
export function settledClash(key: string, cell: ChangedCell, side: 'mine' | 'theirs'): readonly [string, ChangedCell | undefined] {
  return [key, side === 'mine' ? { value: cell.value } : undefined]
}

/** How many cells and entries were changed, and how many of the cells have a fault or are still being read. */
export function countsOf(changes: Changes) {
  const rows = new Set([...changes.keys()].map((key) => readKey(key).id))
  const faulty = [...changes.values()].filter(({ fault, theirs }) => fault !== undefined || theirs !== undefined).length
  return { cells: changes.size, rows: rows.size, faulty, waiting: [...changes.values()].filter(isWaiting).length }
}
