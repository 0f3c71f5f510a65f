import { Alert, Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { changePassword, getSession } from '../../api/endpoints.ts'
import { openGate, useSession } from '../../api/session-gate.ts'
import { Page } from '../../frame/page.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { accountTexts } from '../../texts/texts-batches.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Words } from '../../texts/words.ts'

const EMPTY = { current: '', next: '', repeat: '' }
type Typed = typeof EMPTY
const BOXES = [
  { name: 'current', autoComplete: 'current-password' },
  { name: 'next', autoComplete: 'new-password' },
  { name: 'repeat', autoComplete: 'new-password' },
] as const satisfies readonly { readonly name: keyof Typed; readonly autoComplete: string }[]

/** Changes the password; the first page after a first sign-in. */
export function PasswordPage() {
  const say = useSay()
  const { mustChangePassword } = useSession()
  const [typed, setTyped] = useState(EMPTY)
  const { outcome, change, busy } = useChange(() => setTyped(EMPTY))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void change(typed)
  }
  return (
    <Page title={say(accountTexts.password)} width="reading">
      {mustChangePassword && <Alert type="warning" showIcon title={say(accountTexts.mustChange)} />}
      <form className="panel dialog-fields" onSubmit={submit}>
        {BOXES.map(({ name, autoComplete }) => (
          <label key={name}>
            <span>{say(accountTexts[name])}</span>
            <Input.Password
              value={typed[name]}
              autoComplete={autoComplete}
              onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
              data-testid={`password-${name}`}
            />
          </label>
        ))}
        {outcome.fault && (
          <p className="refusal" role="alert">
            {say(outcome.fault)}
          </p>
        )}
        <Refusal error={outcome.error} />
        {outcome.done && <Alert type="success" showIcon title={say(accountTexts.changed)} />}
        <div>
          <Button type="primary" htmlType="submit" loading={busy} data-testid="save">
            {say(accountTexts.save)}
          </Button>
        </div>
      </form>
    </Page>
  )
}

interface Outcome {
  readonly fault?: Words
  readonly error?: unknown
  readonly done?: true
}

function useChange(onDone: () => void) {
  const [outcome, setOutcome] = useState<Outcome>({})
  const [busy, setBusy] = useState(false)
  const change = async ({ current, next, repeat }: Typed) => {
    if (current === '' || next === '' || repeat === '') return setOutcome({ fault: accountTexts.missing })
    if (next !== repeat) return setOutcome({ fault: accountTexts.differs })
    setBusy(true)
    try {
      await changePassword(current, next)
      openGate(await getSession())
      setOutcome({ done: true })
      onDone()
    } catch (error) {
      setOutcome({ error })
    } finally {
      setBusy(false)
    }
  }
  return { outcome, change, busy }
}
