import { Button } from 'antd'
import { useState } from 'react'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { publishWithdrawal } from '../../api/selection.ts'
import { AskDialog } from '../../frame/ask-dialog.tsx'
import type { Asked } from '../../frame/asked-fields.tsx'
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
  return (
    <>
      <Button danger onClick={() => setOpen(true)} data-testid="withdraw-by-document">
        {say(entryTexts.withdrawByDocument)}
      </Button>
      {open && (
        <AskDialog
          title={say(entryTexts.withdrawByDocument)}
          okId="confirm-withdrawal"
          tone="danger"
          asks={() => ASKED}
          onGive={async (answers) => {
            await publishWithdrawal({ register, entries: [id], ...answers })
            await refreshAfterWrite()
          }}
          onClose={() => setOpen(false)}
          lead={<p>{say(entryTexts.withdrawNote)}</p>}
        />
      )}
    </>
  )
}
