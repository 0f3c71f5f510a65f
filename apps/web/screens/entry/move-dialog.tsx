import { Input, Modal } from 'antd'
import { useState } from 'react'
import type { MoveDescription } from '../../api/types.ts'
import { Refusal } from '../../frame/page-state.tsx'
import { testId } from '../../frame/test-id.ts'
import { entryTexts } from '../../texts/texts-entry.ts'
import { useSay } from '../../texts/use-say.ts'

interface MoveDialogProps {
  readonly move: MoveDescription
  readonly title: string
  readonly moving: {
    readonly isPending: boolean
    readonly error: unknown
    readonly mutate: (given: { readonly move: string; readonly reason: string }) => void
    readonly reset: () => void
  }
  readonly onCancel: () => void
}

const ROWS = { minRows: 3, maxRows: 8 }

/** One question before a move: what and on which entry; a reason where the move wants one. */
export function MoveDialog({ move, title, moving, onCancel }: MoveDialogProps) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const absent = move.reason === 'required' && reason.trim() === ''
  const label = say(move.label)
  const confirm = () => {
    setAsked(true)
    if (!absent) moving.mutate({ move: move.name, reason })
  }
  const cancel = () => {
    moving.reset()
    onCancel()
  }
  return (
    <Modal
      open
      title={say(entryTexts.confirmMove, { move: label, title })}
      okText={say(entryTexts.confirm, { move: label })}
      cancelText={say(entryTexts.cancel)}
      confirmLoading={moving.isPending}
      onOk={confirm}
      onCancel={cancel}
      okButtonProps={{ danger: move.tone === 'danger', ...testId('confirm-move') }}
    >
      {move.reason !== 'none' && (
        <label className="reason">
          <span>{say(entryTexts.reason)}</span>
          <Input.TextArea
            autoFocus
            autoSize={ROWS}
            maxLength={2000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            data-testid="move-reason"
          />
          <span className="note">{say(move.reason === 'required' ? entryTexts.reasonRequired : entryTexts.reasonOptional)}</span>
          {asked && absent && <span className="fault">{say(entryTexts.reasonMissing)}</span>}
        </label>
      )}
      <Refusal error={moving.error} />
    </Modal>
  )
}
