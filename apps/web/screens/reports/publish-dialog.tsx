import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import type { ReportView } from '#contract/reports.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { publishReport } from '../../api/reports.ts'
import { useSession } from '../../api/session-gate.ts'
import { DayPicker } from '../../controls/day-picker.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { testId } from '../../frame/test-id.ts'
import { reportTexts as texts } from '../../texts/texts-reports.ts'
import { useSay } from '../../texts/use-say.ts'

/** Number and date as the office gave them; afterwards the edition opens. */
export function PublishDialog({ view: { report }, onClose }: { readonly view: ReportView; readonly onClose: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const { jurisdiction } = useSession()
  const [documentNo, setDocumentNo] = useState('')
  const [documentDate, setDocumentDate] = useState(jurisdiction.today)
  const publishing = useMutation({
    mutationFn: () => publishReport({ report: report.id, documentNo: documentNo.trim(), documentDate }),
    onSuccess: async ({ edition }) => {
      await refreshAfterWrite()
      await navigate({ to: '/editions/$id', params: { id: edition } })
    },
  })
  return (
    <Modal
      open
      title={say(texts.publish)}
      okText={say(texts.publish)}
      cancelText={say(texts.cancel)}
      onOk={() => publishing.mutate()}
      onCancel={onClose}
      confirmLoading={publishing.isPending}
      okButtonProps={{ ...testId('publish-confirm'), disabled: documentNo.trim() === '' }}
    >
      <p className="note">{say(texts.publishNote)}</p>
      <div className="dialog-fields">
        <label>
          <span>{say(texts.documentNo)}</span>
          <Input
            value={documentNo}
            onChange={({ target }) => setDocumentNo(target.value)}
            placeholder={say(texts.documentNoExample)}
            data-testid="document-no"
          />
        </label>
        <label>
          <span>{say(texts.documentDate)}</span>
          <DayPicker value={documentDate} onChange={(day) => setDocumentDate(day ?? '')} />
        </label>
      </div>
      <Refusal error={publishing.error} />
    </Modal>
  )
}
