import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'

interface SplitBoxProps {
  /** Under this name the place of the bar is remembered. */
  readonly name: string
  readonly label: string
  /** On a phone only one side is shown. */
  readonly shown: 'first' | 'second'
  readonly children: readonly [ReactNode, ReactNode]
}

const LEAST = 25
const MOST = 75
const STEP = 2
const within = (percent: number) => Math.min(MOST, Math.max(LEAST, percent))

/** Two panes with a bar that can be dragged, or moved with the arrow keys, and stays where it was put. */
export function SplitBox({ name, label, shown, children: [first, second] }: SplitBoxProps) {
  const key = `lantu:split:${name}`
  const box = useRef<HTMLDivElement>(null)
  const [share, setShare] = useState(() => within(Number(localStorage.getItem(key) ?? 56) || 56))
  const place = (percent: number) => {
    setShare(within(percent))
    localStorage.setItem(key, String(within(percent)))
  }
  const drag = ({ buttons, clientX }: PointerEvent) => {
    const area = box.current?.getBoundingClientRect()
    if (buttons === 1 && area) place(((clientX - area.left) / area.width) * 100)
  }
  const onKeyDown = ({ key: pressed }: KeyboardEvent) => {
    if (pressed === 'ArrowLeft') place(share - STEP)
    if (pressed === 'ArrowRight') place(share + STEP)
  }
  return (
    <div className={`split split-shows-${shown}`} ref={box} style={{ '--lt-split': `${share}%` } as object}>
      <div className="split-first">{first}</div>
      <div
        className="split-bar"
        role="separator"
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={Math.round(share)}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
      />
      <div className="split-second">{second}</div>
    </div>
  )
}
