import { Segmented } from 'antd'
import type { RegisterDescription } from '#contract/entries.ts'
import { Refusal } from '../../../frame/page-state.tsx'
import { useAsOf } from '../../../frame/use-as-of.ts'
import { boardTexts } from '../../../texts/texts-board.ts'
import { listTexts } from '../../../texts/texts-entry.ts'
import { useSay } from '../../../texts/use-say.ts'
import { MoveDialog } from '../../entry/move-dialog.tsx'
import type { useListState } from '../list-state.ts'
import { BoardColumn } from './board-column.tsx'
import { useBoardMove } from './use-board-move.ts'

interface BoardProps {
  readonly description: RegisterDescription
  readonly list: ReturnType<typeof useListState>
}

const MOST_FIELDS = 4

/** The entries of the list as cards, in columns by state or by a choice; a card moved is the entry moved. */
export function BoardView({ description, list }: BoardProps) {
  const say = useSay()
  const asOf = useAsOf()
  const choices = description.fields.filter(({ control }) => control === 'choice').slice(0, MOST_FIELDS)
  const by = choices.find(({ name }) => name === list.search.by)?.name
  const board = useBoardMove(description, by)
  const { asking, moving } = board
  return (
    <>
      <div className="board-tools">
        <Segmented
          aria-label={say(boardTexts.by)}
          value={by ?? ''}
          onChange={(name) => list.narrow({ by: name || undefined })}
          options={[{ value: '', label: say(listTexts.state) }, ...choices.map(({ name, label }) => ({ value: name, label: say(label) }))]}
        />
        {asOf === undefined && <span className="note">{say(boardTexts.note)}</span>}
      </div>
      <Refusal error={board.error} />
      <div className="board" data-testid="board">
        {columnsOf(description, by, list.search.state).map(({ code, label }) => (
          <BoardColumn
            key={code}
            description={description}
            list={list}
            by={by}
            code={code}
            title={say(label)}
            board={asOf === undefined ? board : undefined}
          />
        ))}
      </div>
      {asking && (
        <MoveDialog
          move={asking.move}
          description={description}
          answer={asking.answer}
          moving={{ ...moving, mutate: (given) => moving.mutate({ answer: asking.answer, given }) }}
          onCancel={board.cancel}
        />
      )}
    </>
  )
}

/** States in the order of the life cycle, those that the filter leaves; or the codes of the field, and what is not filled in. */
function columnsOf({ states, fields }: RegisterDescription, by: string | undefined, chosen: string | undefined) {
  if (by === undefined) {
    const wanted = chosen?.split(',')
    return states.filter(({ code }) => wanted === undefined || wanted.includes(code))
  }
  const codes = fields.find(({ name }) => name === by)?.codes ?? []
  return [...codes.map(({ code, title }) => ({ code, label: title })), { code: '', label: boardTexts.unfilled }]
}
