import { Link } from '@tanstack/react-router'
import { frameTexts } from '../texts/texts-frame.ts'
import { useSay } from '../texts/use-say.ts'
import { Icon } from '../theme/icons.tsx'

const TABS = [
  { to: '/work', icon: 'work', title: frameTexts.workShort },
  { to: '/overview', icon: 'overview', title: frameTexts.overview },
  { to: '/search', icon: 'search', title: frameTexts.search },
  { to: '/account', icon: 'mine', title: frameTexts.mine },
] as const

/** The four rooms under the thumb, on a phone. */
export function BottomTabs() {
  const say = useSay()
  return (
    <nav className="bottom-tabs" aria-label={say(frameTexts.navigation)}>
      {TABS.map(({ to, icon, title }) => (
        <Link key={to} to={to}>
          <Icon name={icon} />
          <span>{say(title)}</span>
        </Link>
      ))}
    </nav>
  )
}
