import { useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { frameTexts } from '../texts/texts-frame.ts'
import { useSay } from '../texts/use-say.ts'
import { dayInText } from '../values/moment.ts'
import { entryAddress } from './entry-address.ts'
import { Empty, ErrorState, Loading } from './page-state.tsx'
import { usePreferences } from './preferences.ts'
import { useAsOf } from './use-as-of.ts'
import { type Hit, useEntrySearch } from './use-search.ts'

interface SearchPanelProps {
  readonly onOpened?: () => void
  /** What was looked for before, and who keeps what is looked for now. */
  readonly words?: string
  readonly onWords?: (words: string) => void
}

/** Search over everything: a box and its findings, used in the dialog (Ctrl K) and on the phone's page. */
export function SearchPanel({ onOpened, words = '', onWords }: SearchPanelProps) {
  const say = useSay()
  const [typed, setTyped] = useState(words)
  const [chosen, setChosen] = useState(0)
  const { language } = usePreferences()
  const asOf = useAsOf()
  const { q, enough, hits, error, refetch } = useEntrySearch(typed)
  const open = useOpenHit(onOpened)

  const onKeyDown = ({ key }: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const count = hits?.length ?? 0
    if (key in steps && count > 0) setChosen((chosen + (steps[key] ?? 0) + count) % count)
    const hit = hits?.[chosen]
    if (key === 'Enter' && hit) open(hit)
  }

  return (
    <div className="search-panel">
      <Input
        autoFocus
        allowClear
        value={typed}
        placeholder={say(frameTexts.searchPlaceholder)}
        aria-label={say(frameTexts.search)}
        data-testid="search-input"
        onKeyDown={onKeyDown}
        onChange={({ target }) => {
          setTyped(target.value)
          onWords?.(target.value)
          setChosen(0)
        }}
      />
      {asOf !== undefined && (
        <p className="note" data-testid="search-as-of">
          {say(frameTexts.searchAsOf, { day: dayInText(asOf, language) })}
        </p>
      )}
      {!enough && <p className="note">{say(frameTexts.searchHint)}</p>}
      {enough && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {enough && !error && hits === undefined && <Loading />}
      {enough && hits?.length === 0 && <Empty title={say(frameTexts.searchNothing, { q })} />}
      <ul className="hits">
        {(enough ? (hits ?? []) : []).map((hit, at) => (
          <li key={hit.entry.id}>
            <button type="button" className="hit" aria-current={at === chosen} onClick={() => open(hit)}>
              <span>{hit.entry.title}</span>
              <span className="note">{say(hit.registerTitle)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function useOpenHit(onOpened?: () => void) {
  const navigate = useNavigate()
  return ({ register, entry }: Hit) => {
    onOpened?.()
    void navigate(entryAddress(register, entry.id))
  }
}
