import { useMutation } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { resetPassword } from '../../api/endpoints.ts'
import { Refusal } from '../../frame/page-state.tsx'
import { testId } from '../../frame/test-id.ts'
import { postTexts } from '../../texts/texts-posts.ts'
import { useSay } from '../../texts/use-say.ts'
import { PasswordOnce } from './password-once.tsx'

interface ResetPasswordDialogProps {
  readonly holder: { readonly person: string; readonly name: string }
  readonly onClose: () => void
}

/** Asks why, then shows the new one-time password once. */
export function ResetPasswordDialog({ holder: { person, name }, onClose }: ResetPasswordDialogProps) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const isMissing = reason.trim() === ''
  const resetting = useMutation({ mutationFn: () => resetPassword({ person, reason: reason.trim() }) })
  if (resetting.data?.password !== undefined) return <PasswordOnce title={postTexts.resetDone} answer={resetting.data} onClose={onClose} />
  const confirm = () => {
    setTried(true)
    if (!isMissing) resetting.mutate()
  }
  return (
    <Modal
      open
      title={say(postTexts.resetTitle, { name })}
      okText={say(postTexts.reset)}
      cancelText={say(postTexts.cancel)}
      onOk={confirm}
      onCancel={onClose}
      confirmLoading={resetting.isPending}
      okButtonProps={testId('confirm-reset')}
    >
      <p className="note">{say(postTexts.resetEffect)}</p>
      <div className="dialog-fields">
        <label>
          <span>{say(postTexts.resetReason)}</span>
          <Input maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} data-testid="reset-reason" />
          {tried && isMissing && <span className="fault">{say(postTexts.fill, { field: say(postTexts.resetReason) })}</span>}
        </label>
      </div>
      <Refusal error={resetting.error} />
    </Modal>
  )
}
