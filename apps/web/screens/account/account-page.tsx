import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { registersQuery } from '../../api/queries.ts'
import { useSession } from '../../api/session-gate.ts'
import { roomsFor } from '../../frame/navigation.ts'
import { Page } from '../../frame/page.tsx'
import { PersonPanel } from '../../frame/person-menu.tsx'
import { accountTexts } from '../../texts/texts-batches.ts'
import { useSay } from '../../texts/use-say.ts'

/** The phone's page 我的: the rooms without a tab of their own, and everything of the personal menu. */
export function AccountPage() {
  const say = useSay()
  const { person } = useSession()
  const { data } = useQuery(registersQuery)
  return (
    <Page title={person.name} note={person.loginName} width="reading">
      <nav className="panel only-narrow" aria-label={say(accountTexts.title)}>
        <ul className="room-links">
          {(data ? roomsFor(data) : []).map(({ to, title }) => (
            <li key={to}>
              <Link to={to}>{say(title)}</Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="panel">
        <PersonPanel />
      </div>
    </Page>
  )
}
