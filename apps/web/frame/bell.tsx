import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { unreadNoticesQuery } from '../api/queries.ts'
import { noticeTexts } from '../texts/texts-notices.ts'
import { useSay } from '../texts/use-say.ts'
import { Icon } from '../theme/icons.tsx'

const MOST = 99

/** The door to the notices, with how many are unread. */
export function Bell() {
  const say = useSay()
  const unread = useQuery(unreadNoticesQuery).data?.unread ?? 0
  return (
    <Link to="/notices" className="bell" aria-label={say(noticeTexts.bell, { count: unread })} data-testid="bell">
      <Icon name="bell" />
      {unread > 0 && <span className="bell-count">{unread > MOST ? say(noticeTexts.many) : unread}</span>}
    </Link>
  )
}
