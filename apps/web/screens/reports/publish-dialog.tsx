import { useNavigate } from '@tanstack/react-router'
import type { ReportView } from '#contract/reports.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { publishReport } from '../../api/reports.ts'
import { useSession } from '../../api/session-gate.ts'
import { AskDialog } from '../../frame/ask-dialog.tsx'
import type { Asked } from '../../frame/asked-fields.tsx'
import { reportTexts as texts } from '../../texts/texts-reports.ts'
import { useSay } from '../../texts/use-say.ts'

/** Number and date as the office gave them; afterwards the edition opens. */
export function PublishDialog({ view: { report }, onClose }: { readonly view: ReportView; readonly onClose: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const { jurisdiction } = useSession()
  const asked: readonly Asked[] = [
    { name: 'documentNo', label: texts.documentNo, control: 'line', example: say(texts.documentNoExample) },
    { name: 'documentDate', label: texts.documentDate, control: 'day' },
  ]
  return (
    <AskDialog
      title={say(texts.publish)}
      ok={say(texts.publish)}
      okId="publish-confirm"
      asks={() => asked}
      initial={{ documentDate: jurisdiction.today }}
      onGive={async ({ documentNo = '', documentDate = '' }) => {
        const { edition } = await publishReport({ report: report.id, documentNo, documentDate })
        await refreshAfterWrite()
        await navigate({ to: '/editions/$id', params: { id: edition } })
      }}
      onClose={onClose}
      lead={<p className="note">{say(texts.publishNote)}</p>}
    />
  )
}
