import { Button, Modal } from 'antd'
import { useState } from 'react'
import { testId } from '../../frame/test-id.ts'
import { postTexts } from '../../texts/texts-posts.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Words } from '../../texts/words.ts'

interface PasswordOnceProps {
  readonly title: Words
  readonly answer: { readonly loginName?: string | undefined; readonly password?: string | undefined }
  readonly onClose: () => void
}

/** A one-time password, shown now and never again. */
export function PasswordOnce({ title, answer: { loginName, password = '' }, onClose }: PasswordOnceProps) {
  const say = useSay()
  return (
    <Modal
      open
      title={say(title)}
      okText={say(postTexts.known)}
      onOk={onClose}
      closable={false}
      cancelButtonProps={{ hidden: true }}
      okButtonProps={testId('password-noted')}
    >
      <p>{say(postTexts.once)}</p>
      <dl className="measures">
        <div>
          <dt>{say(postTexts.loginName)}</dt>
          <dd>{loginName}</dd>
        </div>
        <div>
          <dt>{say(postTexts.password)}</dt>
          <dd>
            <code data-testid="one-time-password">{password}</code>
          </dd>
        </div>
      </dl>
      <CopyButton words={password} />
    </Modal>
  )
}

/** Without HTTPS a browser gives no clipboard; then the password is marked to be copied by hand. */
function CopyButton({ words }: { readonly words: string }) {
  const say = useSay()
  const [outcome, setOutcome] = useState<'copied' | 'failed'>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words)
      setOutcome('copied')
    } catch {
      setOutcome('failed')
    }
  }
  return (
    <p>
      <Button onClick={() => void copy()} {...testId('copy-password')}>
        {say(postTexts.copy)}
      </Button>{' '}
      <span className="note" role="status">
        {outcome && say(outcome === 'copied' ? postTexts.copied : postTexts.copyByHand)}
      </span>
    </p>
  )
}
