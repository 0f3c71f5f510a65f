import { Checkbox } from 'antd'
import { useState } from 'react'
import type { RegisterDescription } from '#contract/entries.ts'
import type { WorkList } from '#contract/work-list.ts'
import { checkingTexts } from '../../texts/texts-selection.ts'
import { useSay } from '../../texts/use-say.ts'
import { Together } from './together.tsx'

type Item = WorkList['items'][number]

interface QueueProps {
  readonly description: RegisterDescription
  readonly items: readonly Item[]
  readonly total: number
  readonly open: string
  readonly onOpen: (id: string) => void
}

/** What waits, oldest first; the clear ones can be ticked and decided together. */
export function Queue({ description, items, total, open, onOpen }: QueueProps) {
  const say = useSay()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const first = items.find(({ id }) => ticked.has(id))
  // One button says one move: what waits for another is left ticked.
  const chosen = items.filter(({ id, move }) => ticked.has(id) && move === first?.move)
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
      {chosen.length > 0 && <Together description={description} chosen={chosen} onDone={() => setTicked(new Set())} />}
    </nav>
  )
}
