import { useMutation } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { publishWithdrawal } from '../../api/endpoints.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { type Answers, type Asked, AskedFields, missingOf } from '../../frame/asked-fields.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { testId } from '../../frame/test-id.ts'
import { batchTexts } from '../../texts/texts-batches.ts'
import { entryTexts } from '../../texts/texts-entry.ts'
import { useSay } from '../../texts/use-say.ts'

const ASKED: readonly Asked[] = [
  { name: 'documentNo', label: batchTexts.documentNo, control: 'line' },
  { name: 'documentTitle', label: batchTexts.documentTitle, control: 'line' },
  { name: 'documentDate', label: batchTexts.documentDate, control: 'day' },
  { name: 'reason', label: batchTexts.reason, control: 'paragraph' },
]

/** 撤销: what was published is withdrawn by a document of its own, and counts no more from its date. */
export function Withdrawal({ register, id }: { readonly register: string; readonly id: string }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const [answers, setAnswers] = useState<Answers>({})
  const [tried, setTried] = useState(false)
  const withdrawing = useMutation({
    mutationFn: () => publishWithdrawal({ register, entries: [id], ...answers }),
    onSuccess: async () => {
      await refreshAfterWrite()
      setOpen(false)
    },
  })
  const confirm = () => {
    setTried(true)
    if (missingOf(ASKED, answers).length === 0) withdrawing.mutate()
  }
  return (
    <>
      <Button danger onClick={() => setOpen(true)} data-testid="withdraw-by-document">
        {say(entryTexts.withdrawByDocument)}
      </Button>
      {open && (
        <Modal
          open
          title={say(entryTexts.withdrawByDocument)}
          okText={say(batchTexts.confirm)}
          cancelText={say(batchTexts.cancel)}
          onOk={confirm}
          onCancel={() => setOpen(false)}
          confirmLoading={withdrawing.isPending}
          okButtonProps={{ danger: true, ...testId('confirm-withdrawal') }}
        >
          <p>{say(entryTexts.withdrawNote)}</p>
          <AskedFields asked={ASKED} answers={answers} onChange={setAnswers} tried={tried} />
          <Refusal error={withdrawing.error} />
        </Modal>
      )}
    </>
  )
}
