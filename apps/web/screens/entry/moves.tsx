import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { EntryAnswer, RegisterDescription } from '#contract/entries.ts'
import { moveEntry } from '../../api/endpoints.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import type { MoveDescription } from '../../api/types.ts'
import { keepHeight } from '../../frame/keep-height.ts'
import { noteMoved } from '../../frame/take-back.ts'
import { entryTexts } from '../../texts/texts-entry.ts'
import { useSay } from '../../texts/use-say.ts'
import { MissingList } from './missing-list.tsx'
import { MoveDialog, type MoveGiven } from './move-dialog.tsx'
import { TakeBackButton } from './take-back-button.tsx'
import { Withdrawal } from './withdrawal.tsx'

interface MovesProps {
  readonly description: RegisterDescription
  readonly answer: EntryAnswer
}

interface Offer {
  readonly move: MoveDescription
  readonly missing: EntryAnswer['entry']['moves'][number]['missing']
}

/** What can be done next: each as a button; one that cannot be made yet says what is missing. */
export function Moves({ description, answer }: MovesProps) {
  const say = useSay()
  const [chosen, setChosen] = useState<MoveDescription>()
  const moving = useMove({ description, answer }, () => setChosen(undefined))
  const offers = offersOf({ description, answer })
  return (
    <section className="moves" aria-label={say(entryTexts.actions)} data-testid="moves">
      <div className="move-buttons" ref={keepHeight}>
        {offers.map(({ move, missing }) => (
          <Button
            key={move.name}
            {...LOOKS[move.tone]}
            disabled={missing.length > 0}
            onClick={() => setChosen(move)}
            data-testid={`move-${move.name}`}
          >
            {say(move.label)}
          </Button>
        ))}
        {answer.takeBack && <TakeBackButton register={description.name} id={answer.entry.id} offer={answer.takeBack} />}
        {answer.entry.commands.includes('selection.publish-withdrawal') && <Withdrawal register={description.name} id={answer.entry.id} />}
      </div>
      {offers.map(({ move, missing }) => (
        <Missing key={move.name} move={move} missing={missing} description={description} answer={answer} />
      ))}
      {answer.entry.commands.includes('selection.add-to-batch') && (
        <p className="note">
          {say(entryTexts.byBatch)} <Link to="/batches">{say(entryTexts.toBatches)}</Link>
        </p>
      )}
      {chosen && (
        <MoveDialog move={chosen} description={description} answer={answer} moving={moving} onCancel={() => setChosen(undefined)} />
      )}
    </section>
  )
}

const LOOKS = { main: { type: 'primary' }, plain: {}, danger: { danger: true } } as const satisfies Record<MoveDescription['tone'], object>
const ORDER = { main: 0, plain: 1, danger: 2 } as const satisfies Record<MoveDescription['tone'], number>

function Missing({ move, missing, description, answer }: Offer & MovesProps) {
  const say = useSay()
  if (missing.length === 0) return null
  return (
    <div className="missing" data-testid={`missing-${move.name}`}>
      <span>{say(entryTexts.cannotYet, { move: say(move.label) })}</span>
      <MissingList description={description} answer={answer} missing={missing} />
    </div>
  )
}

function offersOf({ description, answer }: MovesProps): readonly Offer[] {
  const offers = answer.entry.moves.flatMap(({ name, missing }) => {
    const move = description.moves.find((one) => one.name === name)
    return move ? [{ move, missing }] : []
  })
  return offers.toSorted((a, b) => ORDER[a.move.tone] - ORDER[b.move.tone])
}

function useMove({ description, answer }: MovesProps, onMoved: () => void) {
  const { id, version } = answer.entry
  return useMutation({
    mutationFn: ({ move, reason, values }: MoveGiven) =>
      moveEntry({ register: description.name, id, version }, move, { reason: reason.trim() || undefined, values }),
    onSuccess: async ({ takeBack }, { move }) => {
      const moved = description.moves.find(({ name }) => name === move)
      if (takeBack && moved) noteMoved({ register: description.name, ...takeBack, move: moved.label, entries: [id] })
      await refreshAfterWrite()
      onMoved()
    },
    onError: () => void refreshAfterWrite(),
  })
}
