import { useMutation, useQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { EntryPage, RegisterDescription } from '#contract/entries.ts'
import { listEntries } from '../../api/endpoints.ts'
import { entryQuery } from '../../api/queries.ts'
import type { ListedEntry, MoveDescription } from '../../api/types.ts'
import { Refusal } from '../../frame/page-state.tsx'
import { bulkTexts } from '../../texts/texts-bulk.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import type { Choosing } from './choosing.ts'
import { isForMany } from './for-many.ts'
import type { useListState } from './list-state.ts'

interface BulkBarProps {
  readonly description: RegisterDescription
  readonly page: EntryPage
  readonly list: ReturnType<typeof useListState>
  readonly choosing: Choosing
}

/** What may be done with the chosen entries at once; there only while some are chosen. */
export function BulkBar({ description, page, list, choosing }: BulkBarProps) {
  const say = useSay()
  const [move, setMove] = useState<MoveDescription>()
  const { moves, known } = useMovesOf(description, choosing.entries)
  const all = useMutation({ mutationFn: () => everyMatch(description.name, list.query), onSuccess: choosing.choose })
  if (choosing.entries.length === 0) return null
  const total = page.total && 'exactly' in page.total ? page.total.exactly : undefined
  const more = total !== undefined && total > choosing.entries.length && total <= MOST_IN_A_SET
  return (
    <div className="bulk-bar" role="group" aria-label={say(bulkTexts.bar)} data-testid="bulk-bar">
      <span>{say(bulkTexts.chosen, { count: thousands(String(choosing.entries.length)) })}</span>
      {more && (
        <button type="button" className="link-button" disabled={all.isPending} onClick={() => all.mutate()} data-testid="choose-every">
          {say(bulkTexts.every, { count: thousands(String(total)) })}
        </button>
      )}
      <button type="button" className="link-button" onClick={choosing.clear}>
        {say(bulkTexts.clear)}
      </button>
      <span className="bulk-moves">
        {moves.map((one) => (
          <Button key={one.name} danger={one.tone === 'danger'} onClick={() => setMove(one)} data-testid={`bulk-${one.name}`}>
            {say(one.label)}
          </Button>
        ))}
        {known && moves.length === 0 && (
          <span className="note" data-testid="missing-bulk">
            {say(bulkTexts.none)}
          </span>
        )}
      </span>
      {all.error && <Refusal error={all.error} />}
      {move && (
        <BulkDialog
          description={description}
          move={move}
          entries={choosing.entries}
          onDone={choosing.clear}
          onClose={() => setMove(undefined)}
        />
      )}
    </div>
  )
}

/** As many as one command takes. */
const MOST_IN_A_SET = 2000
const LARGEST_PAGE = 200

/** All entries of the list, whatever page is looked at; those not meant are unticked afterwards. */
async function everyMatch(register: string, query: Parameters<typeof listEntries>[1]): Promise<readonly ListedEntry[]> {
  const found: ListedEntry[] = []
  let cursor: string | undefined
  do {
    // oxlint-disable-next-line eslint/no-await-in-loop -- each page says where the next begins
    const page: EntryPage = await listEntries(register, { ...query, cursor, limit: LARGEST_PAGE })
    found.push(...page.entries)
    cursor = page.cursor
  } while (cursor !== undefined && found.length < MOST_IN_A_SET)
  return found
}

const MOST_STATES = 4

/** What this person may do from the states of the chosen entries: one entry of each state tells it. What asks for papers or places of each entry is done one by one. */
function useMovesOf({ name, moves, fields }: RegisterDescription, entries: readonly ListedEntry[]) {
  const examples = [...new Map(entries.map((entry) => [entry.state, entry.id])).values()].slice(0, MOST_STATES)
  const offered = useQueries({ queries: examples.map((id) => entryQuery(name, id)) })
  const names = new Set(offered.flatMap(({ data }) => data?.entry.moves.map((one) => one.name) ?? []))
  const together = moves.filter((one) => names.has(one.name) && isForMany(one, fields))
  return { moves: together, known: offered.every(({ data }) => data !== undefined) }
}
