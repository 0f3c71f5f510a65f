import { Fragment, memo, type ReactNode, type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import type { PlanItem } from '#contract/plans.ts'
import type { SimplifiedPart } from '#policy-text/index.ts'
import { planTexts } from '../../texts/texts-plans.ts'
import { reviewTexts } from '../../texts/texts-review.ts'
import { useSay } from '../../texts/use-say.ts'
import { isAlive } from './item-words.ts'
import type { Reading } from './reading-state.ts'
import { scrollInside } from './scroll-inside.ts'
import { itemsByLine, type Line, linesOf, paragraphOf, type Segment } from './segments.ts'
import { partsByLine, type Simplified } from './simplified-lines.ts'

interface SourceTextProps {
  readonly text: string
  readonly items: readonly PlanItem[]
  readonly chosen: string | undefined
  readonly onChoose: (items: readonly PlanItem[]) => void
  readonly box: RefObject<HTMLDivElement | null>
  /** Whether the text is in traditional characters, and its simplified wording where that is to stand under each line. */
  readonly isTraditional: boolean
  readonly simplified: Simplified | undefined
  /** On a phone only one side is seen; when this one comes to sight, the chosen item does. */
  readonly side: string
}

const NONE: readonly PlanItem[] = []

/** The document as it is, every found item underlined at its place by kind. Paragraphs out of sight are not laid out (CSS content-visibility). */
export const SourceText = memo(function SourceText({
  text,
  items,
  chosen,
  onChoose,
  box,
  isTraditional,
  simplified,
  side,
}: SourceTextProps) {
  const say = useSay()
  const lines = useMemo(() => linesOf(text), [text])
  const byLine = useMemo(() => itemsByLine(lines, items), [lines, items])
  const partsOf = useMemo(() => simplified && partsByLine(lines, simplified.parts), [lines, simplified])
  const chosenItem = items.find(({ id }) => id === chosen)
  useEffect(() => {
    if (chosen !== undefined) scrollInside(box.current?.querySelector(`[data-items~="${CSS.escape(chosen)}"]`), 'nearest')
  }, [chosen, box, side])
  return (
    <article
      className="source-text"
      ref={box}
      lang={isTraditional ? 'zh-Hant' : 'zh-CN'}
      data-testid="source-text"
      tabIndex={0}
      aria-label={say(reviewTexts.source)}
    >
      {lines.map((line) => {
        const touches = chosenItem !== undefined && chosenItem.start < line.end && chosenItem.end > line.start
        return (
          <Fragment key={line.start}>
            <ParagraphView
              line={line}
              items={byLine.get(line.start) ?? NONE}
              text={text}
              chosen={touches ? chosen : undefined}
              onChoose={onChoose}
            />
            {partsOf && <SimplifiedLine parts={partsOf.get(line.start) ?? []} text={text} />}
          </Fragment>
        )
      })}
    </article>
  )
})

/** How a line reads in simplified characters, under it; words that are others than printed are marked. It holds no place of the text. */
const SimplifiedLine = memo(function SimplifiedLine({ parts, text }: { readonly parts: readonly SimplifiedPart[]; readonly text: string }) {
  return (
    <p className="simplified-line" lang="zh-CN" data-testid="simplified-line">
      {parts.map(({ start, end, words, term }) =>
        term ? (
          <span key={start} className="simplified-term" title={`${text.slice(start, end)} → ${words}`}>
            {words}
          </span>
        ) : (
          words
        ),
      )}
    </p>
  )
})

/** A click on words chooses the innermost item over them, a second click the one around it. */
export function useChooseInText(reading: Reading) {
  const now = useRef(reading)
  useEffect(() => {
    now.current = reading
  })
  return useCallback((items: readonly PlanItem[]) => {
    // A click that ends a selection is meant for the words.
    if (!document.getSelection()?.isCollapsed) return
    const at = items.findIndex(({ id }) => id === now.current.chosen)
    const next = items[(at + 1) % items.length]
    if (next) now.current.chooseItem(next)
  }, [])
}

interface ParagraphViewProps {
  readonly line: Line
  readonly items: readonly PlanItem[]
  readonly text: string
  readonly chosen: string | undefined
  readonly onChoose: (items: readonly PlanItem[]) => void
}

const ParagraphView = memo(
  function ParagraphView({ line, items, text, chosen, onChoose }: ParagraphViewProps) {
    const { segments, levels } = paragraphOf(line, items)
    return (
      <p data-start={line.start}>
        {segments.map((segment) => (
          <SegmentView
            key={segment.start}
            segment={segment}
            levels={levels}
            words={text.slice(segment.start, segment.end)}
            chosen={chosen}
            onChoose={onChoose}
          />
        ))}
      </p>
    )
  },
  (before, after) =>
    before.line === after.line && before.chosen === after.chosen && before.text === after.text && sameItems(before.items, after.items),
)

const sameItems = (before: readonly PlanItem[], after: readonly PlanItem[]) =>
  before.length === after.length && before.every((item, at) => item === after[at])

interface SegmentViewProps {
  readonly segment: Segment
  readonly levels: ReadonlyMap<string, number>
  readonly words: string
  readonly chosen: string | undefined
  readonly onChoose: (items: readonly PlanItem[]) => void
}

/** One underline for each item over the words, each in the manner of its kind and on a line of its own. */
function SegmentView({ segment: { items }, levels, words, chosen, onChoose }: SegmentViewProps) {
  if (items.length === 0) return words
  const isChosen = items.some(({ id }) => id === chosen)
  const alive = items.filter(isAlive)
  const lined = alive.reduce<ReactNode>(
    (inside, { id, itemKind }) => <span className={`found-line found-${itemKind} found-level-${levels.get(id) ?? 0}`}>{inside}</span>,
    words,
  )
  // The list at the right is the way by keyboard; the mark in the text is the way by mouse.
  return (
    <mark
      className={`found${alive.length === 0 ? ' found-removed' : ''}${isChosen ? ' found-chosen' : ''}`}
      data-items={items.map(({ id }) => id).join(' ')}
      onClick={() => onChoose(alive.length > 0 ? alive : items)}
    >
      {lined}
    </mark>
  )
}

/** What the underlines mean, each shown in its manner. */
export function Legend() {
  const say = useSay()
  return (
    <ul className="legend" aria-label={say(reviewTexts.legend)}>
      {(['heading', 'target', 'duty', 'list'] as const).map((kind) => (
        <li key={kind}>
          <span className={`found-line found-${kind}`}>{say(planTexts[kind])}</span>
        </li>
      ))}
      <li>
        <span className="found-removed">{say(reviewTexts.removedMark)}</span>
      </li>
    </ul>
  )
}
