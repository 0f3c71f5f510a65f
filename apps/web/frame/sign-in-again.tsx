import { Modal } from 'antd'
import { openGate, useSession } from '../api/session-gate.ts'
import { SignInForm } from '../screens/sign-in/sign-in-form.tsx'
import { frameTexts } from '../texts/texts-frame.ts'
import { useSay } from '../texts/use-say.ts'
import { STILL } from './still.ts'

/** The session ended while somebody worked: the page stays, the password is asked over it, the waiting request goes on. */
export function SignInAgain() {
  const say = useSay()
  const { person } = useSession()
  return (
    <Modal
      {...STILL}
      open
      title={say(frameTexts.signedOutTitle)}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
    >
      <p>{say(frameTexts.signedOutNote)}</p>
      <SignInForm
        loginName={person.loginName}
        onSignedIn={(session) => {
          if (session.person.id === person.id) openGate(session)
          else window.location.assign('/')
        }}
      />
    </Modal>
  )
}
