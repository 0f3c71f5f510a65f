import { type RefObject, useEffect, useState } from 'react'
import type { PlanItem } from '#contract/plans.ts'
import { planTexts } from '../../texts/texts-plans.ts'
import { reviewTexts } from '../../texts/texts-review.ts'
import { useSay } from '../../texts/use-say.ts'
import { type Selected, selectedIn } from './text-selection.ts'

const KINDS = ['target', 'duty', 'list', 'heading'] as const satisfies readonly PlanItem['itemKind'][]

interface SelectionBarProps {
  readonly box: RefObject<HTMLDivElement | null>
  readonly onAdd: (kind: PlanItem['itemKind'], selected: Selected) => void
}

/** At the words that are selected: what they may be added as. */
export function SelectionBar({ box, onAdd }: SelectionBarProps) {
  const say = useSay()
  const selected = useSelected(box)
  if (!selected) return null
  return (
    <div
      className="selection-bar"
      role="toolbar"
      aria-label={say(reviewTexts.addAs)}
      style={{ '--lt-bar-top': `${selected.top}px`, '--lt-bar-left': `${selected.left}px` } as object}
      data-testid="selection-bar"
    >
      <span className="note">{say(reviewTexts.addAs)}</span>
      {KINDS.map((kind) => (
        <button
          type="button"
          key={kind}
          className="act"
          // The words stay selected while the button is pressed.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onAdd(kind, selected)}
          data-testid={`add-${kind}`}
        >
          <span className={`found-line found-${kind}`}>{say(planTexts[kind])}</span>
        </button>
      ))}
    </div>
  )
}

/** Follows the selection, shortly after it came to rest. */
function useSelected(box: RefObject<HTMLDivElement | null>): Selected | undefined {
  const [selected, setSelected] = useState<Selected>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const listen = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setSelected(box.current ? placed(box.current) : undefined), 80)
    }
    document.addEventListener('selectionchange', listen)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', listen)
    }
  }, [box])
  return selected
}

const BAR_WIDTH = 320

/** Inside the pane that is seen: the bar does not scroll with the text. */
function placed(box: HTMLElement): Selected | undefined {
  const selected = selectedIn(box)
  if (!selected) return undefined
  const top = selected.top - box.scrollTop
  return {
    ...selected,
    top: Math.min(Math.max(8, top + 6), box.clientHeight - 48),
    left: Math.min(selected.left, Math.max(8, box.clientWidth - BAR_WIDTH)),
  }
}
