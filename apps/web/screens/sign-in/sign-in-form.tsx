import { Button, Input } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import type { Session } from '#contract/session.ts'
import { signIn } from '../../api/endpoints.ts'
import { asProblem, type ProblemError } from '../../api/problem-error.ts'
import { RequestNumber } from '../../frame/page-state.tsx'
import { signInTexts } from '../../texts/texts-frame.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Words } from '../../texts/words.ts'

interface SignInFormProps {
  readonly loginName?: string
  readonly password?: string
  readonly onSignedIn: (session: Session) => void
}

/** Name and password; used on the sign-in page and over a page whose session has ended. */
export function SignInForm({ loginName: givenName = '', password: givenPassword = '', onSignedIn }: SignInFormProps) {
  const say = useSay()
  const [loginName, setLoginName] = useState(givenName)
  const [password, setPassword] = useState(givenPassword)
  const [missing, setMissing] = useState<Words>()
  const [problem, setProblem] = useState<ProblemError>()
  const [busy, setBusy] = useState(false)
  const [attempt, setAttempt] = useState(0)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const absent = loginName.trim() === '' ? signInTexts.loginNameMissing : password === '' ? signInTexts.passwordMissing : undefined
    setMissing(absent)
    setProblem(undefined)
    if (absent !== undefined) return
    setBusy(true)
    setAttempt(attempt + 1)
    try {
      onSignedIn(await signIn({ loginName, password }))
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)} noValidate>
      <label>
        <span>{say(signInTexts.loginName)}</span>
        <Input
          value={loginName}
          onChange={({ target }) => setLoginName(target.value)}
          autoComplete="username"
          autoFocus={givenName === ''}
          size="large"
          data-testid="login-name"
        />
      </label>
      <label>
        <span>{say(signInTexts.password)}</span>
        <Input.Password
          value={password}
          onChange={({ target }) => setPassword(target.value)}
          autoComplete="current-password"
          autoFocus={givenName !== ''}
          size="large"
          data-testid="password"
        />
      </label>
      {missing && (
        <p className="refusal" role="alert">
          {say(missing)}
        </p>
      )}
      {problem && <SignInProblem key={attempt} problem={problem} />}
      <Button type="primary" htmlType="submit" size="large" block loading={busy} data-testid="sign-in">
        {say(signInTexts.submit)}
      </Button>
    </form>
  )
}

/** The server's sentence; with a lock-out, the seconds that are left. */
function SignInProblem({ problem }: { readonly problem: ProblemError }) {
  const say = useSay()
  const [seconds, setSeconds] = useState(problem.retryAfter ?? 0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((left) => Math.max(0, left - 1)), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className="refusal" role="alert" data-testid="sign-in-problem">
      <p>{say(problem.words)}</p>
      {seconds > 0 && <p>{say(signInTexts.retryIn, { seconds })}</p>}
      <RequestNumber problem={problem} />
    </div>
  )
}
