import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ImportState } from '#contract/imports.ts'
import { importQuery } from '../../api/imports.ts'
import { Refusal } from '../../frame/page-state.tsx'
import { applyTexts, previewTexts } from '../../texts/texts-imports.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'
import { type Look, roughly, type Pace as SeenPace, timeLeft, withLook } from './pace.ts'
import { useStop } from './use-stop.ts'

/** The server reads or writes: how far it is, how long it will take, and a way to stop it. */
export function AtWork({ kept }: { readonly kept: ImportState }) {
  const say = useSay()
  const { state, mode, counts, rowsRead, fileName, cancelAsked } = kept
  const count = counts.new + counts.changed
  const facts = {
    name: fileName,
    rows: thousands(String(rowsRead)),
    applied: thousands(String(counts.applied)),
    count: thousands(String(count)),
  }
  const isReading = state === 'reading'
  const words = isReading ? previewTexts.reading : mode === 'all' ? applyTexts.applyingAll : applyTexts.applying
  const stop = useStop(kept.id)
  const { dataUpdatedAt } = useQuery(importQuery(kept.id))
  return (
    <section className="panel import-work" role="status" aria-live="polite">
      <p>
        <strong className="number">{say(words, facts)}</strong>
      </p>
      {!isReading && mode !== 'all' ? <progress value={counts.applied} max={Math.max(count, 1)} /> : <progress />}
      {!isReading && mode !== 'all' && <Pace done={counts.applied} goal={count} lookedAt={dataUpdatedAt} />}
      <p className="note">
        {say(previewTexts.mayLeave)}
        {!isReading && say(mode === 'all' ? applyTexts.stopNoteAll : applyTexts.stopNote)}
      </p>
      <Button onClick={() => stop.mutate()} disabled={cancelAsked || stop.isPending} data-testid="stop-import">
        {say(cancelAsked ? applyTexts.stopping : previewTexts.stop)}
      </Button>
      <Refusal error={stop.error} />
    </section>
  )
}

/** What is left at the pace of the sets that were seen to go in; the page asks again every 700 ms and is drawn anew each time. */
function Pace({ done, goal, lookedAt }: { readonly done: number; readonly goal: number; readonly lookedAt: number }) {
  const say = useSay()
  const now: Look = { at: lookedAt, done }
  const [pace, setPace] = useState<SeenPace>({ last: now })
  const seen = withLook(pace, now)
  if (seen !== pace) setPace(seen)
  const left = timeLeft(seen, lookedAt, goal)
  if (left === undefined) return null
  const { unit, count } = roughly(left)
  return (
    <p className="note number" data-testid="import-pace">
      {say(applyTexts.left, { left: say(applyTexts[unit], { count }) })}
    </p>
  )
}
