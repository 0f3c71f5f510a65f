import { memo, useEffect, useMemo, useRef } from 'react'
import type { PlanItem } from '#contract/plans.ts'
import type { Reading } from './reading-state.ts'
import { scrollInside } from './scroll-inside.ts'
import { type Paragraph, paragraphsOf, type Segment } from './segments.ts'

interface SourceTextProps {
  readonly text: string
  readonly items: readonly PlanItem[]
  readonly reading: Reading
  readonly onShowItems: () => void
}

/** The document as it is, every found item underlined at its place by kind. Paragraphs out of sight are not laid out (CSS content-visibility). */
export function SourceText({ text, items, reading, onShowItems }: SourceTextProps) {
  const paragraphs = useMemo(() => paragraphsOf(text, items), [text, items])
  const box = useRef<HTMLDivElement>(null)
  const { chosen, chosenItem, chooseItem } = reading
  useEffect(() => {
    if (chosen !== undefined) scrollInside(box.current?.querySelector(`[data-items~="${CSS.escape(chosen)}"]`), 'center')
  }, [chosen])
  const choose = (item: PlanItem) => {
    chooseItem(item)
    onShowItems()
  }
  return (
    <article className="source-text" ref={box} lang="zh-CN" data-testid="source-text">
      {paragraphs.map((paragraph) => {
        const touches = chosenItem !== undefined && chosenItem.start < paragraph.end && chosenItem.end > paragraph.start
        return (
          <ParagraphView key={paragraph.start} paragraph={paragraph} text={text} chosen={touches ? chosen : undefined} onChoose={choose} />
        )
      })}
    </article>
  )
}

interface ParagraphViewProps {
  readonly paragraph: Paragraph
  readonly text: string
  readonly chosen: string | undefined
  readonly onChoose: (item: PlanItem) => void
}

const ParagraphView = memo(
  function ParagraphView({ paragraph: { segments }, text, chosen, onChoose }: ParagraphViewProps) {
    return (
      <p>
        {segments.map((segment) => (
          <SegmentView
            key={segment.start}
            segment={segment}
            words={text.slice(segment.start, segment.end)}
            chosen={chosen}
            onChoose={onChoose}
          />
        ))}
      </p>
    )
  },
  (before, after) => before.paragraph === after.paragraph && before.chosen === after.chosen && before.text === after.text,
)

interface SegmentViewProps {
  readonly segment: Segment
  readonly words: string
  readonly chosen: string | undefined
  readonly onChoose: (item: PlanItem) => void
}

function SegmentView({ segment: { items }, words, chosen, onChoose }: SegmentViewProps) {
  const [innermost] = items
  if (innermost === undefined) return words
  const isChosen = items.some(({ id }) => id === chosen)
  const kind = items.find(({ state }) => state !== 'removed')?.itemKind
  const look = kind === undefined ? 'found found-removed' : `found found-${kind}`
  // The list at the right is the way by keyboard; the mark in the text is the way by mouse.
  return (
    <mark
      className={isChosen ? `${look} found-chosen` : look}
      data-items={items.map(({ id }) => id).join(' ')}
      onClick={() => onChoose(innermost)}
    >
      {words}
    </mark>
  )
}
