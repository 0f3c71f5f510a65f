import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ImportState } from '#contract/imports.ts'
import { applyImport } from '../../api/imports.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { Refusal } from '../../frame/page-state.tsx'
import { applyTexts } from '../../texts/texts-imports.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'
import { useStop } from './use-stop.ts'

type Mode = 'good' | 'all'

/** Whether wrong rows keep the good ones out is the person's choice. */
export function ApplyPanel({ kept }: { readonly kept: ImportState }) {
  const say = useSay()
  const [mode, setMode] = useState<Mode>('good')
  const apply = useMutation({ mutationFn: () => applyImport(kept.id, mode), onSettled: refreshAfterWrite })
  const stop = useStop(kept.id)
  const { counts } = kept
  const count = counts.new + counts.changed
  const left = counts.wrong + counts.conflict
  return (
    <section className="panel import-apply" aria-label={say(applyTexts.title)}>
      {count === 0 ? <Nothing left={left} /> : <Modes kept={kept} mode={mode} onChange={setMode} />}
      <div className="panel-acts">
        {count > 0 && (
          <Button type="primary" loading={apply.isPending} onClick={() => apply.mutate()} data-testid="apply-import">
            {say(applyTexts.apply, { count: thousands(String(count)) })}
          </Button>
        )}
        <Button onClick={() => stop.mutate()} disabled={stop.isPending || apply.isPending} data-testid="give-up-import">
          {say(applyTexts.giveUp)}
        </Button>
      </div>
      <Refusal error={apply.error ?? stop.error} />
    </section>
  )
}

function Nothing({ left }: { readonly left: number }) {
  const say = useSay()
  return (
    <div data-testid="nothing-to-import">
      <strong>{say(applyTexts.nothing)}</strong>
      <p className="note">{say(left > 0 ? applyTexts.nothingWrong : applyTexts.nothingSame)}</p>
    </div>
  )
}

interface ModesProps {
  readonly kept: ImportState
  readonly mode: Mode
  readonly onChange: (mode: Mode) => void
}

function Modes({ kept: { counts }, mode, onChange }: ModesProps) {
  const say = useSay()
  const left = counts.wrong + counts.conflict
  const facts = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, thousands(String(count))]))
  const notes = {
    good: say(applyTexts.goodNote, facts) + (left > 0 ? say(applyTexts.goodLeft, facts) : ''),
    all: say(left > 0 ? applyTexts.allNot : applyTexts.allNote, facts),
  }
  return (
    <fieldset className="import-modes">
      <legend className="visually-hidden">{say(applyTexts.title)}</legend>
      {(['good', 'all'] as const).map((one) => (
        <label key={one} className="import-mode">
          <input
            type="radio"
            name="import-mode"
            checked={mode === one}
            disabled={one === 'all' && left > 0}
            onChange={() => onChange(one)}
            data-testid={`mode-${one}`}
          />
          <span>{say(applyTexts[one])}</span>
          <span className="note">{notes[one]}</span>
        </label>
      ))}
    </fieldset>
  )
}
