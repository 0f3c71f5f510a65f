import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReportsOverview } from '#contract/reports.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { draftReport } from '../../api/reports.ts'
import { DayPicker } from '../../controls/day-picker.tsx'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { Dialog } from '../../frame/dialog.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { reportTexts as texts } from '../../texts/texts-reports.ts'
import { useSay } from '../../texts/use-say.ts'
import { periodWords } from '../../values/period.ts'
import { reportablePeriods } from './reportable-periods.ts'

/** The quarter's papers in one go, one after the other, each telling how far it is. */
export function MakeDialog({ view, onClose }: { readonly view: ReportsOverview; readonly onClose: () => void }) {
  const say = useSay()
  const [period, setPeriod] = useState(view.suggested.period)
  const periods = reportablePeriods(view.suggested.period).map((code) => ({ value: code, label: say(periodWords(code)) }))
  const [asOf, setAsOf] = useState(view.suggested.asOf)
  const [made, setMade] = useState<readonly string[]>([])
  const usable = view.templates.filter(({ broken }) => broken.length === 0)
  const making = useMutation({
    mutationFn: async () => {
      for (const { code } of usable.filter((each) => !made.includes(each.code))) {
        await draftReport({ template: code, period, asOf })
        setMade((before) => [...before, code])
      }
    },
    onSettled: () => void refreshAfterWrite(),
  })
  const next = usable.find(({ code }) => !made.includes(code))
  const stateOf = (code: string) =>
    made.includes(code) ? texts.made : making.isPending && next?.code === code ? texts.making : texts.waiting
  return (
    <Dialog
      title={say(texts.makeTitle)}
      ok={next ? say(texts.start) : say(texts.close)}
      okId="make-start"
      isBusy={making.isPending && next !== undefined}
      onOk={() => (next ? making.mutate() : onClose())}
      onClose={onClose}
    >
      <div className="dialog-fields">
        <label>
          <span>{say(texts.period)}</span>
          <PlainSelect label={say(texts.period)} value={period} options={periods} onChange={setPeriod} testId="make-period" />
        </label>
        <label>
          <span>{say(texts.asOf)}</span>
          <DayPicker value={asOf} onChange={(day) => setAsOf(day ?? '')} />
          <small className="note">{say(texts.asOfNote)}</small>
        </label>
      </div>
      <ul className="make-list" aria-live="polite">
        {view.templates.map(({ code, title, broken }) => (
          <li key={code} data-testid={`make-${code}`}>
            <span>{title}</span>
            <span className="note">{broken.length > 0 ? `${say(texts.broken)} ${broken.join(' ')}` : say(stateOf(code))}</span>
          </li>
        ))}
      </ul>
      <Refusal error={making.error} />
    </Dialog>
  )
}
