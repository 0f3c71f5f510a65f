import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { registersQuery } from '../api/queries.ts'
import { useGate } from '../api/session-gate.ts'
import { frameTexts } from '../texts/texts-frame.ts'
import { useSay } from '../texts/use-say.ts'
import { Icon, Mark } from '../theme/icons.tsx'
import { AsOfBand } from './as-of.tsx'
import { BottomTabs } from './bottom-tabs.tsx'
import { DownloadsBar } from './downloads-bar.tsx'
import { contentRegisters, roomOf, roomsFor } from './navigation.ts'
import { Loading } from './page-state.tsx'
import { SignInAgain } from './sign-in-again.tsx'
import { TakeBackBar } from './take-back-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { useLeftDrafts } from './use-left-drafts.ts'
import { useTurnOfDay } from './use-turn-of-day.ts'

/** Navigation, top bar and the page. */
export function Frame() {
  const say = useSay()
  const { session, asking } = useGate()
  useFocusOnNavigation()
  useLeftDrafts()
  useTurnOfDay()
  if (session === undefined) return <Loading />
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {say(frameTexts.skip)}
      </a>
      <Navigation />
      <div className="frame-main">
        <TopBar />
        <AsOfBand />
        <main id="content" tabIndex={-1}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
        <TakeBackBar />
        <DownloadsBar />
      </div>
      <BottomTabs />
      {asking && <SignInAgain />}
    </div>
  )
}

function Navigation() {
  const say = useSay()
  const { data } = useQuery(registersQuery)
  const room = useRouterState({ select: ({ location }) => roomOf(location.pathname) })
  return (
    <nav className="navigation" aria-label={say(frameTexts.navigation)}>
      <Link to="/work" className="brand">
        <Mark />
        <span>{say(frameTexts.product)}</span>
      </Link>
      <ul>
        {(data ? roomsFor(data) : []).map(({ to, icon, title }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={to === '/registers' ? EXACT : NOT_EXACT}
              className={room === to ? 'navigation-link active' : 'navigation-link'}
              data-testid={`nav-${to.slice(1)}`}
            >
              <Icon name={icon} />
              <span>{say(title)}</span>
            </Link>
            {to === '/registers' && data && <RegisterLinks registers={contentRegisters(data)} />}
            {to === '/plans' && (
              <ul className="navigation-sub">
                <li>
                  <Link to="/targets" className="navigation-link">
                    {say(frameTexts.targets)}
                  </Link>
                </li>
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function RegisterLinks({ registers }: { readonly registers: ReturnType<typeof contentRegisters> }) {
  const say = useSay()
  return (
    <ul className="navigation-sub">
      {registers.map(({ name, title }) => (
        <li key={name}>
          <Link to="/registers/$register" params={{ register: name }} className="navigation-link">
            {say(title)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

const EXACT = { exact: true }
const NOT_EXACT = { exact: false }

/** A screen reader hears the new page, and the title of the window says where one is. */
function useFocusOnNavigation() {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const say = useSay()
  useEffect(() => {
    const timer = setTimeout(() => {
      const heading = document.querySelector('main h1')?.textContent ?? ''
      document.title = heading === '' ? say(frameTexts.product) : `${heading} · ${say(frameTexts.product)}`
    }, 400)
    return () => clearTimeout(timer)
  }, [path, say])
}
