import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { EntryAnswer, RegisterDescription } from '#contract/entries.ts'
import type { WorkList } from '#contract/work-list.ts'
import { getEntry } from '../../api/endpoints.ts'
import { Refusal } from '../../frame/page-state.tsx'
import { checkingTexts } from '../../texts/texts-selection.ts'
import { useSay } from '../../texts/use-say.ts'
import { BulkDialog } from '../registers/bulk-dialog.tsx'
import { isForMany } from '../registers/for-many.ts'

interface TogetherProps {
  readonly description: RegisterDescription
  /** What was ticked and waits for one and the same move. */
  readonly chosen: readonly WorkList['items'][number][]
  readonly onDone: () => void
}

/** The clear ones of what was ticked, decided at once; the others are named with what they lack. */
export function Together({ description, chosen, onDone }: TogetherProps) {
  const say = useSay()
  const looking = useMutation({ mutationFn: () => Promise.all(chosen.map(({ register, id }) => getEntry(register, id))) })
  const [first] = chosen
  const move = description.moves.find(({ name }) => name === first?.move)
  if (first === undefined || move === undefined) return null
  if (!isForMany(move, description.fields))
    return <p className="queue-bulk note">{say(checkingTexts.oneByOne, { move: say(first.moveLabel) })}</p>
  const answers = looking.data?.map((answer) => ({ answer, reasons: reasonsAgainst(answer, move.name) }))
  return (
    <div className="queue-bulk">
      <Button type="primary" loading={looking.isPending} onClick={() => looking.mutate()} data-testid="bulk-move">
        {say(checkingTexts.bulk, { move: say(first.moveLabel), count: chosen.length })}
      </Button>
      <p className="note">{say(checkingTexts.bulkNote)}</p>
      <Refusal error={looking.error} />
      {answers && (
        <BulkDialog
          description={description}
          move={move}
          entries={answers.filter(({ reasons }) => reasons.length === 0).map(({ answer }) => answer.entry)}
          held={answers.filter(({ reasons }) => reasons.length > 0).map(({ answer: { entry }, reasons }) => ({ ...entry, reasons }))}
          onDone={onDone}
          onClose={looking.reset}
        />
      )}
    </div>
  )
}

/** What the move lacks, and every warning: what bears one is not decided unseen. */
function reasonsAgainst({ entry, warnings }: EntryAnswer, move: string) {
  const offered = entry.moves.find(({ name }) => name === move)
  return offered ? [...offered.missing, ...warnings] : [checkingTexts.past]
}
