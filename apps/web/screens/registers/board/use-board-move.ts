import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { EntryAnswer, RegisterDescription } from '#contract/entries.ts'
import { editEntry, moveEntry } from '../../../api/endpoints.ts'
import { entryQuery } from '../../../api/queries.ts'
import { queryClient, refreshAfterWrite } from '../../../api/query-client.ts'
import type { MoveDescription, Values } from '../../../api/types.ts'
import { noteMoved } from '../../../frame/take-back.ts'
import type { MoveGiven } from '../../entry/move-dialog.tsx'
import { targetFor } from './targets.ts'

/** The card that is on its way, with what may be done with it. */
export interface CardOnItsWay {
  readonly answer: EntryAnswer
}

/** Takes cards up, tells where they may go, and makes the move; what needs a reason or fields is asked in the dialog of the entry's page. */
export function useBoardMove(description: RegisterDescription, by: string | undefined) {
  const [held, setHeld] = useState<CardOnItsWay>()
  const inHand = useRef<string>(undefined)
  const [asking, setAsking] = useState<{ readonly move: MoveDescription; readonly answer: EntryAnswer }>()
  const { name: register } = description
  const moving = useMutation({
    mutationFn: ({ answer, given }: { readonly answer: EntryAnswer; readonly given: MoveGiven }) =>
      moveEntry({ register, id: answer.entry.id, version: answer.entry.version }, given.move, {
        reason: given.reason.trim() || undefined,
        values: given.values,
      }),
    onSuccess: async ({ takeBack }, { answer, given }) => {
      const moved = description.moves.find(({ name }) => name === given.move)
      if (takeBack && moved) noteMoved({ register, ...takeBack, move: moved.label, entries: [answer.entry.id] })
      setAsking(undefined)
      await refreshAfterWrite()
    },
    onError: () => void refreshAfterWrite(),
  })
  const editing = useMutation({
    mutationFn: ({ answer, values }: { readonly answer: EntryAnswer; readonly values: Values }) =>
      editEntry({ register, id: answer.entry.id, version: answer.entry.version }, values),
    onSettled: refreshAfterWrite,
  })
  const look = (id: string) => queryClient.fetchQuery(entryQuery(register, id))
  const go = (answer: EntryAnswer, code: string) => {
    const target = targetFor(description, answer, by, code)
    if ('value' in target && by !== undefined) editing.mutate({ answer, values: { [by]: target.value } })
    if (!('move' in target)) return
    const { move } = target
    moving.reset()
    if (move.reason === 'none' && move.asks === undefined) moving.mutate({ answer, given: { move: move.name, reason: '' } })
    else setAsking({ move, answer })
  }
  return {
    held,
    take: async (id: string) => {
      inHand.current = id
      const answer = await look(id)
      // On a slow network the card may be let go before it is known where it may go.
      if (inHand.current === id) setHeld({ answer })
    },
    letGo: () => {
      inHand.current = undefined
      setHeld(undefined)
    },
    /** Undefined while nothing is held; otherwise what a drop on the column would do. */
    targetAt: (code: string) => held && targetFor(description, held.answer, by, code),
    look,
    go,
    asking,
    cancel: () => setAsking(undefined),
    moving,
    error: asking ? null : (moving.error ?? editing.error),
  }
}

export type BoardMove = ReturnType<typeof useBoardMove>
