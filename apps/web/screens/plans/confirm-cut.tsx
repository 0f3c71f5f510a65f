import { useMemo, useState } from 'react'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { programmeTexts } from '../../texts/texts-programme.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Words } from '../../texts/words.ts'

/** One reason to look at some rows apart: nobody leads, nothing counts. */
export interface Cut<Row> {
  readonly code: string
  readonly title: Words
  readonly has: (row: Row) => boolean
}

interface CutBy<Row> {
  /** As proposed, so that a row does not go from under the hand that changes it. */
  readonly proposed: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly wordsOf: (row: Row) => string
  readonly cuts: readonly Cut<Row>[]
}

/** Which rows of a long list somebody wants to see; with fewer than this nothing is to be looked for. */
const FEW = 20
const ALL = ''

/** The chosen part of a list: words that stand in its rows, and one reason to look at them. */
export function useCut<Row>({ proposed, keyOf, wordsOf, cuts }: CutBy<Row>) {
  const [words, setWords] = useState('')
  const [code, setCode] = useState(ALL)
  const keys = useMemo(() => {
    const cut = cuts.find((each) => each.code === code)
    const wanted = words.trim().toLowerCase()
    if (!cut && wanted === '') return undefined
    return new Set(
      proposed.filter((row) => (cut?.has(row) ?? true) && (wanted === '' || wordsOf(row).toLowerCase().includes(wanted))).map(keyOf),
    )
  }, [proposed, keyOf, wordsOf, cuts, code, words])
  const counts = useMemo(
    () => cuts.map(({ title, code: each, has }) => ({ title, code: each, count: proposed.filter(has).length })),
    [proposed, cuts],
  )
  return {
    isShown: (key: string) => keys?.has(key) ?? true,
    shownCount: keys?.size ?? proposed.length,
    total: proposed.length,
    words,
    setWords,
    code,
    setCode,
    counts,
  }
}

interface CutToolsProps {
  readonly cut: Omit<ReturnType<typeof useCut>, 'isShown'>
  readonly caption: string
  readonly testId: string
}

/** Where words are typed and the reason is chosen. */
export function CutTools({ cut, caption, testId }: CutToolsProps) {
  const say = useSay()
  if (cut.total < FEW) return null
  const options = [
    { value: ALL, label: say(programmeTexts.allRows, { count: cut.total }) },
    ...cut.counts.map(({ code, title, count }) => ({ value: code, label: say(programmeTexts.someRows, { title: say(title), count }) })),
  ]
  return (
    <div className="confirm-cut" role="search" aria-label={caption}>
      <input
        type="search"
        className="plain-input"
        aria-label={say(programmeTexts.findRows)}
        placeholder={say(programmeTexts.findRows)}
        value={cut.words}
        onChange={({ target }) => cut.setWords(target.value)}
        data-testid={`${testId}-words`}
      />
      <PlainSelect
        label={say(programmeTexts.whichRows)}
        value={cut.code}
        options={options}
        onChange={cut.setCode}
        testId={`${testId}-cut`}
      />
      {cut.shownCount < cut.total && (
        <span className="note" role="status">
          {say(programmeTexts.rowsShown, { shown: cut.shownCount, total: cut.total })}
        </span>
      )}
    </div>
  )
}
