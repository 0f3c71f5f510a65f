import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { Session } from '#contract/session.ts'
import { welcomeQuery } from '../../api/queries.ts'
import { queryClient } from '../../api/query-client.ts'
import { openGate } from '../../api/session-gate.ts'
import type { Welcome } from '../../api/types.ts'
import { choosePreferences, usePreferences } from '../../frame/preferences.ts'
import { frameTexts, signInTexts } from '../../texts/texts-frame.ts'
import { useSay } from '../../texts/use-say.ts'
import { Mark } from '../../theme/icons.tsx'
import { SignInForm } from './sign-in-form.tsx'

const route = getRouteApi('/sign-in')
type Account = Welcome['accounts'][number]

/** The sign-in page. */
export function SignIn() {
  const say = useSay()
  const { data: welcome } = useQuery(welcomeQuery)
  const [account, setAccount] = useState<Account>()
  const goOn = useGoOn()
  return (
    <div className="sign-in">
      <LanguageLink />
      <main className="sign-in-card">
        <div className="sign-in-brand">
          <Mark />
          <div>
            <h1>
              {say(frameTexts.product)}
              {welcome?.jurisdiction && <span className="sign-in-place">{welcome.jurisdiction.title}</span>}
            </h1>
            <p className="note">{say(signInTexts.welcome)}</p>
          </div>
          {welcome?.jurisdiction?.demonstration && <span className="demonstration">{say(frameTexts.demonstration)}</span>}
        </div>
        <SignInForm
          key={account?.loginName ?? ''}
          onSignedIn={goOn}
          {...(account ? { loginName: account.loginName, password: account.password } : {})}
        />
        {welcome && welcome.accounts.length > 0 && <Accounts accounts={welcome.accounts} onChoose={setAccount} />}
      </main>
    </div>
  )
}

function Accounts({ accounts, onChoose }: { readonly accounts: readonly Account[]; readonly onChoose: (account: Account) => void }) {
  const say = useSay()
  return (
    <section className="accounts" aria-label={say(signInTexts.accounts)}>
      <h2>{say(signInTexts.accounts)}</h2>
      <p className="note">{say(signInTexts.accountsNote)}</p>
      <ul>
        {accounts.map((account) => (
          <li key={account.loginName}>
            <button type="button" onClick={() => onChoose(account)} data-testid={`account-${account.loginName}`}>
              <span>{account.title}</span>
              <span className="note">{account.loginName}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function LanguageLink() {
  const { language } = usePreferences()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="language-link"
      lang={other}
      onClick={() => choosePreferences({ language: other })}
      data-testid="language"
    >
      {other === 'zh' ? frameTexts.chinese.zh : frameTexts.english.en}
    </button>
  )
}

/** To where the person wanted to go; a password that must be changed comes first. */
function useGoOn() {
  const router = useRouter()
  const { next } = route.useSearch()
  return (session: Session) => {
    queryClient.clear()
    openGate(session)
    if (session.mustChangePassword) void router.navigate({ to: '/account/password' })
    else if (next?.startsWith('/') && !next.startsWith('//')) router.history.push(next)
    else void router.navigate({ to: '/work' })
  }
}
