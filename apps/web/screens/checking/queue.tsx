import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { WorkList } from '#contract/work-list.ts'
import { getEntry, moveEntry } from '../../api/endpoints.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { Refusal } from '../../frame/page-state.tsx'
import { checkingTexts } from '../../texts/texts-selection.ts'
import { useSay } from '../../texts/use-say.ts'

type Item = WorkList['items'][number]

interface QueueProps {
  readonly items: readonly Item[]
  readonly total: number
  readonly open: string
  readonly onOpen: (id: string) => void
}

/** What waits, oldest first; the clear ones can be ticked and decided together. */
export function Queue({ items, total, open, onOpen }: QueueProps) {
  const say = useSay()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const first = items.find(({ id }) => ticked.has(id))
  // One button says one move: what waits for another is left ticked.
  const chosen = items.filter(({ id, move }) => ticked.has(id) && move === first?.move)
  const moving = useBulkMove((done) => setTicked(new Set([...ticked].filter((one) => !done.has(one)))))
  const toggle = (id: string) => setTicked(ticked.has(id) ? new Set([...ticked].filter((one) => one !== id)) : new Set([...ticked, id]))
  return (
    <nav className="panel checking-queue" aria-label={say(checkingTexts.queue)}>
      <h2>
        {say(checkingTexts.queue)}
        <span className="count">{total}</span>
      </h2>
      {total > items.length && <p className="note">{say(checkingTexts.moreWait, { shown: items.length, all: total })}</p>}
      <ul>
        {items.map(({ id, no, title, areaTitle, move }) => (
          <li key={id} className={id === open ? 'queue-item queue-open' : 'queue-item'} data-testid={`queue-${id}`} data-move={move}>
            <Checkbox checked={ticked.has(id)} onChange={() => toggle(id)} aria-label={say(checkingTexts.choose, { title })} />
            <button type="button" className="link-button" aria-current={id === open} onClick={() => onOpen(id)}>
              <span>{title}</span>
              <span className="note">
                {no} · {areaTitle}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {first && (
        <div className="queue-bulk">
          <Button type="primary" loading={moving.isPending} onClick={() => moving.mutate(chosen)} data-testid="bulk-move">
            {say(checkingTexts.bulk, { move: say(first.moveLabel), count: chosen.length })}
          </Button>
          <p className="note">{say(checkingTexts.bulkNote)}</p>
        </div>
      )}
      {moving.data && (
        <p role="status" data-testid="bulk-done">
          {say(checkingTexts.bulkDone, moving.data)}
        </p>
      )}
      <Refusal error={moving.error} />
    </nav>
  )
}

/** Each by itself and at the version read now, so that one that is held up does not hold up the others. */
function useBulkMove(onDone: (tried: ReadonlySet<string>) => void) {
  return useMutation({
    mutationFn: async (chosen: readonly Item[]) => {
      let done = 0
      for (const { register, id, move } of chosen) {
        const { entry, warnings } = await getEntry(register, id)
        const offered = entry.moves.find(({ name }) => name === move)
        if (offered?.missing.length !== 0 || warnings.length > 0) continue
        await moveEntry({ register, id, version: entry.version }, move)
        done += 1
      }
      return { done, left: chosen.length - done }
    },
    onSettled: async (_done, _error, tried) => {
      await refreshAfterWrite()
      onDone(new Set(tried.map(({ id }) => id)))
    },
  })
}
