import { Modal } from 'antd'
import { CopyButton } from '../../controls/copy-button.tsx'
import { STILL } from '../../frame/still.ts'
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
      {...STILL}
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
      <p>
        <CopyButton
          id="copy-password"
          label={say(postTexts.copy)}
          words={() => password}
          copied={say(postTexts.copied)}
          byHand={say(postTexts.copyByHand)}
        />
      </p>
    </Modal>
  )
}
