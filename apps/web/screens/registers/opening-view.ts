import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ListLook } from '#contract/views.ts'
import { viewsQuery } from '../../api/views.ts'
import type { useListState } from './list-state.ts'

const KEY = 'lantu:last-view:'

/** The view that was opened last on this computer; the next visit opens it again. */
export function rememberView(register: string, view: string): void {
  localStorage.setItem(KEY + register, view)
}

/** Whether two looks show the same list the same way. */
export function isSameLook(one: ListLook, other: ListLook): boolean {
  return canonical(one) === canonical(other)
}

function canonical(look: ListLook): string {
  const { f, ...rest } = look
  const fields = Object.entries(f ?? {}).map(([name, codes]) => [name, codes.toSorted()] as const)
  return JSON.stringify([
    Object.entries(rest)
      .filter(([, value]) => value !== undefined)
      .toSorted(byName),
    fields.toSorted(byName),
  ])
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1
}

/**
 * A register that is opened without anything in its address shows the view that the person chose for it, or else the one that was opened last.
 * True while that is not known yet: the list waits for it rather than flash.
 */
export function useOpeningView(register: string, list: ReturnType<typeof useListState>): boolean {
  const { asOf: _day, ...asked } = list.search
  const [isBare] = useState(() => Object.keys(asked).length === 0)
  const [settled, setSettled] = useState(!isBare)
  const { data, isError } = useQuery({ ...viewsQuery(register), enabled: isBare })
  useEffect(() => {
    if (settled || (data === undefined && !isError)) return
    const last = localStorage.getItem(KEY + register)
    const view = data?.views.find(({ id }) => id === (data.opens ?? last))
    if (view) list.openView(view.id, view.list)
    setSettled(true)
    // oxlint-disable-next-line react/exhaustive-deps -- `list` is new at every drawing; only the answer settles it
  }, [data, isError, settled, register])
  return !settled
}
