import { Link } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { EntryAnswer, RegisterDescription } from '#contract/entries.ts'
import type { ListedEntry, Titles } from '../../../api/types.ts'
import { entryAddress } from '../../../frame/entry-address.ts'
import { usePreferences } from '../../../frame/preferences.ts'
import { useTitles } from '../../../frame/use-titles.ts'
import { boardTexts } from '../../../texts/texts-board.ts'
import { useSay } from '../../../texts/use-say.ts'
import { briefly, isEmpty, printValue } from '../../../values/print.ts'
import { shownColumns } from '../columns-of.ts'
import type { useListState } from '../list-state.ts'
import { targetFor } from './targets.ts'
import type { BoardMove } from './use-board-move.ts'

interface BoardCardProps {
  readonly description: RegisterDescription
  readonly list: ReturnType<typeof useListState>
  readonly entry: ListedEntry
  readonly titles: Titles
  readonly by: string | undefined
  readonly board: BoardMove | undefined
}

const MOST_LINES = 3

/** An entry as a card: its title and the first of the columns that the list shows. */
export function BoardCard({ description, list, entry, titles: answered, by, board }: BoardCardProps) {
  const { language } = usePreferences()
  const titles = useTitles(answered)
  const fields = shownColumns(description, list.columns)
    .flatMap(({ field }) => field ?? [])
    .filter(({ name }) => name !== by && !isEmpty(entry.values[name]))
    .slice(0, MOST_LINES)
  return (
    <li
      className="board-card"
      draggable={board !== undefined}
      onDragStart={({ dataTransfer }) => {
        // Firefox drags only what carries something.
        dataTransfer.setData('text/plain', entry.title)
        dataTransfer.effectAllowed = 'move'
        void board?.take(entry.id)
      }}
      onDragEnd={() => board?.letGo()}
      data-testid={`card-${entry.id}`}
    >
      <Link {...entryAddress(description.name, entry.id)} draggable={false}>
        {entry.title === '' ? entry.no : entry.title}
      </Link>
      {fields.map((field) => (
        <span key={field.name} className="note">
          {printValue(briefly(field), entry.values[field.name], { titles, language })}
        </span>
      ))}
      {board && <MoveMenu description={description} entry={entry} by={by} board={board} />}
    </li>
  )
}

/** The same by keyboard: where the card may go, and why not elsewhere. */
function MoveMenu({ description, entry, by, board }: Pick<BoardCardProps, 'description' | 'entry' | 'by'> & { readonly board: BoardMove }) {
  const say = useSay()
  const [answer, setAnswer] = useState<EntryAnswer>()
  const codes =
    by === undefined
      ? description.states
      : (description.fields.find(({ name }) => name === by)?.codes ?? []).map(({ code, title }) => ({ code, label: title }))
  const reachable = answer
    ? codes.flatMap(({ code, label }) => {
        const target = targetFor(description, answer, by, code)
        const isMove = !('against' in target)
        const isNear = isMove || target.against !== boardTexts.noWay
        return isNear ? [{ key: code, label: isMove ? say(label) : `${say(label)}（${say(target.against)}）`, disabled: !isMove }] : []
      })
    : []
  const items = answer && reachable.length === 0 ? [{ key: 'none', label: say(boardTexts.none), disabled: true }] : reachable
  return (
    <Dropdown
      trigger={['click']}
      onOpenChange={(open) => open && void board.look(entry.id).then(setAnswer)}
      menu={{ items, onClick: ({ key }) => answer && board.go(answer, key) }}
    >
      <Button
        size="small"
        type="text"
        className="board-move"
        aria-label={say(boardTexts.move, { title: entry.title })}
        data-testid={`card-move-${entry.id}`}
      >
        {say(boardTexts.moveShort)}
      </Button>
    </Dropdown>
  )
}
