import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { EntryPage, RegisterDescription } from '#contract/entries.ts'
import { type ListQuery, listEntries } from '../../../api/endpoints.ts'
import { boardTexts } from '../../../texts/texts-board.ts'
import { useSay } from '../../../texts/use-say.ts'
import { thousands } from '../../../values/money.ts'
import type { useListState } from '../list-state.ts'
import { BoardCard } from './board-card.tsx'
import type { BoardMove } from './use-board-move.ts'

interface BoardColumnProps {
  readonly description: RegisterDescription
  readonly list: ReturnType<typeof useListState>
  readonly by: string | undefined
  readonly code: string
  readonly title: string
  /** Absent where nothing can be moved. */
  readonly board: BoardMove | undefined
}

const PAGE = 20

/** One column: its exact count, its first cards, and more on asking; grey with a reason while a card is held that cannot come here. */
export function BoardColumn({ description, list, by, code, title, board }: BoardColumnProps) {
  const say = useSay()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['entries', description.name, 'board', by, code, list.query],
    queryFn: ({ pageParam, signal }) => listEntries(description.name, { ...narrowed(list.query, by, code), cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: EntryPage) => last.cursor,
  })
  const entries = data?.pages.flatMap((page) => page.entries) ?? []
  const titles = Object.assign({}, ...(data?.pages.map((page) => page.titles) ?? [])) as Record<string, string>
  const total = data?.pages[0]?.total
  const count = total && ('exactly' in total ? total.exactly : total.atLeast)
  const target = board?.targetAt(code)
  const against = target && 'against' in target ? target.against : undefined
  const isOwn = board?.held !== undefined && valueOf(board.held.answer.entry, by) === code
  const names = [
    'board-column',
    against && !isOwn ? 'board-closed' : '',
    target && !against ? 'board-open' : '',
    count === 0 ? 'board-empty' : '',
  ]
  return (
    <section
      className={names.filter((name) => name !== '').join(' ')}
      aria-label={title}
      data-testid={`board-${code}`}
      onDragOver={(event) => target && !against && event.preventDefault()}
      onDrop={() => {
        if (board?.held) board.go(board.held.answer, code)
        board?.letGo()
      }}
    >
      <h3>
        <span>{title}</span>
        <span className="number" data-testid={`board-count-${code}`}>
          {count === undefined ? '' : `${thousands(String(count))}${total && 'atLeast' in total ? '+' : ''}`}
        </span>
      </h3>
      {against && !isOwn && <p className="note">{say(against)}</p>}
      <ul>
        {entries.map((entry) => (
          <BoardCard key={entry.id} description={description} list={list} entry={entry} titles={titles} by={by} board={board} />
        ))}
      </ul>
      {hasNextPage && (
        <Button size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say(boardTexts.more, { count: Math.min(PAGE, (count ?? PAGE) - entries.length) })}
        </Button>
      )}
    </section>
  )
}

function narrowed(query: ListQuery, by: string | undefined, code: string): ListQuery {
  const page = { ...query, limit: PAGE, count: 1 as const }
  return by === undefined ? { ...page, state: code } : { ...page, fields: { ...query.fields, [by]: [code] } }
}

function valueOf(
  { state, values }: { readonly state: string; readonly values: Readonly<Record<string, unknown>> },
  by: string | undefined,
): string {
  const value = by === undefined ? state : values[by]
  return typeof value === 'string' ? value : ''
}
