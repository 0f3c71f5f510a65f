import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import type { PlanItem } from '#contract/plans.ts'
import { readExcerpt } from '#policy-text/index.ts'
import { Dialog } from '../../frame/dialog.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { reviewTexts } from '../../texts/texts-review.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Words } from '../../texts/words.ts'
import { valueInWords } from './item-words.ts'

interface SplitDialogProps {
  readonly item: PlanItem
  readonly onSplit: (item: PlanItem, at: number) => Promise<unknown>
  readonly onClose: () => void
}

/** Where one item becomes two: the place is clicked or moved with the arrow keys, and what each part will say is shown beforehand. */
export function SplitDialog({ item, onSplit, onClose }: SplitDialogProps) {
  const say = useSay()
  const { quote, itemKind } = item
  const [at, setAt] = useState(() => firstBreak(quote))
  const [error, setError] = useState<unknown>()
  const [sending, setSending] = useState(false)
  const split = async () => {
    setSending(true)
    try {
      await onSplit(item, item.start + at)
      onClose()
    } catch (refused) {
      setError(refused)
      setSending(false)
    }
  }
  return (
    <Dialog
      title={say(reviewTexts.splitTitle, { label: item.label })}
      ok={say(reviewTexts.split)}
      okId="split-item"
      isBusy={sending}
      onOk={() => void split()}
      onClose={onClose}
    >
      <p className="note">{say(reviewTexts.splitHint)}</p>
      <SplitPlace words={quote} at={at} onMove={(place) => setAt(Math.min(quote.length - 1, Math.max(1, place)))} />
      <Part title={reviewTexts.firstPart} words={quote.slice(0, at)} kind={itemKind} />
      <Part title={reviewTexts.secondPart} words={quote.slice(at)} kind={itemKind} />
      <Refusal error={error} />
    </Dialog>
  )
}

/** After the first pause of the sentence; in the middle of words without one. */
function firstBreak(words: string): number {
  const pause = words.slice(1, -1).search(/[,，;；。、\n]/)
  return pause === -1 ? Math.max(1, Math.floor(words.length / 2)) : pause + 2
}

interface SplitPlaceProps {
  readonly words: string
  readonly at: number
  readonly onMove: (at: number) => void
}

function SplitPlace({ words, at, onMove }: SplitPlaceProps) {
  const say = useSay()
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -10, ArrowDown: 10 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    onMove(at + by)
  }
  const onClick = ({ currentTarget, clientX, clientY }: MouseEvent<HTMLElement>) => {
    const place = document.caretPositionFromPoint(clientX, clientY)
    if (!place || !currentTarget.contains(place.offsetNode)) return
    const before = document.createRange()
    before.setStart(currentTarget, 0)
    before.setEnd(place.offsetNode, place.offset)
    onMove(before.toString().length)
  }
  return (
    <div
      className="split-place"
      role="slider"
      tabIndex={0}
      aria-label={say(reviewTexts.splitAt)}
      aria-valuemin={1}
      aria-valuemax={words.length - 1}
      aria-valuenow={at}
      aria-valuetext={`${words.slice(Math.max(0, at - 6), at)} | ${words.slice(at, at + 6)}`}
      onKeyDown={onKeyDown}
      onClick={onClick}
      data-testid="split-place"
    >
      <span>{words.slice(0, at)}</span>
      <span className="split-mark" aria-hidden="true" />
      <span>{words.slice(at)}</span>
    </div>
  )
}

function Part({ title, words, kind }: { readonly title: Words; readonly words: string; readonly kind: PlanItem['itemKind'] }) {
  const say = useSay()
  const read = readExcerpt(words, kind)
  return (
    <div className="split-part">
      <span className="note">{say(title)}</span>
      <strong>{read.label}</strong>
      {kind === 'target' && <span className="item-value number">{say(valueInWords(read))}</span>}
      <q className="item-quote">{words}</q>
    </div>
  )
}
