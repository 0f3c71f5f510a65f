import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { reviewTexts } from '../../texts/texts-review.ts'
import { useSay } from '../../texts/use-say.ts'
import { selectIn } from './text-selection.ts'

interface TextSearchProps {
  readonly text: string
  readonly box: RefObject<HTMLDivElement | null>
  readonly onClose: () => void
}

/** Finds words in the source; what is found is selected, so that it can be added as an item by keyboard alone. */
export function TextSearch({ text, box, onClose }: TextSearchProps) {
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const hits = useMemo(() => hitsOf(text, words), [text, words])
  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    const start = hits[at]
    if (start !== undefined) selectIn(box.current, { start, end: start + words.length })
  }, [box, hits, at, words.length])
  const go = (by: number) => hits.length > 0 && setAt((now) => (now + by + hits.length) % hits.length)
  return (
    <div className="text-search" role="search">
      <input
        ref={input}
        type="search"
        value={words}
        placeholder={say(reviewTexts.searchText)}
        aria-label={say(reviewTexts.searchText)}
        data-testid="text-search"
        onChange={({ target }) => {
          setWords(target.value)
          setAt(0)
        }}
        onKeyDown={({ key, shiftKey }) => {
          if (key === 'Enter') go(shiftKey ? -1 : 1)
          if (key === 'Escape') onClose()
        }}
      />
      <span className="note number" role="status">
        {words !== '' &&
          (hits.length === 0 ? say(reviewTexts.searchNone) : say(reviewTexts.searchCount, { at: at + 1, count: hits.length }))}
      </span>
      <button type="button" className="act" aria-label={say(reviewTexts.previousHit)} onClick={() => go(-1)}>
        ↑
      </button>
      <button type="button" className="act" aria-label={say(reviewTexts.nextHit)} onClick={() => go(1)}>
        ↓
      </button>
      <button type="button" className="act" aria-label={say(reviewTexts.close)} onClick={onClose}>
        ✕
      </button>
    </div>
  )
}

function hitsOf(text: string, words: string): readonly number[] {
  if (words.trim() === '') return []
  const hits: number[] = []
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) hits.push(at)
  return hits
}
