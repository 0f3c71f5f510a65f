import { useState } from 'react'
import { resetPassword } from '../../api/endpoints.ts'
import { AskDialog } from '../../frame/ask-dialog.tsx'
import type { Asked } from '../../frame/asked-fields.tsx'
import { postTexts } from '../../texts/texts-posts.ts'
import { useSay } from '../../texts/use-say.ts'
import { PasswordOnce } from './password-once.tsx'

interface ResetPasswordDialogProps {
  readonly holder: { readonly person: string; readonly name: string }
  readonly onClose: () => void
}

const WHY: readonly Asked[] = [{ name: 'reason', label: postTexts.resetReason, control: 'line' }]

/** Asks why, then shows the new one-time password once. */
export function ResetPasswordDialog({ holder: { person, name }, onClose }: ResetPasswordDialogProps) {
  const say = useSay()
  const [answer, setAnswer] = useState<Awaited<ReturnType<typeof resetPassword>>>()
  if (answer?.password !== undefined) return <PasswordOnce title={postTexts.resetDone} answer={answer} onClose={onClose} />
  return (
    <AskDialog
      title={say(postTexts.resetTitle, { name })}
      ok={say(postTexts.reset)}
      okId="confirm-reset"
      asks={() => WHY}
      onGive={async ({ reason = '' }) => setAnswer(await resetPassword({ person, reason }))}
      onClose={onClose}
      lead={<p className="note">{say(postTexts.resetEffect)}</p>}
    />
  )
}
